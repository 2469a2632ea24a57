export { counterPath } from './paths.ts'
export { visitsRoutes } from './routes.tsx'
export { keepKinds, kindsOf } from './store.ts'
export { visitsTravelling } from './travelling.ts'
