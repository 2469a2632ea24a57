import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import type { Right } from '../src/kernel/viewer.ts'
import { columnsShown } from '../src/modules/imports/read-layout.ts'
import { newId } from '../src/platform/clock.ts'
import { sql } from '../src/platform/database/sql.ts'
import type { Permission, Route } from '../src/platform/http/index.ts'
import { startTestApp, type TestApp } from './support/app.ts'
import { contentsOf } from './support/contents.ts'
import { atRest, eventAt, fileForm, form, type Things, thingsOf } from './support/owned-things.ts'

type Staff = Extract<Permission, { kind: 'staff' }>
type StaffRoute = Route & { readonly permission: Staff }
type Holders = Partial<Record<Right, readonly string[]>>

/** Who holds a right where: whom seed/accounts.json appoints. A librarian with branches holds it there too. */
const province = ['quan-tri', 'thu-thu-tinh']
const taPhin = [...province, 'thu-thu-ta-phin']
const officers = ['quan-tri', 'can-bo-so']
const holders: Readonly<Record<string, Holders>> = {
  TVT: {
    catalogue: province,
    circulate: province,
    'count-visits': province,
    organise: province,
    assist: province,
    'manage-people': province,
    import: province,
    'manage-institution': [...province, 'can-bo-so'],
    'set-targets': officers,
    'read-facts': officers,
  },
  TVTAPHIN: {
    catalogue: taPhin,
    circulate: taPhin,
    'count-visits': taPhin,
    organise: taPhin,
    assist: taPhin,
    'manage-people': taPhin,
    import: taPhin,
    'manage-institution': [...taPhin, 'can-bo-so'],
    'set-targets': officers,
    'read-facts': officers,
  },
  TSSUOITHAU: {
    catalogue: taPhin,
    circulate: [...taPhin, 'giu-tu-suoi-thau'],
    'count-visits': [...taPhin, 'giu-tu-suoi-thau'],
    organise: [...taPhin, 'giu-tu-suoi-thau'],
    assist: [...taPhin, 'giu-tu-suoi-thau', 'nguoi-ban-so'],
    'manage-people': [...taPhin, 'giu-tu-suoi-thau'],
    import: taPhin,
    'manage-institution': [...taPhin, 'can-bo-so'],
    'set-targets': officers,
    'read-facts': officers,
  },
}
const librarians = [...taPhin, 'thu-thu-yen-bai']
const keepers = ['giu-tu-suoi-thau', 'giu-tu-nghia-do']
const somewhere: Holders = {
  catalogue: [...librarians, 'kiem-ke-bao-tang'],
  circulate: [...librarians, ...keepers],
  'count-visits': [...librarians, ...keepers, 'kiem-ke-bao-tang', 'to-chuc-van-hoa'],
  organise: [...librarians, ...keepers, 'to-chuc-van-hoa'],
  assist: [...librarians, ...keepers, 'nguoi-ban-so'],
  import: [...librarians, 'kiem-ke-bao-tang'],
  'read-journal': [...librarians, 'can-bo-so'],
  'set-targets': officers,
  'read-facts': officers,
}
const everywhere: Holders = {
  'manage-institution': officers,
  operate: ['quan-tri'],
  'set-targets': officers,
  'read-facts': officers,
}
const logins = [...new Set([...Object.values(somewhere).flat(), 'ban-doc-01'])]

/** What work is done under an address, told here once more than its route tells it. */
const works: readonly (readonly [address: string, right: Right])[] = [
  ['/nghiep-vu/noi', 'manage-institution'],
  ['/nghiep-vu/ban-doc', 'manage-people'],
  ['/nghiep-vu/the', 'manage-people'],
  ['/nghiep-vu/can-bo', 'operate'],
  ['/nghiep-vu/nhat-ky', 'read-journal'],
  ['/nghiep-vu/thu', 'manage-people'],
  ['/nghiep-vu/nhap', 'import'],
  ['/nghiep-vu/quay', 'circulate'],
  ['/nghiep-vu/dem-khach', 'count-visits'],
  ['/nghiep-vu/giup', 'assist'],
  ['/nghiep-vu/hien-vat', 'catalogue'],
  ['/nghiep-vu/muc-luc', 'catalogue'],
  ['/nghiep-vu/ke-hoach', 'set-targets'],
  ['/nghiep-vu/so-lieu', 'read-facts'],
  ['/nghiep-vu/hoat-dong', 'organise'],
]

