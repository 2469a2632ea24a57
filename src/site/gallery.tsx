import type { Child } from 'hono/jsx'
import { anonymous } from '../kernel/viewer.ts'
import type { Frame } from './frame.ts'
import * as site from './index.ts'
import type { Tile, TileKind } from './index.ts'

/** Pages made of every component in its states, with invented text: what the tests look at, and what to show a designer. */
export interface GalleryPage {
  readonly path: string
  readonly page: (frame: Frame) => Child
}

const menu = [
  { href: '/tim-kiem', label: 'Tìm kiếm' },
  { href: '/noi', label: 'Nơi gần bạn' },
  { href: '/so-do', label: 'Sơ đồ tỉnh' },
  { href: '/ke-hoach', label: 'Kế hoạch' },
]
const help = [
  { href: '/tro-giup', label: 'Trợ giúp' },
  { href: '/tiep-can', label: 'Tiếp cận' },
  { href: '/du-lieu-cua-ban', label: 'Dữ liệu của bạn' },
]

export const galleryFrame = (path: string, assets: Frame['assets']): Frame => ({
  lang: 'vi',
  path,
  menu,
  help,
  tagline: 'Thư viện, bảo tàng, văn hóa Lào Cai',
  languageUrl: `${path}?lang=en`,
  assets,
  viewer: { ...anonymous, person: path.startsWith('/nghiep-vu') ? 'p' : null },
  demo: true,
  signOut: '/dang-xuat',
  staffBar: {
    place: 'Quầy · Thư viện xã Tả Phìn',
    tasks: [
      { href: '/nghiep-vu/quay', label: 'Mượn trả' },
      { href: '/nghiep-vu/qua-han', label: 'Quá hạn 12' },
      { href: '/nghiep-vu/nhap', label: 'Nhập tệp' },
      { href: '/nghiep-vu/nhat-ky', label: 'Nhật ký' },
    ],
    who: 'Thủ thư, ca sáng',
    when: '22/11/2026 09:41',
  },
})

/** The columns of each row of the province's tiles. */
const rows = [
  [5, 6],
  [0, 1, 5, 6],
  [1, 2, 3, 4, 5, 6, 7, 8],
  [1, 2, 3, 4, 5, 6, 7],
  [2, 3, 4, 5, 6, 7, 8],
  [2, 3, 4, 5, 6, 7, 8],
  [4, 5, 6, 7, 8, 9, 10, 11],
  [5, 6, 7, 8, 9, 10, 11],
  [4, 5, 6, 7, 8, 9, 10, 12],
  [4, 5, 6, 7, 8, 10, 11, 12],
  [4, 6, 8, 9, 10, 11, 12, 13],
  [4, 5, 7, 8, 9, 10, 11, 12],
  [7, 8, 9, 10, 11, 12],
  [7, 8, 9, 10, 11],
  [7, 8, 9, 10, 11, 12],
]

export const galleryTiles = (kindOf: (index: number) => TileKind): Tile[] =>
  rows
    .flatMap((cols, row) => cols.map(col => ({ col, row })))
    .map((at, index) => ({ ...at, name: `Xã mẫu ${index + 1}`, kind: kindOf(index) }))

const labels = [
  { col: 4, row: 2, text: 'Lào Cai', side: 'right' },
  { col: 2, row: 5, text: 'Sa Pa', side: 'left' },
  { col: 6, row: 3, text: 'Bắc Hà', side: 'right' },
  { col: 11, row: 11, text: 'Yên Bái', side: 'over' },
  { col: 7, row: 13, text: 'Nghĩa Lộ', side: 'left' },
  { col: 5, row: 9, text: 'Mù Cang Chải', side: 'left' },
] as const

const nearby = [
  { icon: 'place', title: 'Thư viện tỉnh, cơ sở 1', href: '/noi/TVT', facts: 'Phường Lào Cai · mở đến 17:00' },
  { icon: 'place', title: 'Tủ sách thôn, điểm Tả Phìn', href: '/noi/TP1', facts: 'Xã Tả Phìn · mở đến 20:00' },
  { icon: 'place', title: 'Nhà văn hóa xã Bắc Hà', href: '/noi/BH', facts: 'Xã Bắc Hà · mở đến 21:00' },
] as const

