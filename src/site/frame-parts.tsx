import type { Frame, MenuItem } from './frame.ts'
import { Logo } from './logo.tsx'
import { words } from './messages.ts'

const pathOf = ({ href, covers }: MenuItem): string => covers ?? href.replace(/[?#].*/s, '')

const leadsHere = (frame: Frame, item: MenuItem): boolean =>
  `${frame.path}/`.startsWith(pathOf(item) === '/' ? '//' : `${pathOf(item)}/`)

/** Of the items that stand at or above this page, the nearest is the current one. */
const MenuLinks = ({ frame, items }: { frame: Frame; items: readonly MenuItem[] }) => {
  const depth = Math.max(0, ...items.filter(item => leadsHere(frame, item)).map(item => pathOf(item).length))
  return (
    <>
      {items.map(item => (
        <a href={item.href} aria-current={leadsHere(frame, item) && pathOf(item).length === depth ? 'page' : undefined}>
          {item.label}
        </a>
      ))}
    </>
  )
}

const LanguageLink = ({ frame }: { frame: Frame }) => {
  const other = frame.lang === 'vi' ? 'en' : 'vi'
  return (
    <a href={frame.languageUrl} lang={other} hreflang={other}>
      {words(frame.lang).otherLanguage}
    </a>
  )
}

/** The worker drops its kept pages when a form marked `data-sign-out` is sent. */
const SignOut = ({ frame }: { frame: Frame }) =>
  frame.signOut !== undefined && frame.viewer.person !== null ? (
    <form method="post" action={frame.signOut} data-sign-out="">
      <button type="submit" class="plain">
        {words(frame.lang).signOut}
      </button>
    </form>
  ) : null

export const PublicHeader = ({ frame }: { frame: Frame }) => {
  const say = words(frame.lang)
  return (
    <>
      <header class="top">
        <div class="width">
          <a class="logo" href="/">
            <Logo />
            <span>
              {say.siteName}
              <small>{frame.tagline ?? say.tagline}</small>
            </span>
          </a>
          <a class="jump" href="#danh-muc">
            {say.menu}
          </a>
          <nav aria-label={say.mainMenu}>
            <MenuLinks frame={frame} items={frame.menu} />
            <LanguageLink frame={frame} />
          </nav>
        </div>
      </header>
      <div class="hem" aria-hidden="true"></div>
    </>
  )
}

export const PublicFooter = ({ frame }: { frame: Frame }) => {
  const say = words(frame.lang)
  return (
    <footer class="foot" id="danh-muc">
      <div class="width flow">
        <nav aria-label={say.menu} class="row">
          <MenuLinks frame={frame} items={frame.menu} />
          <LanguageLink frame={frame} />
        </nav>
        <p class="muted small no-print">
          {say.needHelp}
          {frame.help?.map((item, index) => (
            <>
              {index === 0 ? ' ' : ' · '}
              <a href={item.href}>{item.label}</a>
            </>
          ))}
        </p>
        {frame.demo && <p class="muted small">{say.demo}</p>}
        <SignOut frame={frame} />
      </div>
    </footer>
  )
}

export const StaffHeader = ({ frame }: { frame: Frame }) => {
  const say = words(frame.lang)
  const bar = frame.staffBar
  return (
    <header class="staff-bar">
      <div class="width">
        <b>{bar?.place ?? say.siteName}</b>
        <nav aria-label={say.staffMenu} class="row">
          <MenuLinks frame={frame} items={bar?.tasks ?? []} />
        </nav>
        {bar && (
          <span class="who">
            {bar.who} · <span class="digits">{bar.when}</span>
          </span>
        )}
        <SignOut frame={frame} />
      </div>
    </header>
  )
}

export const StaffFooter = ({ frame }: { frame: Frame }) => {
  const say = words(frame.lang)
  return (
    <footer class="foot">
      <div class="width row small">
        <nav aria-label={say.menu} class="row">
          <a href="/">{say.publicSite}</a>
          <LanguageLink frame={frame} />
        </nav>
        {frame.demo && <p class="muted">{say.demo}</p>}
      </div>
    </footer>
  )
}
