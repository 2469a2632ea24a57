import { raw } from 'hono/html'
import type { PropsWithChildren } from 'hono/jsx'
import { Breadcrumbs, type Crumb } from './breadcrumbs.tsx'
import type { Frame } from './frame.ts'
import { PublicFooter, PublicHeader, StaffFooter, StaffHeader } from './frame-parts.tsx'
import { words } from './messages.ts'
import { type Alternate, clipped, type Share, ShareCard } from './share-card.tsx'

export interface PageProps {
  readonly frame: Frame
  /** Of the page alone; the site's name is added. */
  readonly title: string
  /** Path below the home page; the last crumb is this page. */
  readonly crumbs?: readonly Crumb[]
  /** A dense screen for work, under the deep bar. */
  readonly staff?: boolean
  /** Files of ours that only this page needs; without them it must still work. */
  readonly scripts?: readonly string[]
  /** A staff screen that is a paper to be signed: printed without the bar. */
  readonly paper?: boolean
  /** The page arranges its own `.width` blocks, as where a picture runs from edge to edge. */
  readonly bare?: boolean
  /** One sentence for search engines and shared links. */
  readonly description?: string
  /** Where the page stands alone, so that a link to it tells what it leads to. */
  readonly share?: Share
  readonly alternates?: readonly Alternate[]
  /** Meant for one reader: search engines keep away. */
  readonly personal?: boolean
}

const Head = ({ frame, title, description, staff, scripts, share, alternates, personal }: PageProps) => (
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width,initial-scale=1" />
    <title>{`${title} · ${words(frame.lang).siteName}`}</title>
    {description !== undefined && <meta name="description" content={clipped(description)} />}
    {share && (
      <ShareCard
        frame={frame}
        title={title}
        description={clipped(description ?? words(frame.lang).tagline)}
        share={share}
      />
    )}
    {alternates?.map(({ href, type, title }) => (
      <link rel="alternate" type={type} title={title} href={href} />
    ))}
    {(staff || personal) && <meta name="robots" content="noindex" />}
    <meta name="theme-color" content={staff ? '#1b2a5e' : '#fafaf5'} media="(prefers-color-scheme:light)" />
    <meta name="theme-color" content={staff ? '#1c2a5c' : '#0e1326'} media="(prefers-color-scheme:dark)" />
    <link rel="stylesheet" href={frame.assets('style.css')} />
    {staff && <link rel="stylesheet" href={frame.assets('staff.css')} />}
    <link rel="icon" href={frame.assets('icon.svg')} type="image/svg+xml" />
    <link rel="apple-touch-icon" href={frame.assets('icon-192.png')} />
    <link rel="manifest" href="/manifest.webmanifest" />
    <script src={frame.assets('register-worker.js')} defer></script>
    {staff && <script src={frame.assets('staff.js')} defer></script>}
    {scripts?.map(name => (
      <script src={frame.assets(name)} defer></script>
    ))}
  </head>
)

/** A whole document. Its one `h1` is the page's own to write, first thing in the content. */
export const Page = (props: PropsWithChildren<PageProps>) => {
  const { frame, staff, paper, bare, crumbs, children } = props
  return (
    <>
      {raw('<!doctype html>')}
      <html lang={frame.lang}>
        <Head {...props} />
        <body class={paper ? 'desk paper' : staff ? 'desk' : undefined}>
          <a class="skip" href="#noi-dung">
            {words(frame.lang).skip}
          </a>
          {staff ? <StaffHeader frame={frame} /> : <PublicHeader frame={frame} />}
          {crumbs && crumbs.length > 0 && <Breadcrumbs lang={frame.lang} crumbs={crumbs} />}
          <main id="noi-dung">{bare ? children : <div class="width lead">{children}</div>}</main>
          {staff ? <StaffFooter frame={frame} /> : <PublicFooter frame={frame} />}
        </body>
      </html>
    </>
  )
}
