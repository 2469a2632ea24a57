/** What staff may be allowed to do, each at an institution or in the whole province. */
export const rights = [
  'catalogue', // works, editions and copies
  'circulate', // the desk: lend, return, renew, hand out in the room
  'count-visits', // the counter at the door
  'organise', // activities: publish, sign people up, check them in
  'assist', // act for somebody who is present
  'manage-people', // readers, cards, appointments
  'manage-institution', // names, hours, policy, facilities
  'manage-places', // units of the province, their names and lineage
  'import', // batches from files: staged, applied, withdrawn
  'read-figures', // figures that are not public
  'read-facts', // the anonymous facts behind a figure
  'set-targets', // what the plan asks of an institution
  'read-journal', // who did what and when
  'operate', // the installation itself: jobs, index, settings
] as const
export type Right = (typeof rights)[number]

/**
 * What somebody who gave a right password still has to do before the session is theirs: the code of their second factor,
 * a password of their own in place of one that somebody else set, and, as staff, a second factor at all. Asked in this order.
 */
export type SignInStep = 'enter-code' | 'choose-password' | 'protect-account'

/** Who is looking, as one request sees them. Branches are already resolved: each institution stands by itself. */
export interface Viewer {
  /** Null is a visitor. */
  readonly person: string | null
  readonly name: string | null
  /** Opaque words that audiences ask for. */
  readonly grants: ReadonlySet<string>
  /** `institution: null` is the whole province. */
  readonly rights: readonly { readonly right: Right; readonly institution: string | null }[]
  /** Null once the session is theirs; until then they see what a visitor sees, and hold neither grants nor rights. */
  readonly owes: SignInStep | null
}

export const anonymous: Viewer = {
  person: null,
  name: null,
  grants: new Set(),
  rights: [],
  owes: null,
}

/** Whether the viewer holds the right at that institution; null asks for the whole province. */
export const mayAt = (viewer: Viewer, right: Right, institution: string | null): boolean =>
  viewer.rights.some(held => held.right === right && (held.institution === null || held.institution === institution))