const books = [
  'Tiễn dặn người yêu',
  'Chăn nuôi lợn bản địa ở vùng cao',
  'Truyện cổ các dân tộc Lào Cai',
  'Học tiếng Anh cùng khách du lịch',
  'Cây thuốc tắm người Dao',
  'Ruộng bậc thang: làm đất, giữ nước',
].map(title => ({ title, href: '/sach/mau' }))

const Home = (frame: Frame) => (
  <site.Page frame={frame} title="Trang chủ" bare>
    <div class="width flow opening">
      <h1>Hôm nay bạn muốn học gì?</h1>
      <p class="muted">Tìm sách, tài liệu và nơi gần bạn, trong một ô.</p>
      <site.SearchBox lang={frame.lang} action="/tim-kiem" />
      <p class="small muted">
        Gõ có dấu hay không dấu đều được. Thử: <a href="/tim-kiem?q=theu+dao">theu dao</a>,{' '}
        <a href="/tim-kiem?q=truyen">truyện cổ Mông</a>
      </p>
    </div>
    <site.Terraces />
    <div class="width">
      <site.Section title="Ba bậc, ai cũng bước được">
        <site.Stair
          steps={[
            { head: '1', title: 'Tìm', text: 'Một ô cho cả tỉnh: thư viện xã, tủ sách, bảo tàng, nhà văn hóa.' },
            { head: '2', title: 'Tham gia', text: 'Mượn sách, đọc tại chỗ. Không bắt buộc có tài khoản.' },
            { head: '3', title: 'Giữ lại', text: 'Sổ học tập là của riêng bạn: mang đi được, xóa được.' },
          ]}
        />
      </site.Section>
      <site.Section title="Sách mới về" more={{ href: '/tim-kiem', label: 'Tất cả sách mới' }}>
        <site.Shelf books={books} />
      </site.Section>
      <site.Section title="Gần bạn" class="grid halves">
        <div class="flow">
          <p>Ô đậm là xã đang có nơi mở cửa hôm nay. Danh sách nói đúng như sơ đồ.</p>
          <site.ResultList items={nearby} />
          <p>
            <a class="button quiet" href="/so-do">
              Chọn xã của tôi
            </a>
          </p>
        </div>
        <site.TileMap
          lang={frame.lang}
          sentence="Sơ đồ 99 xã, phường; 18 nơi có điểm đang mở cửa"
          tiles={galleryTiles(index => (index % 6 === 0 ? 'on' : 'plain'))}
          labels={labels}
        />
      </site.Section>
    </div>
  </site.Page>
)

const groups = [
  { name: 'con', legend: 'Còn ngay', choices: [{ value: '1', label: 'Trên giá', count: 74, checked: true }] },
  {
    name: 'tieng',
    legend: 'Tiếng',
    choices: [
      { value: 'vi', label: 'Việt', count: 1119, checked: false },
      { value: 'ium', label: 'Dao', count: 0, checked: true },
      { value: 'en', label: 'Anh', count: 0, checked: false },
    ],
    more: { href: '/tim-kiem?them=tieng', label: 'Thêm 9 tiếng' },
  },
]

const sorts = [
  { value: 'hop', label: 'Hợp ý nhất' },
  { value: 'moi', label: 'Mới nhất' },
]

const found = [
  {
    icon: 'course',
    kind: 'Lớp học · 6 buổi',
    title: [{ mark: 'Thêu' }, ' ', { mark: 'hoa văn' }, ' ', { mark: 'Dao' }, ' cho người mới'],
    href: '/lop/1',
    sentence: 'Học mũi thêu ngược, thêu từ mặt trái.',
    facts: 'Nhà văn hóa xã Tả Phìn · chiều thứ bảy, từ 5/12',
    state: { kind: 'few', text: 'Còn 4 chỗ' },
  },
  {
    icon: 'book',
    kind: 'Sách · 2 lần in',
    title: [{ mark: 'Hoa văn' }, ' trên trang phục người ', { mark: 'Dao' }],
    href: '/sach/1',
    facts: 'Nhiều tác giả · 2019 · 212 trang',
    state: { kind: 'there', text: 'Còn 5 bản, gần nhất: Thư viện phường Sa Pa' },
  },
  {
    icon: 'object',
    kind: 'Hiện vật · vải chàm',
    title: 'Yếm thêu phụ nữ Dao Đỏ',
    href: '/hien-vat/1',
    facts: 'Bảo tàng tỉnh, cơ sở 1 · đang trưng bày',
    tag: 'Cộng đồng cho xem, xin đừng sao chép mẫu',
  },
  {
    icon: 'book',
    kind: 'Sách',
    title: 'ẮẰẲẴẶ ẤẦẨẪẬ Ễ Ộ Ợ Ự gyq ỵ',
    href: '/sach/2',
    state: { kind: 'late', text: 'Quá hạn 7 ngày' },
  },
] as const

