import type { Language } from '../kernel/language.ts'
import { formatCount } from './count.ts'
import type { Choice } from './field.tsx'
import { words } from './messages.ts'

export interface FilterGroup {
  readonly name: string
  readonly legend: string
  readonly choices: readonly FilterChoice[]
  /** Leads to the choices that do not fit here. */
  readonly more?: { readonly href: string; readonly label: string }
}

export interface FilterChoice extends Choice {
  readonly count: number
  readonly checked: boolean
  /** Language of the label, when it is not the page's. */
  readonly lang?: string
}

interface FiltersProps {
  readonly lang: Language
  readonly action: string
  readonly groups: readonly FilterGroup[]
  /** What else the address keeps, as the words looked for. */
  readonly keep?: readonly { readonly name: string; readonly value: string }[]
  readonly sort?: { readonly name: string; readonly value: string; readonly choices: readonly Choice[] }
}

/** A choice without hits goes, unless it is checked: then its 0 says why nothing is found. */
const isUseful = (choice: FilterChoice): boolean => choice.count > 0 || choice.checked

const Group = ({ lang, group }: { lang: Language; group: FilterGroup }) => (
  <fieldset>
    <legend>{group.legend}</legend>
    {group.choices.filter(isUseful).map(choice => (
      <label class="choice">
        <input type="checkbox" name={group.name} value={choice.value} checked={choice.checked} />
        <span lang={choice.lang}>{choice.label}</span>
        <span class="digits">{formatCount(choice.count, lang)}</span>
      </label>
    ))}
    {group.more && (
      <p>
        <a href={group.more.href}>{group.more.label}</a>
      </p>
    )}
  </fieldset>
)

/** A plain GET form: folded on telephones, open from 46rem on where the browser can. */
export const Filters = ({ lang, action, groups, keep = [], sort }: FiltersProps) => {
  const say = words(lang)
  const useful = groups.filter(group => group.choices.some(isUseful))
  return (
    <form action={action} aria-label={say.filterResults}>
      {keep.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <details class="unfold">
        <summary>{say.filterAndSort}</summary>
        <div class="flow">
          {useful.map(group => (
            <Group lang={lang} group={group} />
          ))}
          {sort && (
            <div>
              <label for={sort.name}>{say.sort}</label>
              <select id={sort.name} name={sort.name}>
                {sort.choices.map(choice => (
                  <option value={choice.value} selected={choice.value === sort.value}>
                    {choice.label}
                  </option>
                ))}
              </select>
            </div>
          )}
          <button type="submit" class="wide">
            {say.filter}
          </button>
        </div>
      </details>
    </form>
  )
}
