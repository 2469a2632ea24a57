import { confirmToken, leaveToken } from '../../src/modules/notices/link-token.ts'
import { confirmPath, leavePath } from '../../src/modules/notices/paths.ts'
import { noticeSecret } from '../../src/modules/notices/secret-store.ts'
import { putContact } from '../../src/modules/people/index.ts'
import { newId } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database/sql.ts'
import type { TestApp } from './app.ts'
import { importBatches } from './import-batches.ts'

/** One address of a route, as somebody opens it. */
export interface Example {
  readonly path: string
  /** Whose page it is; a visitor's without. */
  readonly as?: string
  /** What it answers when it is not 200. */
  readonly status?: number
  /** It is no page but a file of this type, or leads on to another address. */
  readonly file?: string
}

/** Addresses of every route, by its pattern. */
export type Addresses = Readonly<Record<string, readonly Example[]>>

const pages = (...paths: readonly string[]): Example[] => paths.map(path => ({ path }))
const answering = (status: number, ...paths: readonly string[]): Example[] => paths.map(path => ({ path, status }))
const of = (as: string, ...paths: readonly string[]): Example[] => paths.map(path => ({ path, as }))
const file = (path: string, type: string, as?: string): Example[] => [{ path, file: type, ...(as ? { as } : {}) }]

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const assets: Addresses = {
  '/assets/style.css': file('/assets/style.css', 'text/css'),
  '/assets/staff.css': file('/assets/staff.css', 'text/css'),
  '/assets/staff.js': file('/assets/staff.js', 'text/javascript'),
  '/assets/camera.js': file('/assets/camera.js', 'text/javascript'),
  '/assets/barcode-reader.js': file('/assets/barcode-reader.js', 'text/javascript'),
  '/assets/zxing_reader.wasm': file('/assets/zxing_reader.wasm', 'application/wasm'),
  '/assets/register-worker.js': file('/assets/register-worker.js', 'text/javascript'),
  '/assets/icon.svg': file('/assets/icon.svg', 'image/svg+xml'),
  '/assets/icon-192.png': file('/assets/icon-192.png', 'image/png'),
  '/assets/icon-512.png': file('/assets/icon-512.png', 'image/png'),
  '/manifest.webmanifest': file('/manifest.webmanifest', 'application/manifest+json'),
  '/service-worker.js': file('/service-worker.js', 'text/javascript'),
  '/sw.js': file('/sw.js', 'text/javascript'),
  '/assets/counter.js': file('/assets/counter.js', 'text/javascript'),
  '/assets/quick-desk.js': file('/assets/quick-desk.js', 'text/javascript'),
  '/assets/queue.js': file('/assets/queue.js', 'text/javascript'),
}

const places: Addresses = {
  '/xa': pages('/xa', '/xa?trang=2', '/xa?ngay=2025-06-30', '/xa?ngay=hôm+qua&ten=ta&huyen=088', '/xa?ten=khong-co'),
  '/xa/:code': [...pages('/xa/03043', '/xa/02647?ngay=2025-06-30', '/xa/02644'), ...answering(404, '/xa/99999')],
  '/huyen/:code': [...pages('/huyen/088', '/huyen/080'), ...answering(404, '/huyen/999')],
}

const institutions: Addresses = {
  '/noi': pages('/noi', '/noi?trang=3', '/noi?loai=museum', '/noi?thuoc=TVT', '/noi?q=khong+co+noi+nao', '/noi?xa=x'),
  // The provincial library, one in a commune, a book-case, one on wheels, museums, houses of culture, a learning
  // centre, a school, a partner, and one that is no more.
  '/noi/:code': [
    ...pages(
      ...['TVT', 'TVTAPHIN', 'TSSUOITHAU', 'XETV', 'BTT', 'BTTNTHOCAM', 'TTVHT', 'NVBANLU'].map(code => `/noi/${code}`),
      ...['HTTAPHIN', 'THTAVAN', 'HKHT', 'TVYB'].map(code => `/noi/${code}`),
    ),
    ...answering(404, '/noi/KHONGCO'),
  ],
  '/so-do': pages('/so-do'),
  '/nghiep-vu/noi/moi': of('can-bo-so', '/nghiep-vu/noi/moi'),
  '/nghiep-vu/noi/:code/sua': [
    ...of('thu-thu-tinh', '/nghiep-vu/noi/TVT/sua'),
    ...of('can-bo-so', '/nghiep-vu/noi/BTT/sua'),
  ],
}

