import { textIn } from '../../kernel/localized-text.ts'
import {
  type Choice,
  type Frame,
  formatCount,
  Page,
  Pager,
  ResultList,
  SelectField,
  TextField,
} from '../../site/index.ts'
import type { Institution } from './institution.ts'
import { type KindId, kinds } from './kinds.ts'
import { words } from './messages.ts'
import type { Commune } from './network-map.ts'
import { paths } from './paths.ts'
import type { Summary } from './summary.ts'

export interface ListView {
  readonly typed: Readonly<Record<string, string>>
  /** Whose branches are listed; null = everything. */
  readonly parent: Institution | null
  readonly counts: ReadonlyMap<KindId, number>
  /** Communes that have something, to choose from. */
  readonly communes: readonly Commune[]
  readonly rows: readonly Summary[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

const address = (typed: ListView['typed'], page: number): string => {
  const kept = ['q', 'loai', 'xa', 'thuoc'].flatMap(name =>
    typed[name] ? [[name, typed[name]] as [string, string]] : [],
  )
  const query = new URLSearchParams(page === 1 ? kept : [...kept, ['trang', String(page)]]).toString()
  return query === '' ? paths.list : `${paths.list}?${query}`
}

function kindChoices({ counts, typed }: ListView, { lang }: Frame): Choice[] {
  const useful = kinds.filter(kind => (counts.get(kind.id) ?? 0) > 0 || typed.loai === kind.id)
  const choices = useful.map(kind => ({
    value: kind.id,
    label: `${kind[lang]} (${formatCount(counts.get(kind.id) ?? 0, lang)})`,
  }))
  return [{ value: '', label: words(lang).all }, ...choices]
}

const Search = ({ frame, view }: { frame: Frame; view: ListView }) => {
  const { lang } = frame
  const say = words(lang)
  const form = { typed: view.typed, errors: [] }
  const communes = view.communes.map(place => ({ value: place.code, label: textIn(place.name, lang).text }))
  return (
    <form action={paths.list} class="no-print" aria-label={say.show}>
      {view.parent && <input type="hidden" name="thuoc" value={view.parent.code} />}
      <TextField name="q" label={say.nameFilter} form={form} type="search" />
      <SelectField name="loai" label={say.kindFilter} form={form} choices={kindChoices(view, frame)} />
      <SelectField
        name="xa"
        label={say.placeFilter}
        form={form}
        choices={[{ value: '', label: say.all }, ...communes]}
      />
      <p class="actions">
        <button type="submit">{say.show}</button>
      </p>
    </form>
  )
}

export const ListPage = ({ frame, view }: { frame: Frame; view: ListView }) => {
  const { lang } = frame
  const say = words(lang)
  return (
    <Page frame={frame} title={say.listTitle} crumbs={[{ label: say.listTitle }]} description={say.listLead}>
      <div class="flow">
        <h1>{say.listTitle}</h1>
        {view.parent === null ? (
          <p>{say.listLead}</p>
        ) : (
          <p>
            {say.branchOf} <a href={paths.institution(view.parent.code)}>{textIn(view.parent.name, lang).text}</a> ·{' '}
            <a href={paths.list}>{say.wholeProvince}</a>
          </p>
        )}
      </div>
      <div class="grid sided">
        <Search frame={frame} view={view} />
        <div>
          <div class="row apart">
            <h2>{say.found(formatCount(view.total, lang))}</h2>
            <a href={paths.map}>{say.seeMap}</a>
          </div>
          {view.rows.length === 0 ? (
            <p>
              {say.none} <a href={paths.list}>{say.wholeProvince}</a>
            </p>
          ) : (
            <ResultList items={view.rows.map(row => itemOf(row, lang))} />
          )}
          <Pager lang={lang} page={view.page} pages={view.pages} href={page => address(view.typed, page)} />
        </div>
      </div>
    </Page>
  )
}

const itemOf = (row: Summary, lang: string) => ({
  icon: 'place' as const,
  kind: row.place ? `${row.kindName} · ${textIn(row.place.name, lang).text}` : row.kindName,
  title: row.name,
  href: row.href,
  ...(row.nameLang === undefined ? {} : { lang: row.nameLang }),
  ...(row.seat?.address ? { facts: row.seat.address } : {}),
  state: row.state,
})
