import type { Frame } from './frame.ts'
import * as site from './index.ts'

const loans = [
  { name: 'Truyện cổ các dân tộc Lào Cai', code: 'TP-0004655', due: '6/12/2026', kind: 'there', text: 'Vừa mượn' },
  { name: 'Tiễn dặn người yêu', code: 'LC-0098121', due: '24/11/2026', kind: 'few', text: 'Còn 2 ngày' },
  { name: 'Em tập vẽ hoa văn', code: 'TP-0002894', due: '15/11/2026', kind: 'late', text: 'Quá hạn 7 ngày' },
] as const

export const Desk = (frame: Frame) => (
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
