import type { RequestContext } from '../platform/http/index.ts'
import type { Frame } from './frame.ts'

/** What a module's routes need of the look: the frame around their pages. */
export interface Site {
  frame(c: RequestContext): Frame
  /** The frame of a staff screen: its bar names the institution at work (null: none chosen yet) and the tasks there. */
  staffFrame(c: RequestContext, at: { readonly code: string; readonly name: string } | null): Frame
}
