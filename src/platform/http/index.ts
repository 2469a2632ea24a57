export type { RequestContext, RequestVariables } from './context.ts'
export { clearSessionToken, setSessionToken } from './cookies.ts'
export { type DoorKeeper, openDoor, statusOf, type Turned } from './door.ts'
export { compress, preferredEncoding } from './finish.ts'
export { actOf, type Form, pageAsked, readForm, readQuery } from './form.ts'
export { createMetrics, type Metrics } from './metrics.ts'
export { createRateLimiter, type Rate, type RateLimiter } from './rate-limit.ts'
export {
  everyone,
  get,
  type Handler,
  may,
  owing,
  type Permission,
  post,
  type Route,
  signedIn,
  type Where,
} from './route.ts'