const search: Addresses = {
  '/tim-kiem': pages(
    '/tim-kiem',
    '/tim-kiem?q=tay+bac',
    '/tim-kiem?q=Lào+Cai&loai=work&con=1&xep=title&trang=2&them=subject',
    '/tim-kiem?q=ta+phin&loai=place',
    '/tim-kiem?q=ngiên+cứu+zzzz',
    '/tim-kiem?q=zzqqxx',
    '/tim-kiem?q=thơ&noi=KHONGCO&xa=0&tieng=xx&de-tai=không&thap-nien=1&trang=999',
    '/tim-kiem?q=%3Cscript%3Ealert(1)%3C/script%3E',
    `/tim-kiem?q=${'nghiêng'.repeat(40)}`,
  ),
  '/duyet': pages('/duyet'),
  '/duyet/de-tai': pages('/duyet/de-tai', '/duyet/de-tai?trang=2', '/duyet/de-tai?trang=999'),
  '/duyet/xa': pages('/duyet/xa'),
  '/duyet/noi': pages('/duyet/noi', '/duyet/noi?trang=x'),
  '/api/search': file('/api/search?q=tay+bac', 'application/json'),
  '/api/suggest': file('/api/suggest?q=ta', 'application/json'),
}

const figures: Addresses = {
  '/so-lieu': pages('/so-lieu', '/so-lieu?ky=2026-10', '/so-lieu?noi=TVT&ky=2026-11', '/so-lieu?noi=X&ky=x&trang=9'),
  '/so-lieu.csv': [
    ...file('/so-lieu.csv?noi=TVT&ky=2026-10', 'text/csv'),
    ...answering(303, '/so-lieu.csv?ky=2026-13'),
  ],
  '/so-lieu.xlsx': file('/so-lieu.xlsx?ky=2026-11', workbook),
  '/so-lieu/:indicator': [
    ...pages(
      ...['copies', 'circulations', 'visits', 'activities', 'participants'].map(code => `/so-lieu/${code}`),
      '/so-lieu/circulations?theo=xa&dia-gioi=luc-do&ky=2026-11',
      '/so-lieu/copies?theo=dia-diem&noi=TVT',
    ),
    ...of('can-bo-so', '/so-lieu/circulations?ky=2026-11&theo=xa'),
    ...answering(404, '/so-lieu/khong-co'),
  ],
  '/so-lieu/:indicator/:file': [
    ...file('/so-lieu/circulations/bang.csv?theo=xa', 'text/csv'),
    ...file('/so-lieu/copies/bang.xlsx', workbook),
    ...answering(404, '/so-lieu/copies/bang.pdf'),
  ],
  '/nghiep-vu/so-lieu/:indicator/su-viec': of(
    'can-bo-so',
    '/nghiep-vu/so-lieu/circulations/su-viec',
    '/nghiep-vu/so-lieu/copies/su-viec?noi=TVT&trang=2',
    '/nghiep-vu/so-lieu/visits/su-viec?ky=x',
  ),
  '/nghiep-vu/ke-hoach': of(
    'can-bo-so',
    '/nghiep-vu/ke-hoach',
    '/nghiep-vu/ke-hoach?chi-so=visits&ky=2026&xong=3',
    '/nghiep-vu/ke-hoach?chi-so=x&ky=hom-nay',
    '/nghiep-vu/ke-hoach?chi-so=copies&ky=2030-02',
  ),
}

