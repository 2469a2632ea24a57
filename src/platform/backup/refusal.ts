import type { Sentences } from '../../kernel/sentences.ts'

/** Why a backup cannot be written, or a file not be restored; nothing was changed. */
export type BackupRefusal =
  | { readonly code: 'nothing-yet' }
  | { readonly code: 'file-exists'; readonly file: string }
  | { readonly code: 'cannot-write'; readonly file: string; readonly why: string }
  | { readonly code: 'cannot-read'; readonly file: string; readonly why: string }
  | { readonly code: 'not-a-backup'; readonly file: string }
  | { readonly code: 'cut-off'; readonly file: string }
  | { readonly code: 'damaged'; readonly file: string; readonly member: string }
  | { readonly code: 'newer-format'; readonly file: string }
  | { readonly code: 'newer-backup'; readonly through: number; readonly known: number }
  | { readonly code: 'other-migrations'; readonly name: string }
  | { readonly code: 'loaded-differently'; readonly table: string }
  | { readonly code: 'holds-data'; readonly dataDir: string }

export class BackupRefused extends Error {
  readonly refusal: BackupRefusal
  constructor(refusal: BackupRefusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

export const backupRefusalsVi: Sentences<BackupRefusal> = {
  'nothing-yet': () => 'Ở đây chưa có gì để sao lưu. Mời kiểm tra DATA_DIR hoặc DATABASE_URL.',
  'file-exists': ({ file }) => `Đã có tệp ${file}. Mời đặt tên khác, để không ghi đè bản sao lưu cũ.`,
  'cannot-write': ({ file, why }) => `Không ghi được tệp ${file} (${why}). Mời kiểm tra thư mục và quyền ghi.`,
  'cannot-read': ({ file, why }) => `Không đọc được tệp ${file} (${why}). Mời kiểm tra đường dẫn.`,
  'not-a-backup': ({ file }) => `Tệp ${file} không phải bản sao lưu của Bậc Thang. Dữ liệu chưa bị thay đổi.`,
  'cut-off': ({ file }) =>
    `Tệp ${file} bị thiếu phần cuối: việc sao lưu hoặc chép tệp đã dở dang. Mời dùng bản khác; dữ liệu chưa bị thay đổi.`,
  damaged: ({ file, member }) =>
    `Tệp ${file} đã bị hỏng hoặc bị sửa (phần ${member}). Mời dùng bản khác; dữ liệu chưa bị thay đổi.`,
  'newer-format': ({ file }) => `Tệp ${file} do một bản Bậc Thang mới hơn ghi. Mời cập nhật chương trình (git pull).`,
  'newer-backup': ({ through, known }) =>
    `Bản sao lưu đã nâng cấp tới bước ${through}, chương trình này chỉ biết tới bước ${known}. Mời cập nhật chương trình (git pull).`,
  'other-migrations': ({ name }) =>
    `Bước nâng cấp ${name} của bản sao lưu khác với tệp trong migrations. Mời dùng đúng bản chương trình đã ghi bản sao lưu.`,
  'loaded-differently': ({ table }) =>
    `Bảng ${table} sau khi nạp không giống bản sao lưu, nên mọi thứ đã được trả lại như trước. Mời báo lỗi này cho người phát triển.`,
  'holds-data': ({ dataDir }) =>
    `${dataDir} đang có dữ liệu. Muốn thay bằng bản sao lưu, mời thêm --force; dữ liệu hiện có sẽ được tự sao lưu trước.`,
}

export const backupRefusalsEn: Sentences<BackupRefusal> = {
  'nothing-yet': () => 'There is nothing to back up here yet. Check DATA_DIR or DATABASE_URL.',
  'file-exists': ({ file }) => `${file} is there already. Choose another name, so that no older backup is overwritten.`,
  'cannot-write': ({ file, why }) => `${file} cannot be written (${why}). Check the folder and its permissions.`,
  'cannot-read': ({ file, why }) => `${file} cannot be read (${why}). Check the path.`,
  'not-a-backup': ({ file }) => `${file} is no backup of Bậc Thang. Nothing was changed.`,
  'cut-off': ({ file }) =>
    `The end of ${file} is missing: backing up or copying was cut short. Use another one; nothing was changed.`,
  damaged: ({ file, member }) =>
    `${file} is damaged or was edited (part ${member}). Use another one; nothing was changed.`,
  'newer-format': ({ file }) => `${file} was written by a newer Bậc Thang. Update the program (git pull).`,
  'newer-backup': ({ through, known }) =>
    `The backup was upgraded to step ${through}, this program knows ${known}. Update the program (git pull).`,
  'other-migrations': ({ name }) =>
    `Step ${name} of the backup differs from the file in migrations. Use the release that wrote the backup.`,
  'loaded-differently': ({ table }) =>
    `The table ${table} differs from the backup after loading, so everything is as it was before. Please report this.`,
  'holds-data': ({ dataDir }) =>
    `${dataDir} holds data. To replace them by the backup add --force; they are backed up by themselves first.`,
}
