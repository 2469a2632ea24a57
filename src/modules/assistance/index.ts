export { helpPart, helpRecords } from './own-help.tsx'
export { assistPath } from './paths.ts'
export { assistanceRoutes } from './routes.tsx'
export { forgetHelp } from './turn-store.ts'