async function catalogue({ world: { database } }: TestApp, withoutCopies: string, gone: string): Promise<Addresses> {
  const works = await database.many<{ id: string }>(sql`
    select work as id from edition join item on item.edition = edition.id
    group by work order by count(distinct keeper) desc, work limit 1`)
  const longest = await database.many<{ id: string }>(sql`
    select id from work where deleted_at is null order by length(title -> 0 ->> 'text') desc, id limit 1`)
  const foreign = await database.many<{ id: string }>(sql`
    select work as id from edition where language not in ('vi', 'vie') order by work limit 1`)
  const editions = await database.many<{ id: string }>(sql`select id from edition where deleted_at is null limit 1`)
  const edition = editions[0]?.id
  const shown = [...works, ...longest, ...foreign].map(({ id }) => `/sach/${id}`)
  return {
    '/sach/:work': [
      ...pages(...shown, `/sach/${withoutCopies}`),
      ...of(librarian, ...shown.slice(0, 1)),
      ...file(`${shown[0]}?as=json`, 'application/json'),
      ...file(`${shown[0]}?as=dc`, 'application/xml'),
      ...file(`${shown[0]}?as=marcxml`, 'application/marcxml+xml'),
      ...file(`${shown[0]}?as=marc`, 'application/marc'),
      ...answering(406, `${shown[0]}?as=zip`),
      ...answering(410, `/sach/${gone}`),
      ...answering(404, '/sach/khong-co'),
    ],
    '/sach/an-pham/:file': [
      ...file(`/sach/an-pham/${edition}.mrc`, 'application/marc'),
      ...file(`/sach/an-pham/${edition}.xml`, 'application/marcxml+xml'),
      ...answering(404, '/sach/an-pham/khong.mrc'),
    ],
  }
}

async function cataloguing({ world: { database } }: TestApp): Promise<Addresses> {
  const [held] = await database.many<{ edition: string; item: string }>(sql`
    select edition.id as edition, item.id as item from edition join item on item.edition = edition.id
    join institution on institution.id = edition.owner and institution.id = item.owner
    where code = 'TVT' and item.deleted_at is null and barcode is not null and status = 'available'
    order by barcode limit 1`)
  const [lent] = await database.many<{ item: string }>(sql`
    select item.id as item from item join institution on institution.id = item.owner
    where code = 'TVT' and status = 'on-loan' order by barcode limit 1`)
  const at = `/nghiep-vu/muc-luc/an-pham/${held?.edition}`
  return {
    '/nghiep-vu/muc-luc/moi': of(librarian, '/nghiep-vu/muc-luc/moi'),
    '/nghiep-vu/muc-luc/an-pham/:edition/sua': of(librarian, `${at}/sua`),
    '/nghiep-vu/muc-luc/an-pham/:edition/tac-pham': of(librarian, `${at}/tac-pham`, `${at}/tac-pham?xong=ghep`),
    '/nghiep-vu/muc-luc/ban': [
      ...of(librarian, `/nghiep-vu/muc-luc/ban?an-pham=${held?.edition}&xong=ghi`),
      ...of('thu-thu-yen-bai', `/nghiep-vu/muc-luc/ban?an-pham=${held?.edition}`),
      { path: '/nghiep-vu/muc-luc/ban', as: librarian, status: 303 },
    ],
    '/nghiep-vu/muc-luc/ban/:item': of(
      librarian,
      `/nghiep-vu/muc-luc/ban/${held?.item}`,
      `/nghiep-vu/muc-luc/ban/${lent?.item}`,
    ),
  }
}

const arrivals: Addresses = {
  '/moi': pages('/moi', '/moi?trang=2', '/moi?noi=TSSUOITHAU', '/moi?noi=BTT', '/moi?noi=KHONGCO&trang=x'),
  '/moi.rss': [
    ...file('/moi.rss', 'application/rss+xml'),
    ...file('/moi.rss?noi=TVT&lang=en', 'application/rss+xml'),
    ...answering(404, '/moi.rss?noi=KHONGCO'),
  ],
}

const librarian = 'thu-thu-tinh'

