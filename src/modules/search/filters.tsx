import type { Language } from '../../kernel/language.ts'
import { type FilterGroup, Filters, formatCount, KindTabs } from '../../site/index.ts'
import { type Asked, addressOf, type ListedFacet, listedFacets, pageNames } from './address.ts'
import { documentKinds } from './document.ts'
import { words } from './messages.ts'
import { paths } from './paths.ts'
import { type FacetName, type FacetValue, sorts } from './query.ts'
import type { SearchView } from './view.ts'

/** Values shown of a filter, and of one that was unfolded. */
const shown = 6
const shownUnfolded = 60

const valuesOf = ({ answer }: SearchView, name: FacetName): readonly FacetValue[] =>
  answer.facets.find(facet => facet.name === name)?.values ?? []

/** Kinds with their counts; "all" counts every kind, whichever is chosen. */
export function kindTabs(view: SearchView, lang: Language) {
  const say = words(lang)
  const counts = new Map(valuesOf(view, 'kind').map(({ value, count }) => [value, count]))
  const { kinds } = view.asked
  const sum = [...counts.values()].reduce((total, count) => total + count, 0)
  const useful = documentKinds.filter(kind => (counts.get(kind) ?? 0) > 0 || kinds.includes(kind))
  const tabs = [
    { label: say.all, href: addressOf(view.asked, { kinds: [] }), count: sum, current: kinds.length === 0 },
    ...useful.map(kind => ({
      label: say.kind[kind],
      href: addressOf(view.asked, { kinds: [kind] }),
      count: counts.get(kind) ?? 0,
      current: kinds.includes(kind),
    })),
  ]
  return <KindTabs lang={lang} label={say.kinds} tabs={tabs} />
}

export const FilterForm = ({ view, lang }: { view: SearchView; lang: Language }) => {
  const say = words(lang)
  const { asked } = view
  const keep = [
    ...(asked.text === '' ? [] : [{ name: pageNames.text, value: asked.text }]),
    ...asked.kinds.map(value => ({ name: pageNames.kind, value })),
  ]
  const choices = sorts.map(value => ({ value, label: say.sort[value] }))
  return (
    <Filters
      lang={lang}
      action={paths.search}
      groups={[availableGroup(view, lang), ...listedFacets.map(facet => group(view, facet, lang))]}
      keep={keep}
      sort={{ name: pageNames.sort, value: asked.sort, choices }}
    />
  )
}

function availableGroup(view: SearchView, lang: Language): FilterGroup {
  const say = words(lang)
  const [value] = valuesOf(view, 'available')
  const checked = view.asked.facets.available === true
  const choice = { value: '1', label: say.availableNow, count: value?.count ?? 0, checked }
  return { name: pageNames.available, legend: say.facet.available, choices: [choice] }
}

function group(view: SearchView, facet: ListedFacet, lang: Language): FilterGroup {
  const say = words(lang)
  const { asked } = view
  const chosen = new Set(asked.facets[facet])
  const values = inOrder(facet, valuesOf(view, facet))
  const unfolded = asked.unfolded === facet
  const limit = unfolded ? shownUnfolded : shown
  const visible = values.filter((value, at) => at < limit || chosen.has(value.value))
  const hidden = Math.min(values.length, shownUnfolded) - visible.length
  return {
    name: pageNames[facet],
    legend: say.facet[facet],
    choices: visible.map(({ value, count }) => ({
      value,
      label: labelOf(view, facet, value, lang),
      count,
      checked: chosen.has(value),
    })),
    ...moreOf(asked, facet, unfolded, hidden, lang),
  }
}

function moreOf(
  asked: Asked,
  facet: ListedFacet,
  unfolded: boolean,
  hidden: number,
  lang: Language,
): Pick<FilterGroup, 'more'> {
  const say = words(lang)
  if (unfolded) return { more: { href: addressOf(asked), label: say.fewer } }
  if (hidden <= 0) return {}
  return { more: { href: addressOf(asked, { unfolded: facet }), label: say.more(formatCount(hidden, lang)) } }
}

/** Decades go from the newest back; everything else begins with what is most. */
const inOrder = (facet: ListedFacet, values: readonly FacetValue[]): readonly FacetValue[] =>
  facet === 'decade' ? values.toSorted((a, b) => Number(b.value) - Number(a.value)) : values

const labelOf = ({ labels }: SearchView, facet: ListedFacet, value: string, lang: Language): string =>
  labels[facet].get(value) ?? (facet === 'decade' ? words(lang).decade(Number(value)) : value)
