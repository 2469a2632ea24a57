import type { RequestContext } from '../platform/http/index.ts'
import type { Frame } from './frame.ts'

/** What a module's routes need of the look: the frame around their pages. */
export interface Site {
  frame(c: RequestContext): Frame
}
