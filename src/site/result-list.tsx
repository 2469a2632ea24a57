import type { Child } from 'hono/jsx'
import { Icon, type IconName } from './icon.tsx'
import { Marked, type MarkedText } from './marked.tsx'
import { State, type StateKind } from './state.tsx'

export interface ResultItem {
  readonly icon: IconName
  /** What it is, in a word or two: "Sách · 2 lần in". */
  readonly kind?: string
  readonly title: MarkedText
  readonly href: string
  /** Language of the title, when it is not the page's. */
  readonly lang?: string
  readonly sentence?: MarkedText
  /** One line: who, when, where. */
  readonly facts?: MarkedText
  readonly state?: { readonly kind: StateKind; readonly text: string }
  readonly tag?: string
}

const Line = ({ class: className, children }: { class?: string; children?: Child }) => (
  <p class={className}>{children}</p>
)

const Result = ({ item }: { item: ResultItem }) => (
  <li>
    <Icon name={item.icon} />
    <div>
      {item.kind !== undefined && <Line class="small muted">{item.kind}</Line>}
      <h3 class="name" lang={item.lang}>
        <a href={item.href}>
          <Marked text={item.title} />
        </a>
      </h3>
      {item.sentence !== undefined && (
        <Line>
          <Marked text={item.sentence} />
        </Line>
      )}
      {item.facts !== undefined && (
        <Line class="muted">
          <Marked text={item.facts} />
        </Line>
      )}
      {item.state && (
        <Line>
          <State kind={item.state.kind}>{item.state.text}</State>
        </Line>
      )}
      {item.tag !== undefined && (
        <Line>
          <span class="tag">{item.tag}</span>
        </Line>
      )}
    </div>
  </li>
)

/** What was found, in order. Stands under an `h2`. */
export const ResultList = ({ items }: { items: readonly ResultItem[] }) => (
  <ol class="list">
    {items.map(item => (
      <Result item={item} />
    ))}
  </ol>
)
