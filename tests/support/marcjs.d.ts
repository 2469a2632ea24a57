/** What the tests and the bench use of marcjs, an oracle: `["245", "10", "a", "Truyện Kiều"]`, `["001", "12"]`. */
declare module 'marcjs' {
  import type { Duplex } from 'node:stream'

  export interface MarcjsRecord {
    leader: string
    fields: string[][]
  }

  export const Marc: {
    parse(raw: Buffer, type: 'iso2709'): MarcjsRecord
    createStream(type: 'iso2709', what: 'parser'): Duplex
  }
}
