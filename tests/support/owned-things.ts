import { newId } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database/sql.ts'
import { account } from './accounts.ts'
import type { TestApp } from './app.ts'
import { control, data, iso2709 } from './marc.ts'

/** Something of an institution, by the name of the parameter that stands for it in an address. */
export interface Things {
  readonly code: string
  /** A card that may borrow. */
  readonly card: string
  readonly cardNumber: string
  /** The card of a reader who wants to be erased. */
  readonly leaver: string
  /** A batch that waits for somebody's consent. */
  readonly batch: string
  /** A batch whose columns wait for somebody's word. */
  readonly table: string
  /** An object in its register. */
  readonly object: string
  /** The barcode of a copy on its shelf. */
  readonly copy: string
  /** A lending of today at its desk, which may still be undone. */
  readonly act: string
  /** The barcode of a copy that it lent, and the number of the card that has it. */
  readonly lent: string
  readonly lentTo: string
  /** A loan that it has out for longer. */
  readonly loan: string
  /** A letter of its that was given up. */
  readonly notice: string
  /** A button of its counter, and a count of today by it, which may still be undone. */
  readonly button: string
  readonly count: string
  /** Somebody's appointment there. */
  readonly appointment: string
  /** An event of today, one that is not published, and one that is to come; somebody counted at the door of the first. */
  readonly activity: string
  readonly draft: string
  readonly coming: string
  readonly checkIn: string
  /** A book that it described, one of the two printings of its work, and a copy of it. */
  readonly edition: string
  readonly work: string
  readonly item: string
  /** The barcode and the id of a copy in its closed stacks, and a slip of a reader for another one. */
  readonly closed: string
  readonly held: string
  readonly request: string
  /** A figure, which is everybody's. */
  readonly indicator: string
}

/** What a page of ours would send, as an act of its own. */
export const form = (fields: Record<string, string>): URLSearchParams =>
  new URLSearchParams({ act: newId(), ...fields })

/** What an organiser types: an event of this morning, unless another day is said. */
export const eventAt = (title: string, day = '2026-11-24'): Record<string, string> => ({
  ten: title,
  'o-dau': 'Sân trước',
  ngay: day,
  tu: '08:00',
  den: '11:00',
})

export function fileForm(code: string, name: string): FormData {
  const record = iso2709([
    control('001', name),
    data('100', '1 ', 'a', 'Lê Thử'),
    data('245', '10', 'a', `Sách thử ${name}`),
  ])
  const body = new FormData()
  body.set('act', newId())
  body.set('noi', code)
  body.set('tep', new File([new Uint8Array(record)], `${name}.mrc`))
  return body
}

function tableForm(code: string): FormData {
  const body = new FormData()
  body.set('act', newId())
  body.set('noi', code)
  body.set('tep', new File([`Tên sách\nSách trong bảng của ${code}\n`], 'bang.csv'))
  return body
}

/** Something of everything that an institution of the demonstration has; sends a file for it as the administrator. */
export async function thingsOf(app: TestApp, code: string): Promise<Things> {
  const db = app.world.database
  const headers = await app.signIn('quan-tri')
  const card = await db.one<{ id: string; number: string }>(sql`
    select card.id, number from card join institution on institution.id = card.institution
    where code = ${code} and card.state = 'valid' and expires_on > '2026-11-24' and not exists (
      select from loan where loan.person = card.person and returned_at is null and due_on < '2026-11-24')
    order by (select count(*) from loan where loan.person = card.person and returned_at is null), number limit 1`)
  const [copy, another] = await db.many<{ barcode: string }>(sql`
    select barcode from item join institution on institution.id = item.keeper
    where code = ${code} and status = 'available' and item.deleted_at is null order by barcode limit 2`)
  const loan = await db.maybeOne<{ barcode: string; number: string }>(sql`
    select barcode, number from loan join item on item.id = loan.item join card on card.id = loan.card
    join institution on institution.id = loan.institution
    where code = ${code} and returned_at is null and due_on > '2026-11-24' and item.deleted_at is null
    order by barcode limit 1`)
  const post = async (path: string, body: FormData | URLSearchParams): Promise<string> => {
    const answer = await fetch(`${app.url}${path}`, { method: 'POST', headers, body, redirect: 'manual' })
    if (answer.status !== 303) throw new Error(`${path} answered ${answer.status}`)
    return answer.headers.get('location') ?? ''
  }
  const batch = (await post('/nghiep-vu/nhap', fileForm(code, `waiting-${code}`))).split('/').at(-1) ?? ''
  await atRest(app, batch)
  const table = (await post('/nghiep-vu/nhap', tableForm(code))).split('/').at(-1) ?? ''
  const registered = await post(`/nghiep-vu/hien-vat/${code}/moi`, form({ number: '1', title: `Hiện vật của ${code}` }))
  const lending = form({ viec: 'muon', the: card.number, quet: another?.barcode ?? '' })
  await post(`/nghiep-vu/quay/${code}`, lending)
  const leaving = await post(
    `/nghiep-vu/ban-doc/${code}/moi`,
    form({ 'ho-ten': `Người ra đi ở ${code}`, nhom: 'adult' }),
  )
  const left = new URL(leaving, app.url).searchParams.get('q') ?? ''
  const leaver = await db.one<{ id: string }>(sql`select id from card where number = ${left}`)
  const institution = await db.one<{ id: string }>(sql`select id from institution where code = ${code}`)
  const { button, count } = await ownCount(app, code, headers)
  const login = `tam-${code.toLowerCase()}`
  const person = await account(app.world, login, { role: 'keeper', institution: institution.id })
  const appointment = await db.one<{ id: string }>(sql`select id from role_grant where person = ${person}`)
  const event = async (fields: Record<string, string>): Promise<string> =>
    (await post(`/nghiep-vu/hoat-dong/${code}/moi`, form(fields))).split('/').at(-1)?.split('?')[0] ?? ''
  const activity = await event({ ...eventAt(`Buổi của ${code}`), dang: 'co' })
  const counted = await post(`/nghiep-vu/hoat-dong/buoi/${activity}/co-mat`, form({ khach: 'co', 'nguoi-lon': '3' }))
  return {
    activity,
    draft: await event({ ...eventAt(`Bản nháp của ${code}`), nhap: 'co' }),
    coming: await event({ ...eventAt(`Buổi sau của ${code}`, '2026-12-20'), dang: 'co' }),
    checkIn: new URL(counted, app.url).searchParams.get('luot') ?? '',
    code,
    card: card.id,
    cardNumber: card.number,
    leaver: leaver.id,
    batch,
    table,
    object: new URL(registered, app.url).searchParams.get('vua') ?? '',
    copy: copy?.barcode ?? '',
    act: lending.get('act') ?? '',
    lent: loan?.barcode ?? '',
    lentTo: loan?.number ?? '',
    ...(await ownLetter(app, institution.id)),
    button,
    count,
    appointment: appointment.id,
    indicator: 'circulations',
    ...(await ownBook(app, code)),
    ...(await ownSlip(app, code, card.number)),
  }
}

