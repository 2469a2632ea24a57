export { type CalendarEvent, writeCalendar } from './write.ts'
