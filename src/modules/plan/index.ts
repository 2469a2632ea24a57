export { computeFigures, rebuildFigures } from './compute.ts'
export { figuresPath } from './paths.ts'
export { planRoutes } from './routes.tsx'