const Search = (frame: Frame) => (
  <site.Page frame={frame} title="theeu hoa vawn dao, 1.240 kết quả">
    <h1 class="hidden">Kết quả tìm kiếm</h1>
    <site.SearchBox
      lang={frame.lang}
      action="/tim-kiem"
      query="theeu hoa vawn dao"
      keep={[{ name: 'loai', value: 'sach' }]}
    />
    <site.Understood lang={frame.lang} as="thêu hoa văn Dao">
      Bạn gõ kiểu Telex. <a href="/tim-kiem?nguyen=1">Tìm nguyên văn «theeu hoa vawn dao»</a>
    </site.Understood>
    <site.KindTabs
      lang={frame.lang}
      label="Loại"
      tabs={[
        { label: 'Tất cả', href: '/tim-kiem', count: 1240, current: true },
        { label: 'Sách', href: '/tim-kiem?loai=sach', count: 1161, current: false },
        { label: 'Nơi', href: '/tim-kiem?loai=noi', count: 3, current: false },
      ]}
    />
    <div class="grid sided">
      <site.Filters
        lang={frame.lang}
        action="/tim-kiem"
        groups={groups}
        keep={[{ name: 'q', value: 'theeu' }]}
        sort={{ name: 'xep', value: 'moi', choices: sorts }}
      />
      <section>
        <h2 class="small muted">1.240 kết quả, đang xem 1–4 · 9 ms</h2>
        <site.ResultList items={found} />
        <site.Pager lang={frame.lang} page={2} pages={1240} href={page => `/tim-kiem?trang=${page}`} />
        <p class="actions">
          Chưa thấy điều bạn cần? <a href="/de-nghi">Đề nghị thư viện tìm hoặc mua</a>
        </p>
      </section>
    </div>
  </site.Page>
)

interface Holding {
  readonly at: string
  readonly from?: string
  readonly call: string
  readonly state: { readonly kind: 'there' | 'few' | 'none'; readonly text: string }
  readonly loan: string
}

const holdings: Holding[] = [
  {
    at: 'Thư viện tỉnh, cơ sở 1',
    call: '895.922 T305D',
    state: { kind: 'there', text: 'Trên giá, 2 bản' },
    loan: '14 ngày',
  },
  {
    at: 'Tủ sách trường, xã Tú Lệ',
    from: 'luân chuyển từ thư viện tỉnh đến 31/1/2027',
    call: 'T305D',
    state: { kind: 'few', text: 'Đang mượn, hẹn trả 3/12' },
    loan: '7 ngày',
  },
  {
    at: 'Thư viện tỉnh, cơ sở 2',
    call: 'ĐC 895.922',
    state: { kind: 'none', text: 'Chỉ đọc tại chỗ' },
    loan: 'Phòng địa chí',
  },
]

