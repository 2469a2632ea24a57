import { formatDate } from '../../kernel/local-date.ts'
import { DataTable, type Frame, formatCount, Notice, Page, Pager, SelectField, TextField } from '../../site/index.ts'
import type { PlaceShare } from './ask-lineage.ts'
import type { AskedDay } from './forms.ts'
import { words } from './messages.ts'
import { nameIn } from './names.ts'
import { paths } from './paths.ts'
import type { PlaceOn } from './place.ts'
import { PlaceLink } from './place-link.tsx'

export interface CommunesView {
  readonly day: AskedDay
  readonly typed: Readonly<Record<string, string>>
  /** Chosen by code; empty when that day had no districts. */
  readonly districts: readonly PlaceOn[]
  readonly rows: readonly CommuneRow[]
  readonly total: number
  readonly page: number
  readonly pages: number
}

export interface CommuneRow {
  readonly place: PlaceOn
  readonly district: PlaceOn | null
  /** Empty while the unit is in force today. */
  readonly today: readonly PlaceShare[]
}

const address = (view: CommunesView, page: number): string => {
  const query = new URLSearchParams(
    Object.entries({ ...view.typed, trang: String(page) }).filter(([, text]) => text !== ''),
  )
  if (page === 1) query.delete('trang')
  const text = query.toString()
  return text === '' ? paths.communes : `${paths.communes}?${text}`
}

const DayForm = ({ frame: { lang }, view }: { frame: Frame; view: CommunesView }) => {
  const say = words(lang)
  const form = { typed: view.typed, errors: [] }
  return (
    <form action={paths.communes} class="flow" aria-label={say.show}>
      <TextField name="ngay" label={say.asOf} help={say.asOfHelp} form={form} value={formatDate(view.day.on, 'vi')} />
      <TextField name="ten" label={say.nameFilter} form={form} type="search" />
      {view.districts.length > 0 && (
        <SelectField
          name="huyen"
          label={say.district}
          form={form}
          choices={[
            { value: '', label: say.anyDistrict },
            ...view.districts.map(district => ({ value: district.code ?? '', label: nameIn(district, lang) })),
          ]}
        />
      )}
      <p>
        <button type="submit">{say.show}</button>
      </p>
    </form>
  )
}

export const CommunesPage = ({ frame, view }: { frame: Frame; view: CommunesView }) => {
  const { lang } = frame
  const say = words(lang)
  const day = formatDate(view.day.on, lang)
  const old = view.rows.some(row => row.district !== null || row.today.length > 0)
  return (
    <Page frame={frame} title={say.title} crumbs={[{ label: say.title }]} description={say.lead}>
      <div class="flow">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
        {view.day.wrong !== null && <Notice kind="care">{say.badDate(view.day.wrong)}</Notice>}
      </div>
      <div class="grid sided">
        <DayForm frame={frame} view={view} />
        <div class="flow">
          <DataTable
            lang={lang}
            caption={say.count(formatCount(view.total, lang), day)}
            columns={[
              { label: say.name, head: true, cell: row => <PlaceLink place={row.place} lang={lang} /> },
              { label: say.code, cell: row => <span class="digits">{row.place.code}</span> },
              ...(old
                ? [
                    {
                      label: say.belongsTo,
                      cell: (row: CommuneRow) => (row.district ? nameIn(row.district, lang) : ''),
                    },
                    {
                      label: say.whereNow,
                      cell: (row: CommuneRow) =>
                        row.today.map(({ place }, index) => (
                          <>
                            {index > 0 && ', '}
                            <PlaceLink place={place} lang={lang} />
                          </>
                        )),
                    },
                  ]
                : []),
            ]}
            rows={view.rows}
            empty={say.none}
          />
          <Pager lang={lang} page={view.page} pages={view.pages} href={page => address(view, page)} />
          {old && <p class="small muted">{say.beforeLists}</p>}
          <p class="small muted">{say.aboutData}</p>
        </div>
      </div>
    </Page>
  )
}
