import type { Frame } from './frame.ts'
import { nearby } from './gallery-home.tsx'
import * as site from './index.ts'

const refusedForm = {
  typed: { ten: 'Mẹ bé N.', lien: '0912 345 67', ghi: 'Mang theo sách cũ', kieu: 'nhom' },
  errors: [
    { field: 'lien', text: 'Số điện thoại còn thiếu một chữ số. Số di động có 10 chữ số, ví dụ 0912 345 678.' },
    { field: 'viec', text: 'Mời chọn ít nhất một việc.' },
  ],
}

export const Form = (frame: Frame) => (
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

export const NotFound = (frame: Frame) => (
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

export const SignInFirst = (frame: Frame) => (
  <site.TurnedPage frame={frame} turned={{ code: 'sign-in-first' }} code="K7-3F2Q" signIn="/dang-nhap" />
)