function imports(review: string, columns: string, applied: string, withdrawn: string): Addresses {
  const at = (batch: string, end = '') => `/nghiep-vu/nhap/${batch}${end}`
  return {
    '/nghiep-vu/nhap': of(librarian, '/nghiep-vu/nhap'),
    '/nghiep-vu/nhap/:batch': of(
      librarian,
      at(review),
      at(columns),
      at(review, '?xem=doubtful'),
      at(review, '?xem=problem&da-co=1'),
      at(applied),
      at(withdrawn),
    ),
    '/nghiep-vu/nhap/:batch/dua-vao': of(librarian, at(review, '/dua-vao')),
    '/nghiep-vu/nhap/:batch/rut': of(librarian, at(applied, '/rut')),
    '/nghiep-vu/nhap/:batch/de-lai': file(at(applied, '/de-lai'), 'application/marc', librarian),
    '/nghiep-vu/nhap/:batch/danh-sach.csv': file(at(applied, '/danh-sach.csv'), 'text/csv', librarian),
  }
}

async function desk({ world: { database } }: TestApp): Promise<Addresses> {
  const cards = await database.many<{ number: string }>(sql`
    select card.number from card join person on person.id = card.person
    where person.display_name in ('Bạn đọc mẫu 01', 'Bạn đọc mẫu 04', 'Bạn đọc mẫu 05') order by card.number`)
  const acts = await database.many<{ id: string }>(sql`
    select id from journal where type in ('circulation.return', 'circulation.lend')
    and institution = (select id from institution where code = 'TVT') order by seq desc limit 1`)
  const slips = await database.many<{ id: string; work: string; edition: string }>(sql`
    select stack_request.id, work, edition from stack_request join edition on edition.id = stack_request.edition
    order by number limit 1`)
  const copies = await database.many<{ id: string }>(sql`select id from item where barcode = 'TVT-100001'`)
  const at = (query: string) => `/nghiep-vu/quay/TVT${query}`
  return {
    '/nghiep-vu/quay': [
      ...of('quan-tri', '/nghiep-vu/quay'),
      { path: '/nghiep-vu/quay', as: 'giu-tu-suoi-thau', status: 303 },
    ],
    '/nghiep-vu/quay/:code': [
      ...of(
        librarian,
        at(''),
        at('?viec=tra'),
        at('?viec=doc-tai-cho'),
        ...cards.map(({ number }) => at(`?viec=muon&the=${number}&vua=${acts[0]?.id}`)),
      ),
      { path: at('?viec=gia-han&the=KHONG-CO'), as: librarian, status: 404 },
      ...of('giu-tu-suoi-thau', '/nghiep-vu/quay/TSSUOITHAU'),
    ],
    '/sach/:work/yeu-cau': [
      ...of('ban-doc-01', `/sach/${slips[0]?.work}/yeu-cau`),
      ...of('ban-doc-06', `/sach/${slips[0]?.work}/yeu-cau?vua=${slips[0]?.id}`),
    ],
    '/nghiep-vu/quay/:code/yeu-cau': [
      ...of(librarian, at('/yeu-cau'), at(`/yeu-cau?an-pham=${slips[0]?.edition}&vua=${slips[0]?.id}`)),
      ...of('giu-tu-suoi-thau', '/nghiep-vu/quay/TSSUOITHAU/yeu-cau'),
    ],
    '/nghiep-vu/quay/:code/yeu-cau/:request/phieu': of(librarian, at(`/yeu-cau/${slips[0]?.id}/phieu`)),
    '/nghiep-vu/quay/:code/ghi-chu/:held': of(librarian, at(`/ghi-chu/${copies[0]?.id}?viec=tra`)),
    '/nghiep-vu/quay/:code/so-ngay': [
      ...of(librarian, at('/so-ngay'), at('/so-ngay?ngay=2026-11-23')),
      ...file(at('/so-ngay?ngay=2026-11-23&dang=csv'), 'text/csv', librarian),
      { path: at('/so-ngay?ngay=hom-qua'), as: librarian, status: 422 },
    ],
    '/nghiep-vu/quay/:code/so-thang': [
      ...of(librarian, at('/so-thang?thang=2026-11')),
      ...file(at('/so-thang?dang=csv'), 'text/csv', librarian),
      { path: at('/so-thang?thang=13'), as: librarian, status: 422 },
    ],
    '/nghiep-vu/quay/:code/kho-dong': of(librarian, at('/kho-dong'), at('/kho-dong?xong=ghi')),
    '/nghiep-vu/quay/:code/qua-han/giay-nhac': of(librarian, at('/qua-han/giay-nhac'), at('/qua-han/giay-nhac?the=x')),
    '/nghiep-vu/quay/:code/khong-song': of('giu-tu-suoi-thau', '/nghiep-vu/quay/TSSUOITHAU/khong-song'),
    '/nghiep-vu/quay/:code/qua-han': [
      ...of(librarian, at('/qua-han')),
      ...of('giu-tu-suoi-thau', '/nghiep-vu/quay/TSSUOITHAU/qua-han'),
    ],
    '/nghiep-vu/quay/:code/goi-dien': of(librarian, at('/goi-dien'), at('/goi-dien?xong=goi')),
    '/nghiep-vu/quay/:code/goi-dien.csv': file(at('/goi-dien.csv'), 'text/csv', librarian),
  }
}

