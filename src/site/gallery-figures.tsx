import type { Frame } from './frame.ts'
import { galleryLabels, galleryTiles } from './gallery-tiles.ts'
import * as site from './index.ts'

const months = [31, 44, 40, 52, 61, null, 58, 70, 66, 81, 78].map((value, index) => ({
  label: String(index + 1),
  value,
}))

export const Figures = (frame: Frame) => (
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
        labels={galleryLabels}
      />
      <site.Sparkline values={[1]} />
    </site.Section>
  </site.Page>
)
