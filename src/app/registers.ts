import { catalogueRegister } from '../modules/catalogue/index.ts'
import { heritageRegister } from '../modules/heritage/index.ts'
import type { Register } from '../modules/imports/index.ts'

/** The registers into which records come from files; of two that read one format the first is meant. */
export const registers: readonly Register[] = [catalogueRegister, heritageRegister]