const counters: Addresses = {
  '/nghiep-vu/dem-khach/:code': [
    ...of('giu-tu-suoi-thau', '/nghiep-vu/dem-khach/TSSUOITHAU'),
    ...of('kiem-ke-bao-tang', '/nghiep-vu/dem-khach/BTT?co-so=khong-co'),
  ],
  '/nghiep-vu/dem-khach/:code/nut': of('giu-tu-suoi-thau', '/nghiep-vu/dem-khach/TSSUOITHAU/nut'),
  '/nghiep-vu/dem-khach/:code/ngay': [
    ...of('kiem-ke-bao-tang', '/nghiep-vu/dem-khach/BTT/ngay?ngay=2026-11-21', '/nghiep-vu/dem-khach/BTT/ngay'),
    { path: '/nghiep-vu/dem-khach/BTT/ngay?ngay=hom-qua', as: 'kiem-ke-bao-tang', status: 422 },
  ],
}

/** The page on which the desk erases a reader: one who may go, and one who has something on loan. */
async function leaving({ world: { database } }: TestApp): Promise<Addresses> {
  const cards = await database.many<{ id: string }>(sql`
    select card.id from card join person on person.id = card.person
    where person.display_name in ('Bạn đọc mẫu 03', 'Bạn đọc mẫu 10') order by card.number`)
  return { '/nghiep-vu/the/:leaver/xoa': of(librarian, ...cards.map(({ id }) => `/nghiep-vu/the/${id}/xoa`)) }
}

/** Where a helper begins; and a turn that another browser of theirs opened, which leads back there. */
async function helping({ world: { database }, url, signIn }: TestApp): Promise<Addresses> {
  const { number } = await database.one<{ number: string }>(
    sql`select number from card join person on person.id = card.person where display_name = 'Bạn đọc mẫu 23'`,
  )
  const body = new URLSearchParams({ noi: 'TSSUOITHAU', the: number, 'dong-y': 'card' })
  const headers = await signIn('nguoi-ban-so')
  const opened = await fetch(`${url}/nghiep-vu/giup`, { method: 'POST', headers, body, redirect: 'manual' })
  return {
    '/nghiep-vu/giup': [
      ...of('nguoi-ban-so', '/nghiep-vu/giup', '/nghiep-vu/giup?xong=roi'),
      ...of(librarian, '/nghiep-vu/giup'),
    ],
    '/nghiep-vu/giup/:turn': [{ path: opened.headers.get('location') ?? '', as: 'nguoi-ban-so', status: 303 }],
  }
}

