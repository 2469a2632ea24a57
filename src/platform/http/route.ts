import type { Right, SignInStep } from '../../kernel/viewer.ts'
import type { RequestContext } from './context.ts'

export type Handler = (c: RequestContext) => Response | Promise<Response>

/** The institution that a staff request is about, looked up from the request; null when there is no such thing. */
export type Where = (c: RequestContext) => Promise<string | null> | string | null

/**
 * Who may pass: everyone; whoever is signed in (`owing`: also while they still owe just that step); or staff who hold `right` — in the institution that `where` finds,
 * for the whole `province`, or in `some` institution (then the handler shows only what belongs to those).
 */
export type Permission =
  | { readonly kind: 'public' }
  | { readonly kind: 'signed-in'; readonly owing?: SignInStep }
  | { readonly kind: 'staff'; readonly right: Right; readonly where: Where | 'province' | 'some' }

/** One line of a module's list of routes: method, path, who may, what answers. */
export interface Route {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly permission: Permission
  readonly handler: Handler
  /** The largest body taken, in bytes; forms fit the default. */
  readonly maxBody?: number
}

export const everyone: Permission = { kind: 'public' }
export const signedIn: Permission = { kind: 'signed-in' }
/** For the page of a step itself: whoever owes another one is sent there instead. */
export const owing = (step: SignInStep): Permission => ({ kind: 'signed-in', owing: step })
export const may = (right: Right, where: Where | 'province' | 'some'): Permission => ({ kind: 'staff', right, where })

export const get = (path: string, permission: Permission, handler: Handler): Route => ({
  method: 'GET',
  path,
  permission,
  handler,
})

export const post = (path: string, permission: Permission, handler: Handler, maxBody?: number): Route => ({
  method: 'POST',
  path,
  permission,
  handler,
  ...(maxBody === undefined ? {} : { maxBody }),
})
