import type { Language } from '../kernel/language.ts'

export type HelpTopic = 'help' | 'access' | 'privacy'

interface Topic {
  readonly title: string
  readonly lead: string
  readonly parts: readonly { readonly title: string; readonly text: readonly string[] }[]
}

const vi: Readonly<Record<HelpTopic, Topic>> = {
  help: {
    title: 'Trợ giúp',
    lead: 'Bậc Thang giúp bạn tìm sách, tìm nơi đọc và nơi học trong tỉnh. Cách nhanh nhất để được giúp là hỏi người ở thư viện hoặc nhà văn hóa gần nhất.',
    parts: [
      {
        title: 'Tìm sách',
        text: [
          'Gõ vài chữ của tên sách, tên người viết hoặc chủ đề vào ô tìm. Có dấu hay không dấu, chữ hoa hay chữ thường đều được; gõ có dấu thì kết quả sát hơn.',
          'Mỗi trang sách ghi nơi nào có, ký hiệu xếp giá, còn trên giá hay đang có người mượn.',
        ],
      },
      {
        title: 'Mượn sách',
        text: [
          'Mượn sách cần thẻ bạn đọc. Thẻ làm tại quầy, mang theo giấy tờ tùy thân; trẻ em đi cùng cha mẹ hoặc người giám hộ.',
          'Số cuốn được mượn và số ngày được giữ tùy từng nơi, ghi ở trang của nơi đó. Hạn trả không bao giờ rơi vào ngày nơi đó đóng cửa.',
        ],
      },
      {
        title: 'Tìm nơi gần bạn',
        text: [
          'Trang Nơi liệt kê thư viện, tủ sách, bảo tàng, nhà văn hóa, trung tâm học tập theo xã, phường, kèm giờ mở cửa. Gõ tên xã cũ, huyện cũ vẫn tìm được xã, phường hôm nay.',
        ],
      },
      {
        title: 'Khi không có mạng',
        text: [
          'Những trang công cộng bạn đã mở trên máy này vẫn xem lại được khi mất mạng. Trang cá nhân thì không lưu lại.',
        ],
      },
    ],
  },
  access: {
    title: 'Tiếp cận',
    lead: 'Mọi trang công cộng được làm để ai cũng dùng được: người nhìn kém, người dùng bàn phím, người nghe màn hình, máy cũ và mạng yếu.',
    parts: [
      {
        title: 'Đã làm',
        text: [
          'Trang chạy được khi tắt JavaScript, rộng từ 320 điểm, phóng chữ 200 % không mất nội dung. Màu chữ tương phản ít nhất 4,5 : 1 ở cả nền sáng và nền tối; không có điều gì chỉ nói bằng màu.',
          'Mọi việc làm được bằng bàn phím. Sơ đồ và biểu đồ có bảng hoặc danh sách nói đúng điều đó bằng chữ.',
          'Tiêu chuẩn theo đuổi là WCAG 2.2 mức AA; mỗi lần sửa chương trình đều được máy kiểm tra lại.',
        ],
      },
      {
        title: 'Còn thiếu',
        text: [
          'Chưa được thử với bạn đọc dùng máy đọc màn hình tiếng Việt. Chưa có bản tiếng nói và bản bằng tiếng của các dân tộc trong tỉnh.',
          'Gặp trang nào khó dùng, mời báo cho người ở thư viện gần nhất để chúng tôi sửa.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Dữ liệu của bạn',
    lead: 'Tìm và xem không cần tài khoản và không để lại tên. Khi bạn mượn sách, chúng tôi giữ ít nhất có thể và gỡ tên bạn sau khi bạn trả.',
    parts: [
      {
        title: 'Khi bạn tìm và xem',
        text: [
          'Câu tìm không được ghi lại. Máy chủ ghi trang nào được mở lúc nào để chữa lỗi, không ghi địa chỉ máy của bạn, và xóa sau 30 ngày.',
          'Trang web không dùng công cụ theo dõi, không gửi gì cho bên khác. Cookie chỉ dùng để nhớ ngôn ngữ bạn chọn và phiên đăng nhập.',
        ],
      },
      {
        title: 'Khi bạn làm thẻ và mượn sách',
        text: [
          'Thẻ ghi họ tên, nhóm bạn đọc và hạn thẻ. Không hỏi dân tộc, tôn giáo.',
          'Tên bạn gắn với lượt mượn trong lúc bạn đang mượn và thêm vài ngày sau khi trả, theo quy định của nơi cho mượn (thường là 7 ngày). Sau đó tên được gỡ, trừ khi bạn chọn giữ lịch sử đọc của mình.',
          'Ghi tên một hoạt động cần tên nhóm, số người và một cách liên hệ. Tên và cách liên hệ tự xóa 30 ngày sau khi xong, trừ khi nơi cài đặt chọn số ngày khác.',
          'Số liệu công bố chỉ là số đếm; số nhỏ hơn 5 ở từng nơi không công bố.',
        ],
      },
      {
        title: 'Ai xem được',
        text: [
          'Chỉ người trực quầy ở nơi bạn mượn xem được sách bạn đang mượn. Mỗi việc người ấy làm đều có trong nhật ký.',
          'Có tài khoản thì bạn tự xem, tải về hoặc xóa dữ liệu của mình ở trang Tài khoản của tôi. Không có tài khoản, hoặc muốn sửa, mời đến quầy nơi bạn làm thẻ.',
        ],
      },
    ],
  },
}

const en: Readonly<Record<HelpTopic, Topic>> = {
  help: {
    title: 'Help',
    lead: 'Bậc Thang helps you find books, and places to read and learn in the province. The quickest help is the person at the nearest library or culture house.',
    parts: [
      {
        title: 'Finding books',
        text: [
          'Type a few words of the title, the author or the subject. With or without marks, capitals or not; with marks the answer is closer.',
          'The page of a book says who has it, its call number, and whether it is on the shelf or on loan.',
        ],
      },
      {
        title: 'Borrowing',
        text: [
          'Borrowing needs a reader’s card, made at the desk with your papers; children come with a parent or guardian.',
          'How many books and for how long is up to each place and stands on its page. A due day never falls on a day when the place is closed.',
        ],
      },
      {
        title: 'Places near you',
        text: [
          'The list of places has libraries, book-cases, museums, culture houses and learning centres by commune, with their hours. Names of former communes and districts lead to today’s.',
        ],
      },
      {
        title: 'Without a network',
        text: [
          'Public pages that you have opened on this device can be read again offline. Personal pages are not kept.',
        ],
      },
    ],
  },
  access: {
    title: 'Accessibility',
    lead: 'Every public page is made for everyone: low vision, keyboard, screen readers, old machines and weak networks.',
    parts: [
      {
        title: 'What is done',
        text: [
          'Pages work without JavaScript, from 320 pixels wide, and with text at 200 %. Text contrast is at least 4.5 : 1 in light and dark; nothing is said by colour alone.',
          'Everything works from the keyboard. Diagrams and charts have a table or list that says the same in words.',
          'The standard is WCAG 2.2 AA; every change of the program is checked against it by machine.',
        ],
      },
      {
        title: 'What is missing',
        text: [
          'It has not been tried by readers with a Vietnamese screen reader. There is no spoken version, and none in the languages of the province’s peoples yet.',
          'If a page is hard to use, please tell the nearest library so that we can mend it.',
        ],
      },
    ],
  },
  privacy: {
    title: 'Your data',
    lead: 'Searching and reading need no account and leave no name. When you borrow, we keep as little as possible and take your name off after you return.',
    parts: [
      {
        title: 'When you search and read',
        text: [
          'Searches are not recorded. The server notes which page was opened when, to mend faults, without your address, and deletes that after 30 days.',
          'There is no tracking and nothing is sent to others. Cookies keep your language and your session only.',
        ],
      },
      {
        title: 'When you have a card and borrow',
        text: [
          'A card holds your name, group and expiry. We do not ask for ethnicity or religion.',
          'Your name stays with a loan while it is open and for a few days after its return, as the lending place decides (usually 7). Then it is removed, unless you chose to keep your reading history.',
          'Signing up for an activity needs the name of your group, how many you are and one way to reach you. Names and contacts are erased 30 days after it, unless this installation chose another number of days.',
          'Published figures are counts; counts below 5 at a single place are not published.',
        ],
      },
      {
        title: 'Who can see it',
        text: [
          'Only staff at the desk where you borrow see what you have on loan. Each act of theirs is in the journal.',
          'With an account you see, download or erase your data on your own page. Without one, or to correct them, please come to the desk that issued your card.',
        ],
      },
    ],
  },
}

export const helpWords = (lang: Language) => (lang === 'en' ? en : vi)