const people: Addresses = {
  '/dang-nhap': pages('/dang-nhap', '/dang-nhap?ve=/tai-khoan'),
  '/dang-nhap/ma': of(librarian, '/dang-nhap/ma'),
  '/tai-khoan': [...of('ban-doc-01', '/tai-khoan'), ...of('ban-doc-04', '/tai-khoan'), ...of(librarian, '/tai-khoan')],
  '/tai-khoan/muon': [...of('ban-doc-04', '/tai-khoan/muon'), ...of('ban-doc-11', '/tai-khoan/muon?vua=khong')],
  '/tai-khoan/du-lieu': [...of('ban-doc-04', '/tai-khoan/du-lieu'), ...of(librarian, '/tai-khoan/du-lieu')],
  '/tai-khoan/du-lieu.json': file('/tai-khoan/du-lieu.json', 'application/json', 'ban-doc-04'),
  '/tai-khoan/xoa': [...of('ban-doc-04', '/tai-khoan/xoa'), ...of(librarian, '/tai-khoan/xoa')],
  '/tai-khoan/mat-khau': of('ban-doc-01', '/tai-khoan/mat-khau'),
  '/tai-khoan/bao-ve': of(librarian, '/tai-khoan/bao-ve'),
  '/nghiep-vu/ban-doc/:code': of(
    librarian,
    '/nghiep-vu/ban-doc/TVT',
    '/nghiep-vu/ban-doc/TVT?q=m%E1%BA%ABu+05',
    '/nghiep-vu/ban-doc/TVT?q=khong-ai',
  ),
  '/nghiep-vu/ban-doc/:code/moi': of(librarian, '/nghiep-vu/ban-doc/TVT/moi'),
  '/nghiep-vu/can-bo': of('quan-tri', '/nghiep-vu/can-bo', '/nghiep-vu/can-bo?xong=thoi'),
  '/nghiep-vu/can-bo/moi': of('quan-tri', '/nghiep-vu/can-bo/moi'),
  '/nghiep-vu/nhat-ky': [
    ...of('quan-tri', '/nghiep-vu/nhat-ky'),
    ...of(librarian, '/nghiep-vu/nhat-ky?truoc=40', '/nghiep-vu/nhat-ky?noi=TVT&tu=2026-01-01'),
    { path: '/nghiep-vu/nhat-ky?tu=hom-qua', as: librarian, status: 422 },
  ],
  '/nghiep-vu/nhat-ky/xem-ho-so': of(librarian, '/nghiep-vu/nhat-ky/xem-ho-so'),
}

/** The links at the foot of a letter and in one to confirm; one's own letters. */
async function letters({ world: { database, clock } }: TestApp): Promise<Addresses> {
  const { person } = await database.one<{ person: string }>(sql`select person from account where login = 'ban-doc-04'`)
  const { card } = await database.one<{ card: string }>(sql`
    select card.id as card from card join institution on institution.id = card.institution
    where code = 'TVT' and person = ${person}`)
  await database.run(sql`
    insert into notice (id, topic, key_hash, institution, person, channel, language, template, state, not_before,
                        problem, queued_at, ended_at)
    select ${newId()}, 'overdue', '\\x01', institution, person, 'email', 'vi', '{}', 'failed', ${clock.now()}, '550',
           ${clock.now()}, ${clock.now()} from card where id = ${card}`)
  const secret = await noticeSecret(database)
  const contact = newId()
  const now = clock.now()
  const email = { id: contact, person, kind: 'email', value: 'ban-doc-04@example.vn', confirmedAt: null } as const
  await putContact(database, { ...email, addedBy: person, now })
  const confirm = confirmPath(confirmToken(secret, contact, new Date(now.getTime() + 86_400_000)))
  const leave = leavePath(leaveToken(secret, { recipient: { kind: 'person', person }, subject: 'loans' }))
  return {
    '/thu/thoi/:token': [...pages(leave), ...answering(404, leavePath('khong-co'))],
    '/thu/xac-nhan/:token': [...pages(confirm), ...answering(404, confirmPath('khong-co'))],
    '/nghiep-vu/the/:card/lien-he': of(librarian, `/nghiep-vu/the/${card}/lien-he?xong=luu`),
    '/nghiep-vu/thu/:code': of(librarian, '/nghiep-vu/thu/TVT'),
    '/tai-khoan/thu': [...of('ban-doc-01', '/tai-khoan/thu?xong=chon'), ...of('ban-doc-04', '/tai-khoan/thu')],
  }
}

