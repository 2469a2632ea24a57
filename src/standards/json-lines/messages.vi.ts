import type { Sentences } from '../../kernel/sentences.ts'
import type { JsonLinesProblem } from './problem.ts'

export const vi: Sentences<JsonLinesProblem> = {
  'not-json': () =>
    'Dòng này không đúng cách viết JSON nên chưa lấy. Mỗi biểu ghi phải nằm trọn trên một dòng; mời xuất lại tệp dạng JSON Lines.',
  'not-an-object': () => 'Dòng này là JSON nhưng không phải một biểu ghi có các mục tên và giá trị, nên chưa lấy.',
  'not-utf8': () => 'Chữ trên dòng này không phải UTF-8 nên chưa lấy. Mời lưu lại tệp dạng UTF-8.',
  'too-deep': ({ limit }) => `Dòng này lồng nhau quá ${limit} cấp nên không đọc.`,
  'line-too-long': ({ octets, limit }) =>
    `Dòng này dài ${octets} byte, quá giới hạn ${limit} byte nên không đọc. Mời xem có chép nhầm ảnh hay tệp vào biểu ghi không.`,
  'cut-at-end': () => 'Tệp bị cụt ở dòng cuối, có thể chép hay tải lên chưa trọn. Mời chép lại tệp.',
}
