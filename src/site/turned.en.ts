import type { Sentences } from '../kernel/sentences.ts'
import type { Turned } from '../platform/http/index.ts'

const megabytes = (bytes: number): string => String(Math.round(bytes / 104_857.6) / 10)

export const titles: Sentences<Turned> = {
  'not-found': () => 'This page is not here, or has moved',
  'wrong-method': () => 'This address does not work that way',
  'sign-in-first': () => 'Please sign in first',
  'not-allowed': () => 'This task is not assigned to you',
  'finish-sign-in': () => 'One more step to finish signing in',
  forged: () => 'This request did not come from a page of ours',
  'too-large': () => 'What was sent is too large',
  'too-often': () => 'Please wait a moment',
  unreadable: () => 'What was sent could not be read',
  'books-closed': ({ year }) => `The figures of ${year} are frozen`,
  'act-reused': () => 'This was already recorded with other content',
  fault: () => 'The server is in trouble',
}

export const advice: Sentences<Turned> = {
  'not-found': () =>
    'The address may be incomplete, or the place has a new name or was merged into another. Please search by name.',
  'wrong-method': () =>
    'It only takes a form sent from its page, or is only for reading; nothing was recorded. Please open the page with the form and send it again.',
  'sign-in-first': () => 'This page is for people who are signed in. Sign in, then open it again.',
  'not-allowed': () =>
    'Your account may not do this here. If it is your task, ask the person in charge of the institution to assign it.',
  'finish-sign-in': () =>
    'The password was right, but you are not signed in yet. Open the sign-in page again and finish the last step.',
  forged: () => 'To be safe we recorded nothing. Please open the page with this form again and send it once more.',
  'too-large': ({ limit }) =>
    `We take up to ${megabytes(limit)} MB at a time, and nothing was recorded. Please send it in smaller parts.`,
  'too-often': ({ seconds }) => `Too many tries in a row. Please try again in ${seconds} seconds.`,
  unreadable: () =>
    'The connection may have been cut, and nothing was recorded. Please open the page again and send it once more.',
  'books-closed': ({ year }) =>
    `This belongs to ${year}, whose figures are frozen so that they change no more; nothing was recorded. Please go back and record it on today’s date, with a note that it is of ${year}.`,
  'act-reused': () => 'The page may have been open for long, or sent from two windows. Please open it again and check.',
  fault: () => 'What you just did was not recorded. Try again in a few minutes, or tell the librarian the code below.',
}