/** A basket of the demonstration, and an object that is shown to staff only. */
async function objects({ world: { database } }: TestApp): Promise<Addresses> {
  const of24 = await database.many<{ id: string }>(sql`
    select id from museum_object where deleted_at is null order by audience = 'nobody', number_sort`)
  const [basket, hidden] = [of24[0]?.id, of24.at(-1)?.id]
  const registrar = 'kiem-ke-bao-tang'
  const at = (end: string) => `/nghiep-vu/hien-vat/BTT${end}`
  return {
    '/hien-vat/:object': [
      ...pages(`/hien-vat/${basket}`),
      ...file(`/hien-vat/${basket}?as=json`, 'application/json'),
      ...file(`/hien-vat/${basket}?as=dc`, 'application/xml'),
      ...answering(406, `/hien-vat/${basket}?as=zip`),
      ...answering(404, `/hien-vat/${hidden}`, '/hien-vat/khong-co'),
      ...of(registrar, `/hien-vat/${hidden}`),
    ],
    '/nghiep-vu/hien-vat': [
      ...of('quan-tri', '/nghiep-vu/hien-vat'),
      { path: '/nghiep-vu/hien-vat', as: registrar, status: 303 },
    ],
    '/nghiep-vu/hien-vat/:code': of(registrar, at(''), at('?q=den+dau&chi=x'), at('?q=khong-co')),
    '/nghiep-vu/hien-vat/:code/danh-sach.csv': file(at('/danh-sach.csv'), 'text/csv', registrar),
    '/nghiep-vu/hien-vat/:code/moi': of(registrar, at('/moi')),
    '/nghiep-vu/hien-vat/:object/sua': of(registrar, `/nghiep-vu/hien-vat/${hidden}/sua`),
  }
}

