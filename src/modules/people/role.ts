import type { Right } from '../../kernel/viewer.ts'

/** What a person may be appointed to, and the rights that come with it. One line is one line of the matrix shown to staff. */
export const roleRights = {
  administrator: [
    'catalogue',
    'circulate',
    'count-visits',
    'organise',
    'assist',
    'manage-people',
    'manage-institution',
    'manage-places',
    'import',
    'read-figures',
    'read-facts',
    'set-targets',
    'read-journal',
    'operate',
  ],
  officer: ['manage-institution', 'manage-places', 'read-figures', 'read-facts', 'set-targets', 'read-journal'],
  librarian: [
    'catalogue',
    'circulate',
    'count-visits',
    'organise',
    'assist',
    'manage-people',
    'manage-institution',
    'import',
    'read-figures',
    'read-journal',
  ],
  keeper: ['circulate', 'count-visits', 'organise', 'assist', 'manage-people', 'read-figures'],
  registrar: ['catalogue', 'count-visits', 'import', 'read-figures'],
  organiser: ['count-visits', 'organise', 'read-figures'],
  helper: ['assist'],
} as const satisfies Record<string, readonly Right[]>

export type Role = keyof typeof roleRights

export const isRole = (text: string): text is Role => Object.hasOwn(roleRights, text)

/** An appointment: a role at an institution (null: the whole province), with or without its branches, for a time. */
export interface RoleGrant {
  readonly role: Role
  readonly institution: string | null
  readonly withBranches: boolean
}
