export { type Files, openFiles, type StoredFile } from './files.ts'