/** Events of the demonstration in each of their states, and tickets of one that has a seat and one that waits. */
async function activities({ world: { database } }: TestApp): Promise<Addresses> {
  const events = await database.many<{ id: string; code: string; state: string; waiting: number }>(sql`
    select activity.id, code, state, waiting from activity join institution on institution.id = institution
    order by starts_at`)
  const first = (find: (one: (typeof events)[number]) => boolean) => events.find(find)?.id ?? ''
  const full = first(({ waiting }) => waiting > 0)
  const [held, cancelled] = [first(({ state }) => state === 'held'), first(({ state }) => state === 'cancelled')]
  const today = first(({ state, code }) => state === 'published' && code === 'TVT')
  const tickets = await database.many<{ ticket: string; activity: string }>(
    sql`select ticket, activity from sign_up order by position`,
  )
  const ticketsOf = (id: string) =>
    tickets.filter(({ activity }) => activity === id).map(one => `/ghi-ten/${one.ticket}`)
  const [seated, waiting] = [ticketsOf(full)[0] ?? '', ticketsOf(full).at(-1) ?? '']
  const at = (id: string, end = '') => `/nghiep-vu/hoat-dong/buoi/${id}${end}`
  return {
    '/hoat-dong': pages(
      '/hoat-dong',
      '/hoat-dong?xem=da-qua',
      '/hoat-dong?noi=TVT&xa=03013&thang=2026-12',
      '/hoat-dong?noi=KHONGCO&xa=x&thang=x&trang=x',
      '/hoat-dong?xem=da-qua&thang=2026-10',
    ),
    '/hoat-dong/:activity': [
      ...pages(...[full, held, cancelled].map(id => `/hoat-dong/${id}`)),
      ...of(librarian, `/hoat-dong/${today}`),
      ...answering(404, '/hoat-dong/khong-co', `/hoat-dong/${tickets[0]?.ticket}`),
    ],
    '/hoat-dong/:activity/lich.ics': [
      ...file(`/hoat-dong/${full}/lich.ics`, 'text/calendar'),
      ...answering(404, '/hoat-dong/khong-co/lich.ics'),
    ],
    '/hoat-dong/:activity/ghi-ten': [
      ...pages(`/hoat-dong/${full}/ghi-ten`),
      ...of('ban-doc-01', `/hoat-dong/${today}/ghi-ten`),
      ...answering(303, `/hoat-dong/${held}/ghi-ten`),
    ],
    '/ghi-ten/:ticket': [
      ...pages(seated, waiting, ...[held, cancelled].flatMap(id => ticketsOf(id).slice(0, 1))),
      ...answering(404, '/ghi-ten/KHONGCO', '/ghi-ten/2222222222222222'),
    ],
    '/nghiep-vu/hoat-dong': [
      ...of(librarian, '/nghiep-vu/hoat-dong'),
      { path: '/nghiep-vu/hoat-dong', as: 'to-chuc-van-hoa', status: 303 },
    ],
    '/nghiep-vu/hoat-dong/:code': [
      ...of(librarian, '/nghiep-vu/hoat-dong/TVT'),
      ...of('giu-tu-suoi-thau', '/nghiep-vu/hoat-dong/TSSUOITHAU'),
    ],
    '/nghiep-vu/hoat-dong/:code/moi': of(
      librarian,
      '/nghiep-vu/hoat-dong/TVT/moi',
      `/nghiep-vu/hoat-dong/TVT/moi?chep=${today}`,
    ),
    '/nghiep-vu/hoat-dong/buoi/:activity': [
      ...of(librarian, at(today), at(held)),
      ...of('thu-thu-yen-bai', at(cancelled, '?xong=huy')),
    ],
    '/nghiep-vu/hoat-dong/buoi/:activity/sua': of(librarian, at(today, '/sua')),
    '/nghiep-vu/hoat-dong/buoi/:activity/danh-sach': of(librarian, at(today, '/danh-sach')),
    '/nghiep-vu/hoat-dong/buoi/:activity/can-bao': [
      ...of('thu-thu-yen-bai', at(cancelled, '/can-bao')),
      ...of(librarian, at(today, '/can-bao?xong=bao')),
    ],
  }
}

const house: Addresses = {
  '/': pages('/'),
  '/nghiep-vu': ['quan-tri', 'giu-tu-suoi-thau', 'ban-doc-01'].flatMap(login => of(login, '/nghiep-vu')),
  '/tro-giup': pages('/tro-giup'),
  '/tiep-can': pages('/tiep-can'),
  '/du-lieu-cua-ban': pages('/du-lieu-cua-ban'),
  '/ngoai-tuyen': pages('/ngoai-tuyen'),
  '/healthz': file('/healthz', 'text/plain'),
  '/metrics': file('/metrics', 'text/plain'),
}

/** Addresses of all that the demonstration province answers to GET: what is usual, what is rare, what is not there.
 *  Leaves three batches in the province's catalogue, so that there are pages of their states to open. */
export async function exampleAddresses(app: TestApp): Promise<Addresses> {
  await app.signIn(librarian) // at work on more than one device
  const { review, columns, applied, withdrawn, workWithoutCopies, goneWork } = await importBatches(app, librarian)
  return {
    ...assets,
    ...house,
    ...places,
    ...institutions,
    ...search,
    ...figures,
    ...arrivals,
    ...(await catalogue(app, workWithoutCopies, goneWork)),
    ...(await cataloguing(app)),
    ...imports(review, columns, applied, withdrawn),
    ...(await desk(app)),
    ...counters,
    ...(await leaving(app)),
    ...(await helping(app)),
    ...(await objects(app)),
    ...(await activities(app)),
    ...people,
    ...(await letters(app)),
  }
}
