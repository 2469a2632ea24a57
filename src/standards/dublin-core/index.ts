export { type DublinCoreElement, type DublinCoreRecord, type DublinCoreStatement, writeOaiDc } from './oai-dc.ts'