const Work = (frame: Frame) => (
  <site.Page
    frame={frame}
    title="Tiễn dặn người yêu"
    crumbs={[{ label: 'Sách', href: '/tim-kiem?loai=sach' }, { label: 'Tiễn dặn người yêu' }]}
  >
    <div class="grid sided">
      <div>
        <site.WordCover lang={frame.lang} title="Tiễn dặn người yêu" />
      </div>
      <div class="flow">
        <p class="small muted">Sách · thơ · 3 lần in trong tỉnh</p>
        <h1>Tiễn dặn người yêu</h1>
        <p class="name" lang="blt-Latn">
          Xống chụ xon xao
        </p>
        <p>Truyện thơ dân tộc Thái. Bản in song ngữ Thái – Việt.</p>
        <p>
          <site.State kind="there">Còn 4 bản trên giá</site.State>
        </p>
      </div>
    </div>
    <site.Section title="Ở đâu có">
      <site.DataTable
        lang={frame.lang}
        caption="Nơi giữ Tiễn dặn người yêu"
        captionHidden
        rows={holdings}
        empty="Chưa nơi nào trong tỉnh giữ cuốn này."
        columns={[
          {
            label: 'Nơi giữ',
            head: true,
            cell: row => (
              <>
                <a href="/noi/TVT">{row.at}</a>
                {row.from && <small>{row.from}</small>}
              </>
            ),
          },
          { label: 'Ký hiệu xếp giá', cell: row => row.call },
          { label: 'Tình trạng', cell: row => <site.State kind={row.state.kind}>{row.state.text}</site.State> },
          { label: 'Mượn được', cell: row => row.loan },
        ]}
      />
    </site.Section>
    <site.Section title="Mô tả" class="grid halves">
      <site.Facts
        rows={[
          ['Nhan đề', 'Tiễn dặn người yêu = Xống chụ xon xao'],
          ['Tiếng', 'Việt, Thái'],
          ['Minh họa', null],
          ['Chủ đề', <a href="/tim-kiem?q=truyen+tho">Truyện thơ</a>],
        ]}
      />
      <div class="row">
        <site.Qr lang={frame.lang} address="https://bacthang.example/s/7F3K" />
        <p class="small">
          Quét mã bằng máy ảnh, hoặc đọc mã <b class="digits">7F3K</b> cho thủ thư.
        </p>
      </div>
    </site.Section>
  </site.Page>
)

const refusedForm = {
  typed: { ten: 'Mẹ bé N.', lien: '0912 345 67', ghi: 'Mang theo sách cũ', kieu: 'nhom' },
  errors: [
    { field: 'lien', text: 'Số điện thoại còn thiếu một chữ số. Số di động có 10 chữ số, ví dụ 0912 345 678.' },
    { field: 'viec', text: 'Mời chọn ít nhất một việc.' },
  ],
}

const Form = (frame: Frame) => (
  <site.Page frame={frame} title="Lỗi: Ghi tên" crumbs={[{ label: 'Của tôi', href: '/cua-toi' }, { label: 'Ghi tên' }]}>
    <site.ErrorSummary lang={frame.lang} title="Chưa ghi tên được, còn 2 điều cần sửa" form={refusedForm} />
    <div class="grid aside lead">
      <h1>Ghi tên cả nhà</h1>
      <aside class="flow" aria-label="Thông tin buổi đọc">
        <site.Notice kind="done" title="Đã ghi tên 3 người" role="status">
          <p>Mã của nhà mình là K7P2.</p>
        </site.Notice>
        <site.Notice>
          <p>Miễn phí, không cần tài khoản.</p>
        </site.Notice>
      </aside>
      <site.ActForm action="/ghi-ten" act="019381f0-0000-7000-8000-000000000000">
        <site.TextField name="ten" label="Tên người ghi" form={refusedForm} autocomplete="name" />
        <site.TextField
          name="lien"
          label="Điện thoại hoặc thư điện tử"
          help="Để báo khi đổi giờ. Xóa sau buổi này 30 ngày."
          form={refusedForm}
          autocomplete="tel"
          inputmode="tel"
        />
        <site.Choices
          legend="Nhà mình cần thêm gì?"
          name="viec"
          pick="many"
          form={refusedForm}
          chosen={['dich']}
          choices={[
            { value: 'dich', label: 'Người dịch tiếng Mông' },
            { value: 'loi', label: 'Lối đi cho xe lăn' },
          ]}
        />
        <site.SelectField
          name="kieu"
          label="Đến cùng ai"
          form={refusedForm}
          choices={[
            { value: 'mot', label: 'Một mình' },
            { value: 'nhom', label: 'Cả nhà' },
          ]}
        />
        <site.TextArea name="ghi" label="Lời nhắn" form={refusedForm} />
        <site.FileField name="tep" label="Ảnh thẻ" help="Không bắt buộc, đến 2 MB." accept="image/*" />
        <site.PasswordField name="mk" label="Mật khẩu" fresh form={refusedForm} />
        <site.Actions submit="Ghi tên" back={{ href: '/lich', label: 'Thôi, quay lại lịch' }} />
      </site.ActForm>
    </div>
  </site.Page>
)

const months = [31, 44, 40, 52, 61, null, 58, 70, 66, 81, 78].map((value, index) => ({
  label: String(index + 1),
  value,
}))

