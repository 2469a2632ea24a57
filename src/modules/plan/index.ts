export { computeFigures, rebuildFigures } from './compute.ts'
export { figuresPath, targetsPath } from './paths.ts'
export { planRoutes } from './routes.ts'
