import { addDays, localDate, localDateAt, startOfDay } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { say } from '../../kernel/sentences.ts'
import { type Form, pageAsked, type RequestContext, readQuery } from '../../platform/http/index.ts'
import { listEntries } from '../../platform/journal/index.ts'
import type { FormState } from '../../site/form.tsx'
import { type Institution, institutionsByIds, listInstitutions } from '../institutions/index.ts'
import { type Days, type FormRefusal, parseCount, parseDays } from './forms.ts'
import { JournalPage, LooksPage } from './journal-pages.tsx'
import { listLooks } from './look-store.ts'
import { words } from './messages.ts'
import { journalPath, looksPath } from './paths.ts'
import { erasedAmong, staffNames } from './person-store.ts'
import { type Given, institutionsUnder } from './port.ts'

const pageSize = 50
/** No day comes after it. */
const lastDay = localDate('9999-12-31')
/** More than a province has; who types a code beyond is none the worse. */
const mostPlaces = 2000

const distinct = (values: readonly (string | null)[]): string[] => [...new Set(values.filter(value => value !== null))]

/** What the filter asks for, kept within what this viewer may read. */
interface Asked {
  readonly query: Form
  readonly form: FormState
  readonly days: Days
  /** Null is the whole province. */
  readonly institutions: readonly string[] | null
  readonly places: readonly Institution[]
  readonly status: 200 | 422
}

const anyDay: Days = { from: null, to: null }

async function askedOf({ world }: Given, c: RequestContext): Promise<Asked> {
  const query = readQuery(c)
  const own = institutionsUnder(c, 'read-journal')
  const places =
    own === null
      ? (await listInstitutions(world.database, { on: localDateAt(c.var.now) }, { limit: mostPlaces, offset: 0 }))
          .institutions
      : await institutionsByIds(world.database, distinct(own))
  const chosen = places.find(place => place.code === query.text('noi'))
  const days = parseDays(query)
  const problems: readonly FormRefusal[] = days.ok ? [] : days.problems
  const errors = problems.map(problem => ({
    field: problem.field,
    text: say(words(c.var.lang).formRefusals, problem),
  }))
  return {
    query,
    form: { typed: query.typed, errors },
    days: days.ok ? days.value : anyDay,
    institutions: chosen === undefined ? own : [chosen.id],
    places,
    status: days.ok ? 200 : 422,
  }
}

async function named({ world, site }: Given, c: RequestContext, asked: Asked, people: string[], at: string[]) {
  const { lang } = c.var
  const names = await staffNames(world.database, people)
  const erased = await erasedAmong(world.database, people)
  const where = await institutionsByIds(world.database, at)
  const placeNames = new Map(where.map(place => [place.id, textIn(place.name, lang).text]))
  const text = words(lang)
  return {
    frame: site.staffFrame(c, null),
    form: asked.form,
    places: asked.places.map(place => ({ value: place.code, label: textIn(place.name, lang).text })),
    whoIs: (person: string | null) =>
      person === null ? text.system : (names.get(person) ?? (erased.has(person) ? text.erasedPerson : text.aReader)),
    whereIs: (id: string | null) => (id === null ? text.province : (placeNames.get(id) ?? '—')),
  }
}

/** The address of this list with its filter and one thing more. */
function olderThan(path: string, { query }: Asked, name: 'truoc' | 'trang', value: number): string {
  const address = new URLSearchParams()
  for (const field of ['viec', 'noi', 'tu', 'den']) {
    if (query.text(field) !== '') address.set(field, query.text(field))
  }
  address.set(name, String(value))
  return `${path}?${address}`
}

/** The acts of the institutions whose journal this viewer may read; of all of them only for the whole province. */
export async function showJournal(given: Given, c: RequestContext) {
  const { world, port } = given
  const { lang } = c.var
  const asked = await askedOf(given, c)
  const acts = port.acts(lang)
  const type = acts.find(act => act.type === asked.query.text('viec'))?.type
  const before = parseCount(asked.query.text('truoc'))
  const { from, to } = asked.days
  const entries =
    asked.status === 422
      ? []
      : await listEntries(world.database, {
          institutions: asked.institutions,
          limit: pageSize,
          ...(type === undefined ? {} : { type }),
          ...(before === null ? {} : { before }),
          ...(from === null ? {} : { from: startOfDay(from) }),
          ...(to === null || to === lastDay ? {} : { until: startOfDay(addDays(to, 1)) }),
        })
  const last = entries.length === pageSize ? entries.at(-1) : undefined
  return c.html(
    <JournalPage
      {...(await named(
        given,
        c,
        asked,
        distinct(entries.map(one => one.actor)),
        distinct(entries.map(one => one.institution)),
      ))}
      entries={entries}
      acts={acts.map(({ type: value, name }) => ({ value, label: name }))}
      actName={one => acts.find(act => act.type === one)?.name ?? one}
      older={last === undefined ? null : olderThan(journalPath, asked, 'truoc', last.seq)}
    />,
    asked.status,
  )
}

/** Who had readers' records before them, within the same bounds. */
export async function showLooks(given: Given, c: RequestContext) {
  const asked = await askedOf(given, c)
  const number = pageAsked(asked.query)
  const { looks, more } =
    asked.status === 422
      ? { looks: [], more: false }
      : await listLooks(
          given.world.database,
          { institutions: asked.institutions, ...asked.days },
          { number: Math.min(number, 100_000), size: pageSize },
        )
  return c.html(
    <LooksPage
      {...(await named(
        given,
        c,
        asked,
        distinct(looks.map(one => one.by)),
        distinct(looks.map(one => one.institution)),
      ))}
      looks={looks}
      older={more ? olderThan(looksPath, asked, 'trang', number + 1) : null}
    />,
    asked.status,
  )
}