const Figures = (frame: Frame) => (
  <site.Page frame={frame} title="Kế hoạch và thực hiện">
    <p class="small muted">Kế hoạch năm 2026 · số liệu mẫu</p>
    <h1>Kế hoạch và thực hiện</h1>
    <p class="muted">Tính đến 6:10 ngày 22/11/2026. 96 trong 99 xã, phường đã gửi trong tuần.</p>
    <site.Section title="Toàn tỉnh">
      <ul class="grid quarters">
        <site.StatTile
          lang={frame.lang}
          name="Lượt lưu hành sách"
          figure="688.115"
          achieved="Đạt 81,0 % kế hoạch"
          value={688_115}
          plan={850_000}
          history={months.map(month => month.value)}
          state={{ kind: 'few', text: 'Hơi chậm' }}
          note="Cùng kỳ 2025: 701.930, giảm 2,0 %"
        />
        <site.StatTile
          lang={frame.lang}
          name="Khách đến bảo tàng"
          figure="44.480"
          achieved="Đạt 111,2 % kế hoạch"
          value={44_480}
          plan={40_000}
          byHand
          state={{ kind: 'there', text: 'Vượt kế hoạch' }}
        />
        <site.StatTile
          lang={frame.lang}
          name="Buổi hoạt động"
          figure="1.906"
          value={1906}
          plan={3000}
          achieved="Đạt 63,5 % kế hoạch"
          state={{ kind: 'late', text: 'Chậm nhiều' }}
          href="/ke-hoach/buoi"
        />
        <site.StatTile lang={frame.lang} name="Giờ mạng" figure={null} silentSince="19/11" />
      </ul>
    </site.Section>
    <site.Section title="Từng tháng" class="grid halves">
      <site.BarChart
        lang={frame.lang}
        sentence="Lượt mượn từng tháng năm 2026; bảng bên cạnh nói cùng số liệu. Cột cao nhất là"
        bars={months}
        target={60}
      />
      <site.DataTable
        lang={frame.lang}
        caption="Lượt mượn theo tháng, nghìn lượt"
        rows={months}
        empty="Chưa có số liệu."
        narrow="scroll"
        columns={[
          { label: 'Tháng', head: true, cell: month => month.label },
          {
            label: 'Lượt',
            numeric: true,
            sorted: 'ascending',
            sortHref: '/ke-hoach?xep=luot',
            cell: month => month.value ?? 'chưa gửi',
          },
        ]}
      />
    </site.Section>
    <site.Section title="Lượt trên 1.000 dân, theo xã" class="grid halves">
      <p class="row small">
        <site.TileKey kind="q1" label="dưới 100" note="(9 xã)" />
        <site.TileKey kind="q2" label="100–249" note="(26 xã)" />
        <site.TileKey kind="q3" label="250–399" note="(35 xã)" />
        <site.TileKey kind="q4" label="từ 400" note="(26 xã)" />
        <site.TileKey kind="silent" label="chưa gửi" note="(3 xã)" />
      </p>
      <site.TileMap
        lang={frame.lang}
        sentence="Sơ đồ lượt bạn đọc trên 1.000 dân của 99 xã, phường; bảng bên cạnh nói cùng số liệu"
        tiles={galleryTiles(index =>
          index % 30 === 7 ? 'silent' : ((['q1', 'q2', 'q3', 'q4'] as const)[(index * 7) % 4] ?? 'plain'),
        )}
      />
    </site.Section>
    <site.Section title="Chọn một xã">
      <site.TileMap
        lang={frame.lang}
        sentence="Sơ đồ 99 xã, phường, mỗi ô dẫn tới trang của xã"
        tiles={galleryTiles(index => (index === 40 ? 'here' : [39, 41].includes(index) ? 'near' : 'plain')).map(
          (tile, index) => ({ ...tile, href: `/xa/${index}` }),
        )}
        labels={labels}
      />
      <site.Sparkline values={[1]} />
    </site.Section>
  </site.Page>
)

const NotFound = (frame: Frame) => (
  <site.TurnedPage
    frame={frame}
    turned={{ code: 'not-found' }}
    code="K7-3F2Q"
    search={{ action: '/tim-kiem', query: 'thu vien nam cuong' }}
  >
    <h2>Gần giống nhất</h2>
    <site.ResultList items={nearby.slice(0, 2)} />
  </site.TurnedPage>
)

const SignInFirst = (frame: Frame) => (
  <site.TurnedPage frame={frame} turned={{ code: 'sign-in-first' }} code="K7-3F2Q" signIn="/dang-nhap" />
)

