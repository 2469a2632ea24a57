export { type NewNotice, type NoticeOutcome, type NoticeTo, notify, unnotify } from './notify.ts'
export { forgetOldNotices, type Refresh, type Sending, sendDueNotices } from './send.ts'
export type { EventValues, LoanValues, Template, Topic } from './topic.ts'