/** What the right person sends to change something at an institution. A form that is not here fails the walk. */
const sent: Readonly<Record<string, (things: Things) => FormData | URLSearchParams>> = {
  '/nghiep-vu/noi/:code/sua': ({ code }) => form({ name: `Tên mới của ${code}` }),
  '/nghiep-vu/noi/moi': ({ code }) =>
    form({
      name: `Tủ sách mới cạnh ${code}`,
      code: `M${code.slice(-8)}`,
      kind: 'book-case',
      parent: code,
      commune: '03043',
    }),
  '/nghiep-vu/ban-doc/:code/moi': ({ code }) => form({ 'ho-ten': `Người Lạ ${code} ${newId()}`, nhom: 'adult' }),
  '/nghiep-vu/the/:card/gia-han': () => form({}),
  '/nghiep-vu/giup': ({ code, cardNumber }) => form({ noi: code, the: cardNumber, 'dong-y': 'card' }),
  '/nghiep-vu/giup/:turn': () => form({ viec: 'lich-su:co' }),
  '/nghiep-vu/the/:leaver/xoa': () => form({}),
  '/nghiep-vu/the/:card/lien-he': () => form({ 'dien-thoai': '0912345678', 'dong-y': 'co' }),
  '/nghiep-vu/thu/:code/:notice/gui-lai': () => form({}),
  '/nghiep-vu/quay/:code/goi-dien/:loan': () => form({}),
  '/nghiep-vu/can-bo/moi': ({ code }) =>
    form({ 'ho-ten': 'Cán bộ mới', ten: `moi-${code.toLowerCase()}`, 'vai-tro': 'keeper', noi: code }),
  '/nghiep-vu/can-bo/:appointment/dat-lai': () => form({}),
  '/nghiep-vu/can-bo/:appointment/thoi': () => form({}),
  '/nghiep-vu/nhap': ({ code }) => fileForm(code, `sent-${code}`),
  '/nghiep-vu/nhap/:batch/quyet': () => form({ so: '1', quyet: 'new' }),
  '/nghiep-vu/nhap/:table/cot': () =>
    form({ 'cot-1': 'title', 'cac-cot': columnsShown({ columns: [{ heading: 'Tên sách', means: null }] }) }),
  '/nghiep-vu/nhap/:table/cot-lai': () => form({}),
  '/nghiep-vu/nhap/:batch/doc-lai': () => form({}),
  '/nghiep-vu/nhap/:batch/dua-vao': () => form({}),
  '/nghiep-vu/nhap/:batch/rut': () => form({}),
  '/nghiep-vu/hien-vat/:code/moi': () => form({ number: newId(), title: 'Hiện vật thử' }),
  '/nghiep-vu/hien-vat/:object/sua': () => form({ number: newId(), title: 'Tên mới của hiện vật' }),
  '/nghiep-vu/muc-luc/moi': ({ code }) => form({ noi: code, 'nhan-de': `Sách mới ${newId()}`, 'so-ban': '1' }),
  '/nghiep-vu/muc-luc/an-pham/:edition/sua': () => form({ 'ghi-chu': `Bìa cứng ${newId()}` }),
  '/nghiep-vu/muc-luc/an-pham/:edition/tach': () => form({}),
  '/nghiep-vu/muc-luc/an-pham/:edition/ghep': ({ work }) => form({ vao: work }),
  '/nghiep-vu/muc-luc/ban': ({ code, edition }) => form({ 'an-pham': edition, noi: code, 'so-ban': '1' }),
  '/nghiep-vu/muc-luc/ban/:item': () => form({ 'ky-hieu': '895.922' }),
  '/nghiep-vu/muc-luc/ban/:item/thanh-ly': () => form({ 'ly-do': 'worn' }),
  '/nghiep-vu/ke-hoach': ({ code }) =>
    form({ 'chi-so': 'visits', ky: '2026', nguon: 'KH 251', dan: `${code}\t${100 + Math.floor(Math.random() * 1e6)}` }),
  '/nghiep-vu/hoat-dong/:code/moi': ({ code }) => form(eventAt(`Buổi mới của ${code}`)),
  '/nghiep-vu/hoat-dong/buoi/:activity/sua': () => form(eventAt('Buổi đã sửa')),
  '/nghiep-vu/hoat-dong/buoi/:draft/dang': () => form({}),
  '/nghiep-vu/hoat-dong/buoi/:coming/huy': () => form({ 'ly-do': 'Mưa lớn' }),
  '/nghiep-vu/hoat-dong/buoi/:activity/co-mat': () => form({ khach: 'co', 'nguoi-lon': '2' }),
  '/nghiep-vu/hoat-dong/buoi/:activity/bo-co-mat': ({ checkIn }) => form({ luot: checkIn }),
  '/nghiep-vu/hoat-dong/buoi/:activity/da-to-chuc': () => form({}),
  '/nghiep-vu/hoat-dong/buoi/:activity/chua-to-chuc': () => form({}),
  '/nghiep-vu/hoat-dong/buoi/:activity/can-bao': () => form({ lan: newId() }),
  '/nghiep-vu/quay/:code/hoan-tac/:act': () => form({}),
  '/nghiep-vu/quay/:code/yeu-cau': ({ cardNumber, closed }) => form({ the: cardNumber, ma: closed }),
  '/nghiep-vu/quay/:code/yeu-cau/:request': () => form({ buoc: 'fetch' }),
  '/nghiep-vu/quay/:code/ghi-chu/:held': () => form({ 'ghi-chu': 'Rách trang 12' }),
  '/nghiep-vu/quay/:code/kho-dong': () => form({ kho: '=Kho đóng' }),
  '/nghiep-vu/quay/:code/dem': () => form({ loai: 'periodical', so: '1' }),
  '/nghiep-vu/dem-khach/:code': ({ button }) => form({ loai: button }),
  '/nghiep-vu/dem-khach/:code/nut': ({ button }) =>
    form({ [`ten-${button}`]: `Nút ${newId()}`, [`dung-${button}`]: '1' }),
  '/nghiep-vu/dem-khach/:code/hoan-tac/:count': () => form({}),
  '/nghiep-vu/quay/:code': ({ copy, cardNumber }) => form({ viec: 'muon', the: cardNumber, quet: copy }),
}

