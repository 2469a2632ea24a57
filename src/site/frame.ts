import type { Language } from '../kernel/language.ts'
import type { Viewer } from '../kernel/viewer.ts'

export interface MenuItem {
  readonly href: string
  /** The path above all of its pages, where that is not its own. */
  readonly covers?: string
  readonly label: string
}

/** What the deep bar of a staff screen says: where, what there is to do, who is at work, since when. */
export interface StaffBar {
  readonly place?: string
  readonly tasks: readonly MenuItem[]
  readonly who: string
  readonly when: string
}

/** What every page is given besides its own content. Made once a request by the assembly. */
export interface Frame {
  readonly lang: Language
  /** The path asked for, without its query: the menu item that leads here is marked. */
  readonly path: string
  readonly menu: readonly MenuItem[]
  /** Pages of help, access and privacy, at the foot. */
  readonly help?: readonly MenuItem[]
  /** One line under the name in the header, as in "Thư viện, bảo tàng, văn hóa Lào Cai". */
  readonly tagline?: string
  /** This page in the other language. */
  readonly languageUrl: string
  /** The address of a file of ours with its content hash, as `assets('style.css')`. Throws on a name that is not served. */
  readonly assets: (name: string) => string
  readonly viewer: Viewer
  /** Whether what is shown is invented for demonstration; the foot says so. */
  readonly demo: boolean
  readonly staffBar?: StaffBar
  /** Where the sign-out form posts; shown while somebody is signed in. */
  readonly signOut?: string
}
