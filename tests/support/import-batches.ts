import { newId } from '../../src/platform/clock.ts'
import { sql } from '../../src/platform/database/sql.ts'
import type { TestApp } from './app.ts'
import { control, data, iso2709 } from './marc.ts'

const titled = (number: string, author: string, title: string, ...copies: string[]): Buffer =>
  iso2709([
    control('001', number),
    data('041', '0 ', 'a', 'vie'),
    data('100', '1 ', 'a', author),
    data('245', '10', 'a', title),
    ...copies.map(barcode => data('952', '  ', 'p', barcode, 'c', 'Kho mượn')),
  ])

/** A record of which the catalogue cannot tell whether it has it, one that cannot be taken, one that is new. */
const review = Buffer.concat([
  titled('x-1', 'Tô Hoài', 'Truyện Tây Bắc', 'THU-01'),
  iso2709([control('001', 'x-2'), data('500', '  ', 'a', 'Không có gì')]),
  titled('x-3', 'Nguyễn Thử', 'Sổ tay chưa có bản nào trên giá của bất cứ thư viện nào trong tỉnh'),
])

const table = 'STT;Tên sách;Tác giả;Số ĐKCB;Tình trạng\n1;Sổ tay trồng chè;Nguyễn Thử;CHE-01, CHE-02;tốt\n'

/** Batches of the provincial library in every state in which staff may find one, and what they made. */
export interface ImportBatches {
  readonly review: string
  /** A table whose columns wait for somebody's word. */
  readonly columns: string
  readonly applied: string
  readonly withdrawn: string
  /** A work of which nobody has a copy. */
  readonly workWithoutCopies: string
  readonly goneWork: string
}

/** Sends, agrees to and withdraws files as a librarian does in a browser. */
export async function importBatches(app: TestApp, login: string): Promise<ImportBatches> {
  const headers = await app.signIn(login)

  async function post(path: string, body: FormData | URLSearchParams): Promise<string> {
    body.set('act', newId())
    const answer = await fetch(`${app.url}${path}`, { method: 'POST', headers, body, redirect: 'manual' })
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`${path} answered ${answer.status}`)
    return location
  }

  /** A page that shows work under way asks to be read again. */
  async function atRest(path: string): Promise<string> {
    for (let asked = 0; asked < 600; asked += 1) {
      const answer = await fetch(`${app.url}${path}`, { headers })
      if (answer.ok && !answer.headers.has('refresh')) return path.split('/').at(-1) ?? ''
      await new Promise(resolve => setTimeout(resolve, 100))
    }
    throw new Error(`${path} never came to rest`)
  }

  async function send(name: string, octets: Buffer): Promise<string> {
    const form = new FormData()
    form.set('noi', 'TVT')
    form.set('tep', new File([new Uint8Array(octets)], name))
    return atRest(await post('/nghiep-vu/nhap', form))
  }

  const move = async (batch: string, what: 'dua-vao' | 'rut'): Promise<string> =>
    atRest(await post(`/nghiep-vu/nhap/${batch}/${what}`, new URLSearchParams()))

  const workOf = async (batch: string): Promise<string> =>
    (await app.world.database.one<{ work: string }>(sql`select work from edition where batch = ${batch}`)).work

  const applied = await send('khong-ban.mrc', titled('y-1', 'Lê Thử', 'Ghi chép không có bản'))
  const withdrawn = await send('rut-lai.mrc', titled('z-1', 'Trần Thử', 'Cuốn sách đã rút', 'THU-02'))
  await move(applied, 'dua-vao')
  await move(withdrawn, 'dua-vao')
  await move(withdrawn, 'rut')
  return {
    review: await send('kho sách của một thư viện có tên tệp rất dài năm 2026.mrc', review),
    columns: await send('sổ tay.csv', Buffer.from(table)),
    applied,
    withdrawn,
    workWithoutCopies: await workOf(applied),
    goneWork: await workOf(withdrawn),
  }
}
