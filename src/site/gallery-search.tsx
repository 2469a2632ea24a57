import type { Frame } from './frame.ts'
import * as site from './index.ts'

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

export const Search = (frame: Frame) => (
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

export const Work = (frame: Frame) => (
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
