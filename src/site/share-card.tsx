import type { Frame } from './frame.ts'
import { words } from './messages.ts'

/** A page that people send each other. */
export interface Share {
  /** Scheme and host, as the browser sees them. */
  readonly origin: string
  /** The page's one address: with what makes it another page, without what its reader chose, as the language. */
  readonly path: string
  readonly type: 'website' | 'book'
  /** What the page is called away from home, where its own title says too little. */
  readonly title?: string
}

/** The same in another form, for programs that look into the head of a page. */
export interface Alternate {
  readonly href: string
  /** Media type. */
  readonly type: string
  readonly title: string
}

/** Messengers show two or three lines. */
const longest = 200

/** A text that is too long ends behind a word. */
export function clipped(text: string, most = longest): string {
  const line = text.replace(/\s+/g, ' ').trim()
  const points = [...line]
  return points.length <= most
    ? line
    : `${points
        .slice(0, most)
        .join('')
        .replace(/\s+\S*$/, '')} …`
}

const locales = { vi: 'vi_VN', en: 'en_US' } as const

interface ShareCardProps {
  readonly frame: Frame
  readonly title: string
  readonly description: string
  readonly share: Share
}

/** What Zalo, Facebook and others show of a link: the Open Graph protocol, ogp.me. Pages without a picture show our sign. */
export const ShareCard = ({ frame, title, description, share }: ShareCardProps) => {
  const { origin, path, type } = share
  return (
    <>
      <link rel="canonical" href={origin + path} />
      <meta property="og:title" content={share.title ?? title} />
      <meta property="og:description" content={description} />
      <meta property="og:type" content={type} />
      <meta property="og:url" content={origin + path} />
      <meta property="og:site_name" content={words(frame.lang).siteName} />
      <meta property="og:locale" content={locales[frame.lang]} />
      <meta property="og:image" content={origin + frame.assets('icon-512.png')} />
    </>
  )
}