/** The loan that is out longest, and a letter that the mail server did not take. */
async function ownLetter(
  { world: { database } }: TestApp,
  institution: string,
): Promise<Pick<Things, 'loan' | 'notice'>> {
  const notice = newId()
  await database.run(sql`
    insert into notice (id, topic, key_hash, institution, address, channel, language, template, state, not_before,
                        problem, queued_at, ended_at)
    values (${notice}, 'confirm-address', sha256(${notice}::bytea), ${institution}, 'ai@example.vn', 'email', 'vi',
            '{"link": "/thu/xac-nhan/x"}', 'failed', now(), '550', now(), now())`)
  const loan = await database.one<{ id: string }>(sql`
    select id from loan where institution = ${institution} and returned_at is null order by lent_at, id limit 1`)
  return { loan: loan.id, notice }
}

/** The first button of the counter, and a visitor counted by it. */
async function ownCount(app: TestApp, code: string, headers: Record<string, string>) {
  const at = `${app.url}/nghiep-vu/dem-khach/${code}`
  const html = await (await fetch(at, { headers })).text()
  const button = /name="loai" value="([^"]+)"/.exec(html)?.[1] ?? ''
  const counting = form({ loai: button })
  await fetch(at, { method: 'POST', headers, body: counting, redirect: 'manual' })
  return { button, count: counting.get('act') ?? '' }
}

/** Two copies put into closed stacks, of one of which this card asks. */
async function ownSlip(app: TestApp, code: string, card: string): Promise<Pick<Things, 'closed' | 'held' | 'request'>> {
  const db = app.world.database
  const headers = await app.signIn('quan-tri')
  const [asked, closed] = await db.many<{ barcode: string }>(sql`
    select max(barcode) as barcode from item join institution on institution.id = item.keeper
    where code = ${code} and status = 'available' and item.deleted_at is null and barcode is not null
    group by edition having count(*) = 1 order by 1 desc limit 2`)
  const both = [asked?.barcode ?? '', closed?.barcode ?? '']
  await db.run(sql`update item set location = 'Kho đóng' where barcode = any(${both})`)
  const send = (path: string, body: URLSearchParams) =>
    fetch(`${app.url}/nghiep-vu/quay/${code}/${path}`, { method: 'POST', headers, body, redirect: 'manual' })
  await send('kho-dong', form({ kho: '=Kho đóng' }))
  const slip = form({ the: card, ma: asked?.barcode ?? '' })
  const answer = await send('yeu-cau', slip)
  if (answer.status !== 303) throw new Error(`the slip at ${code} was answered ${answer.status}`)
  const held = await db.one<{ id: string }>(sql`select id from item where barcode = ${closed?.barcode ?? ''}`)
  return { closed: closed?.barcode ?? '', held: held.id, request: slip.get('act') ?? '' }
}

/** Two printings of a book that an institution describes, a copy of each; the second of them. */
async function ownBook(app: TestApp, code: string): Promise<Pick<Things, 'edition' | 'work' | 'item'>> {
  const headers = await app.signIn('quan-tri')
  for (const nam of ['2001', '2002']) {
    const body = form({ noi: code, 'nhan-de': `Sách riêng của ${code}`, 'tac-gia': 'Lê Thử', nam, 'so-ban': '1' })
    await fetch(`${app.url}/nghiep-vu/muc-luc/moi`, { method: 'POST', headers, body, redirect: 'manual' })
  }
  return app.world.database.one<Pick<Things, 'edition' | 'work' | 'item'>>(sql`
    select edition.id as edition, work, item.id as item from edition join item on item.edition = edition.id
    where edition.title -> 0 ->> 'text' = ${`Sách riêng của ${code}`} and year = 2002`)
}

/** Waits until nothing works on a batch. */
export async function atRest({ world: { database } }: TestApp, batch: string): Promise<void> {
  const end = Date.now() + 20_000
  const open = sql`select count(*) as n from job where subject = ${batch} and state in ('waiting', 'running')`
  while ((await database.one<{ n: number }>(open)).n > 0) {
    if (Date.now() > end) throw new Error(`${batch} never came to rest`)
    await new Promise(resolve => setTimeout(resolve, 20))
  }
}