/** Forms that are answered by a page: what it shows must not be shown again. */
const answeredByPage: readonly string[] = ['/nghiep-vu/can-bo/moi', '/nghiep-vu/can-bo/:appointment/dat-lai']

let app: TestApp
/** A turn in which the administrator helps somebody: it is bound to their browser and ends with the next. */
type Owned = Things & { readonly turn: string }
let owned: readonly Owned[] = []
const browsers = new Map<string | null, Record<string, string>>([[null, { 'sec-fetch-site': 'same-origin' }]])

const isStaff = (route: Route): route is StaffRoute => route.permission.kind === 'staff'
const staffRoutes = (): StaffRoute[] => app.app.routes.filter(isStaff)
const named = ({ method, path }: Route): string => `${method} ${path}`

async function helpingAt({ code, cardNumber }: Things): Promise<string> {
  const route: Pick<Route, 'method' | 'path'> = { method: 'POST', path: '/nghiep-vu/giup' }
  const body = form({ noi: code, the: cardNumber, 'dong-y': 'card' })
  const headers = browsers.get('quan-tri') ?? {}
  const answer = await fetch(`${app.url}${route.path}`, { method: route.method, headers, body, redirect: 'manual' })
  return answer.headers.get('location')?.split('/').at(-1) ?? ''
}

const addressOf = ({ path }: Route, things: Things): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = Object.entries(things).find(([known]) => known === name)?.[1]
    assert.ok(value, `${path}: tell in \`Things\` what “${name}” is at an institution`)
    return encodeURIComponent(value)
  })

function bodyOf(route: Route, things: Things): FormData | URLSearchParams {
  const make = sent[route.path]
  assert.ok(make, `${named(route)} is a staff route without an entry in \`sent\`: add what the right person sends`)
  return make(things)
}

const send = (login: string | null, route: Route, things: Things): Promise<Response> =>
  fetch(`${app.url}${addressOf(route, things)}`, {
    headers: browsers.get(login) ?? {},
    redirect: 'manual',
    ...(route.method === 'POST' ? { method: 'POST', body: bodyOf(route, things) } : {}),
  })

/** Who gets beyond the door; a form that names the institution is judged as an address that does. */
function mayPass({ method, permission: { right, where } }: StaffRoute, { code }: Things): readonly string[] {
  const held = where === 'province' ? everywhere : where === 'some' && method === 'GET' ? somewhere : holders[code]
  const found = held?.[right]
  assert.ok(found, `say in \`holders\` who may ${right} at ${code}`)
  return found
}

before(async () => {
  app = await startTestApp()
  for (const login of logins) browsers.set(login, await app.signIn(login))
  const found: Owned[] = []
  for (const code of Object.keys(holders)) {
    const things = await thingsOf(app, code)
    found.push({ ...things, turn: await helpingAt(things) })
  }
  owned = found
})
after(() => app?.close())

/** Everything that lasts: the tables and the kept files. */
const lasting = async () => ({
  ...(await contentsOf(app.world.database)),
  files: readdirSync(join(app.world.config.dataDir, 'files'), { recursive: true }).length,
})

const acts = async (): Promise<number> =>
  (await app.world.database.one<{ n: number }>(sql`select count(*) as n from journal`)).n

