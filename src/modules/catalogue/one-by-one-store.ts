import { rawSql, type Sql } from '../../platform/database/sql.ts'

/**
 * At the end of a lateral question: asked once for each row, through its index. While a table is being filled the
 * planner knows nothing of it yet, and would rather read the whole of it for every chunk of an import.
 */
export const oneByOne: Sql = rawSql('offset 0')
