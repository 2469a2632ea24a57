import { formatDate, localDateAt, localTimeAt } from '../../kernel/local-date.ts'
import type { Texts } from './texts.ts'

const list = (titles: readonly string[]): string => titles.map(title => `- ${title}`).join('\n')
const count = (titles: readonly string[]): string => (titles.length === 1 ? `“${titles[0]}”` : `${titles.length} books`)
const people = (number: number): string => (number === 1 ? '1 person' : `${number} people`)
const when = (startsAt: string): string => {
  const instant = new Date(startsAt)
  return `${formatDate(localDateAt(instant), 'en')} at ${localTimeAt(instant)}`
}

export const en: Texts = {
  topics: {
    'confirm-address': ({ link }, address) => ({
      subject: 'Confirm your e-mail address',
      body: [
        'Hello,',
        'This address was just given for letters from the library. If that was you, please open this page and press Confirm:',
        address(link),
        'The link works for 7 days. If you did not give this address, please ignore this letter; no other will follow.',
      ],
    }),
    'due-soon': ({ titles, dueOn, place }, address) => ({
      subject: `Due on ${formatDate(dueOn, 'en')}: ${count(titles)}`,
      body: [
        'Hello,',
        `Borrowed at ${place}, due on ${formatDate(dueOn, 'en')}:`,
        list(titles),
        `Not finished yet? The librarian can renew it before that day. Your loans: ${address('/tai-khoan')}`,
      ],
    }),
    overdue: ({ titles, dueOn, place }, address) => ({
      subject: `Overdue: ${count(titles)}`,
      body: [
        'Hello,',
        `Borrowed at ${place}, due on ${formatDate(dueOn, 'en')}, and not back yet:`,
        list(titles),
        'Please bring it back when you pass by, so that others can read it. If it is lost or damaged, tell the librarian.',
        `If you have just returned it, please ignore this letter. Your loans: ${address('/tai-khoan')}`,
      ],
    }),
    'event-confirmation': ({ title, startsAt, where, path, code, people: number, waiting }, address) => ({
      subject: waiting ? `On the waiting list: ${title}` : `Signed up: ${title}`,
      body: [
        'Hello,',
        waiting
          ? `“${title}” is full. We put ${people(number)} on the waiting list and tell you as soon as there is room.`
          : `${people(number)} signed up for “${title}”. Your code is ${code}.`,
        `${when(startsAt)}, ${where}.`,
        `If you cannot come, please let others have your place: ${address(path)}`,
      ],
    }),
    'event-reminder': ({ title, startsAt, where, path, code }, address) => ({
      subject: `Soon: ${title}`,
      body: [
        'Hello,',
        `“${title}” begins on ${when(startsAt)}, ${where}. Your code is ${code}.`,
        `If you cannot come, please let others have your place: ${address(path)}`,
      ],
    }),
    'event-moved-up': ({ title, startsAt, where, path, code, people: number }, address) => ({
      subject: `You have a place: ${title}`,
      body: [
        'Hello,',
        `Somebody gave up a place, so ${people(number)} of you are now signed up for “${title}”. Your code is ${code}.`,
        `${when(startsAt)}, ${where}.`,
        `If you cannot come, please let others have your place: ${address(path)}`,
      ],
    }),
    'event-cancelled': ({ title, startsAt, where, path, reason }, address) => ({
      subject: `Cancelled: ${title}`,
      body: [
        'Hello,',
        `“${title}”, planned for ${when(startsAt)}, ${where}, will not take place.${reason === '' ? '' : ` Reason: ${reason}`}`,
        `We are sorry for the trouble. Other activities: ${address(path)}`,
      ],
    }),
  },
  closing: 'Yours,\nLibraries, museums and culture of Lào Cai',
  leave: link => `Stop these letters: ${link}`,
}