const loans = [
  { name: 'Truyện cổ các dân tộc Lào Cai', code: 'TP-0004655', due: '6/12/2026', kind: 'there', text: 'Vừa mượn' },
  { name: 'Tiễn dặn người yêu', code: 'LC-0098121', due: '24/11/2026', kind: 'few', text: 'Còn 2 ngày' },
  { name: 'Em tập vẽ hoa văn', code: 'TP-0002894', due: '15/11/2026', kind: 'late', text: 'Quá hạn 7 ngày' },
] as const

const Desk = (frame: Frame) => (
  <site.Page frame={frame} title="Quầy mượn trả" staff>
    <h1 class="hidden">Quầy mượn trả</h1>
    <div class="grid aside">
      <div class="flow">
        <site.Box>
          <site.DeskModes
            lang={frame.lang}
            modes={[
              { label: 'Mượn', href: '/nghiep-vu/quay', current: true },
              { label: 'Trả', href: '/nghiep-vu/quay?viec=tra', current: false },
              { label: 'Gia hạn', href: '/nghiep-vu/quay?viec=gia-han', current: false },
            ]}
          />
          <site.ActForm action="/nghiep-vu/quay" act="019381f0-0000-7000-8000-000000000001">
            <site.ScanField name="ma" label="Quét thẻ, quét sách, hoặc gõ số" value="TP-0004718" />
          </site.ActForm>
        </site.Box>
        <site.Refusal
          title="Chưa cho mượn “Cây thuốc tắm người Dao”, vì 2 lý do"
          reasons={[
            'Cuốn này đang giữ cho bạn đọc khác, hẹn lấy trước 25/11.',
            'Thẻ TN-000123 đang mượn đủ 5 tài liệu.',
          ]}
        >
          <p class="row">
            <a class="button quiet" href="/nghiep-vu/quay">
              Bỏ qua cuốn này
            </a>
            <button type="button" class="quiet">
              Vẫn cho mượn, ghi lý do
            </button>
          </p>
        </site.Refusal>
        <site.Box title="Đang mượn, 3 tài liệu">
          <site.DataTable
            lang={frame.lang}
            caption="Tài liệu đang mượn"
            captionHidden
            rows={loans}
            empty="Bạn đọc này chưa mượn gì."
            columns={[
              {
                label: 'Tài liệu',
                head: true,
                cell: loan => (
                  <>
                    {loan.name} <small class="code">{loan.code}</small>
                  </>
                ),
              },
              { label: 'Hạn trả', cell: loan => <span class="digits">{loan.due}</span> },
              { label: 'Tình trạng', cell: loan => <site.State kind={loan.kind}>{loan.text}</site.State> },
            ]}
          />
        </site.Box>
      </div>
      <aside class="flow" aria-label="Bạn đọc và việc vừa làm">
        <site.Box title="B. N., thẻ TN-000123">
          <site.Facts
            rows={[
              ['Nhóm', 'Thiếu nhi, có người giám hộ'],
              ['Hạn thẻ', '31/12/2026'],
              ['Đang mượn', <b class="digits">5 / 5</b>],
            ]}
          />
        </site.Box>
        <site.LastActs
          lang={frame.lang}
          acts={[
            { at: '09:41', text: 'Mượn TP-0003310', undo: { action: '/nghiep-vu/hoan-tac', act: 'a' } },
            { at: '09:38', text: 'Trả LC-0077310, vào kệ chờ' },
          ]}
        />
      </aside>
    </div>
    <site.UndoBar
      lang={frame.lang}
      done="Đã ghi: mượn TP-0003310, hạn 6/12."
      undo={{ action: '/nghiep-vu/hoan-tac', act: 'b', label: 'Hoàn tác lượt mượn' }}
    />
  </site.Page>
)

const HomeInEnglish = (frame: Frame) => Home({ ...frame, lang: 'en', tagline: undefined })

export const gallery: readonly GalleryPage[] = [
  { path: '/', page: Home },
  { path: '/en', page: HomeInEnglish },
  { path: '/tim-kiem', page: Search },
  { path: '/sach', page: Work },
  { path: '/ghi-ten', page: Form },
  { path: '/ke-hoach', page: Figures },
  { path: '/khong-co', page: NotFound },
  { path: '/cua-toi', page: SignInFirst },
  { path: '/nghiep-vu/quay', page: Desk },
]
