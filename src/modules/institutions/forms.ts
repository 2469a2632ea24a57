import { lengthInCodePoints } from '../../kernel/code-points.ts'
import { parseLanguageTag } from '../../kernel/language-tag.ts'
import type { LocalizedText } from '../../kernel/localized-text.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import type { Form } from '../../platform/http/index.ts'
import type { ChangeAct, ChangeRefusal } from './change.ts'
import { type HoursUnclear, readWeek } from './hours-form.ts'
import type { Contact, ContactKind, Institution } from './institution.ts'
import type { OwnPolicy } from './policy.ts'

export type EditProblem =
  | { readonly code: 'name-missing' }
  | { readonly code: 'name-too-long'; readonly limit: number }
  | HoursUnclear
  | { readonly code: 'phone-malformed'; readonly typed: string }
  | { readonly code: 'email-malformed'; readonly typed: string }
  | { readonly code: 'web-malformed'; readonly typed: string }
  | { readonly code: 'language-malformed'; readonly typed: string }
  | {
      readonly code: 'number-out-of-range'
      readonly field: keyof OwnPolicy
      readonly from: number
      readonly to: number
    }
  | ChangeRefusal

const fields: Partial<Record<EditProblem['code'], string>> = {
  'phone-malformed': 'phone',
  'email-malformed': 'email',
  'web-malformed': 'web',
  'language-malformed': 'languages',
}

/** The field that an error is about, so that the summary leads there. */
export const fieldOf = (problem: EditProblem): string =>
  'field' in problem ? problem.field : (fields[problem.code] ?? 'name')

export const longestName = 200

/** Lowest and highest value of each rule, as the table allows. */
export const policyRange: Readonly<Record<keyof OwnPolicy, readonly [from: number, to: number]>> = {
  loanDays: [1, 365],
  maxLoans: [0, 200],
  renewals: [0, 50],
  graceDays: [0, 30],
}

/** The contacts that the form offers; others stay as they are. */
export const editableContacts = ['phone', 'email', 'web'] as const satisfies readonly ContactKind[]

/** Reads the edit form: what it may change, or everything that is wrong with it at once. */
export function readChanges(
  form: Form,
  institution: Institution,
): Result<Pick<ChangeAct, 'changes' | 'nameWas'>, EditProblem> {
  const problems: EditProblem[] = []
  const name = form.text('name')
  if (name === '') problems.push({ code: 'name-missing' })
  if (lengthInCodePoints(name) > longestName) problems.push({ code: 'name-too-long', limit: longestName })
  const changes = {
    name: withTexts(institution.name, { vi: name, en: form.text('name-en') }),
    about: withTexts(institution.about, { vi: form.text('about'), en: form.text('about-en') }),
    contacts: readContacts(form, institution, problems),
    hours: readWeek(form, institution.hours, problems),
    languages: readLanguages(form.text('languages'), problems),
    accessibility: withTexts(institution.accessibility, { vi: form.text('accessibility') }),
    policy: readPolicy(form, problems),
  }
  const nameWas = form.text('name-was') === 'misspelt' ? ('misspelt' as const) : ('renamed' as const)
  return problems.length > 0 ? refused(problems) : ok({ changes, nameWas })
}

/** The same text with these languages replaced, added, or taken away where nothing is left; all others stay. */
function withTexts(before: LocalizedText, typed: Readonly<Record<string, string>>): LocalizedText {
  const others = before.filter(({ lang }) => !(lang in typed))
  const given = Object.entries(typed)
    .filter(([, text]) => text !== '')
    .map(([lang, text]) => {
      const known = before.find(entry => entry.lang === lang)
      if (known?.text === text) return known
      return {
        lang,
        text,
        state: known?.state === 'original' || lang === 'vi' ? ('original' as const) : ('translated' as const),
      }
    })
  return [...given, ...others]
}

const shapes: Readonly<Record<(typeof editableContacts)[number], RegExp>> = {
  phone: /^\+?[\d .()-]{8,20}$/,
  email: /^[^\s@]+@[^\s@]+\.[^\s@]+$/,
  web: /^https?:\/\/[^\s]+\.[^\s]+$/,
}

function readContacts(form: Form, institution: Institution, problems: EditProblem[]): Contact[] {
  const given = editableContacts.flatMap(kind => {
    const value = form.text(kind)
    if (value === '') return []
    if (!shapes[kind].test(value)) problems.push({ code: `${kind}-malformed`, typed: value })
    return [{ kind, value }]
  })
  // A second telephone, or Zalo, is not on this form and is not lost by it.
  const first = new Set<Contact>()
  for (const kind of editableContacts) {
    const contact = institution.contacts.find(known => known.kind === kind)
    if (contact) first.add(contact)
  }
  return [...given, ...institution.contacts.filter(contact => !first.has(contact))]
}

function readLanguages(typed: string, problems: EditProblem[]): string[] {
  const tags = typed.split(/[\s,;]+/).filter(tag => tag !== '')
  const wrong = tags.find(tag => parseLanguageTag(tag) === null)
  if (wrong !== undefined) problems.push({ code: 'language-malformed', typed: wrong })
  return [...new Set(tags.flatMap(tag => parseLanguageTag(tag) ?? []))]
}

function readPolicy(form: Form, problems: EditProblem[]): OwnPolicy {
  const read = (field: keyof OwnPolicy): number | null => {
    const typed = form.text(field)
    if (typed === '') return null
    const [from, to] = policyRange[field]
    const number = /^\d{1,4}$/.test(typed) ? Number(typed) : Number.NaN
    if (!(number >= from && number <= to)) problems.push({ code: 'number-out-of-range', field, from, to })
    return number
  }
  return {
    loanDays: read('loanDays'),
    maxLoans: read('maxLoans'),
    renewals: read('renewals'),
    graceDays: read('graceDays'),
  }
}