describe('the list of routes', () => {
  it('has no address of staff that others may open, and no form that is open to all but those to sign in and out and of the links in letters', () => {
    const staff = app.app.routes.filter(({ path }) => path.startsWith('/nghiep-vu/'))
    assert.deepEqual(staff.filter(route => !isStaff(route)).map(named), [])
    const open = app.app.routes.filter(({ method, permission }) => method === 'POST' && permission.kind === 'public')
    assert.deepEqual(
      open.map(({ path }) => path),
      [
        '/dang-nhap',
        '/dang-xuat',
        '/thu/thoi/:token',
        '/thu/xac-nhan/:token',
        '/hoat-dong/:activity/ghi-ten',
        '/ghi-ten/:ticket/so-nguoi',
        '/ghi-ten/:ticket/bo',
      ],
    )
  })

  it('asks for the right of the work that is done there, and of a named thing at the institution that it belongs to', () => {
    for (const route of staffRoutes()) {
      const work = works.find(([address]) => route.path === address || route.path.startsWith(`${address}/`))
      assert.equal(route.permission.right, work?.[1], `${named(route)}: say in \`works\` what is done there`)
      if (route.path.includes(':')) assert.notEqual(route.permission.where, 'some', named(route))
    }
  })

  it('has an entry here for each form of staff, and each entry belongs to one', () => {
    const forms = staffRoutes().filter(({ method }) => method === 'POST')
    for (const route of forms) for (const things of owned) bodyOf(route, things)
    assert.deepEqual(Object.keys(sent).sort(), forms.map(({ path }) => path).sort())
  })
})

describe('a route of staff', () => {
  it('turns a visitor, a reader, and staff of elsewhere or of another task away; nothing is written', async t => {
    const was = await lasting()
    let tries = 0
    for (const things of owned) {
      const theirs = new RegExp(`${things.cardNumber}|${things.copy}|waiting-${things.code}\\.`)
      for (const route of staffRoutes()) {
        const allowed = mayPass(route, things)
        for (const login of [null, ...logins.filter(one => !allowed.includes(one))]) {
          const answer = await send(login, route, things)
          const what = `${login ?? 'a visitor'} at ${things.code}: ${named(route)}`
          assert.equal(answer.status, login === null ? 401 : 403, what)
          assert.doesNotMatch(await answer.text(), theirs, what)
          tries += 1
        }
      }
    }
    assert.deepEqual(await lasting(), was)
    t.diagnostic(`${tries} tries at ${staffRoutes().length} routes and ${owned.length} institutions`)
  })

  it('lets everyone pass who holds its right there, and their form changes something', async () => {
    for (const its of owned) {
      const things = { ...its, turn: await helpingAt(its) }
      for (const route of staffRoutes()) {
        // A turn that was opened since has ended this one.
        if (route.path === '/nghiep-vu/giup/:turn') things.turn = await helpingAt(its)
        for (const [turn, login] of mayPass(route, things).entries()) {
          const was = await acts()
          const { status } = await send(login, route, things)
          const what = `${login} at ${things.code}: ${named(route)}: ${status}`
          if (route.method === 'GET') assert.ok([200, 303].includes(status), what)
          // Whoever comes second may be told that it is done already.
          else if (turn > 0) assert.ok([303, 409, 422].includes(status), what)
          else assert.ok(status === (answeredByPage.includes(route.path) ? 200 : 303) && (await acts()) > was, what)
          await atRest(app, things.batch)
          await atRest(app, things.table)
        }
      }
    }
  })

  it('says of what is not there, or is no name of anything, that it is not there', async () => {
    const [{ code: _, ...known } = {}] = owned
    const nothing = {
      ...known,
      code: 'KHONGCO',
      card: newId(),
      leaver: newId(),
      turn: newId(),
      batch: newId(),
      table: newId(),
      object: newId(),
      activity: newId(),
      draft: newId(),
      coming: newId(),
      act: newId(),
      count: newId(),
      appointment: newId(),
      edition: newId(),
      item: newId(),
      request: newId(),
      held: newId(),
      indicator: 'nothing',
    } as Things
    const unreadable = {
      ...nothing,
      code: "1' or '1'='1",
      card: '../TVT',
      leaver: '%',
      turn: '%',
      batch: '%',
      object: '%',
      activity: '%',
      draft: '%',
      coming: '%',
      act: '%',
      count: '%',
      appointment: '%',
      edition: '%',
      item: '%',
      request: '%',
      held: '%',
      indicator: '%',
    }
    for (const route of staffRoutes().filter(({ path }) => path.includes(':'))) {
      for (const things of [nothing, unreadable]) {
        assert.equal((await send('quan-tri', route, things)).status, 404, addressOf(route, things))
      }
    }
  })
})
