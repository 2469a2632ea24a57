import type { Language } from '../kernel/language.ts'
import { formatCount } from './count.ts'

export interface KindTab {
  readonly label: string
  readonly href: string
  /** Exact. */
  readonly count: number
  readonly current: boolean
}

export const KindTabs = ({ lang, label, tabs }: { lang: Language; label: string; tabs: readonly KindTab[] }) => (
  <nav class="row tabs" aria-label={label}>
    {tabs.map(tab => (
      <a href={tab.href} aria-current={tab.current ? 'true' : undefined}>
        {tab.label} <span class="digits">{formatCount(tab.count, lang)}</span>
      </a>
    ))}
  </nav>
)
