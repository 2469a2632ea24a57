import type { Frame } from './frame.ts'
import { galleryLabels, galleryTiles } from './gallery-tiles.ts'
import * as site from './index.ts'

export const nearby = [
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

export const Home = (frame: Frame) => (
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
          labels={galleryLabels}
        />
      </site.Section>
    </div>
  </site.Page>
)
