import { counted } from '../../kernel/english-count.ts'
import { formatInstant } from '../../kernel/instant.ts'
import type { Sentences } from '../../kernel/sentences.ts'
import type { Messages } from './messages.vi.ts'
import type { ChangeRefusal, SignUpRefusal } from './seats.ts'
import type { HelpedRefusal } from './sign-up-acts.ts'
import type { SignUpProblem } from './sign-up-form.ts'

const seatRefusals: Sentences<Extract<ChangeRefusal, SignUpRefusal>> = {
  'too-few-seats': ({ left, heads }) =>
    left === 0
      ? 'It is full. You can put everybody on the waiting list: as seats come free you are told, in order.'
      : `Only ${left} seats are left and you are ${heads}. Please bring ${heads - left === 1 ? 'one' : heads - left} fewer, or put everybody on the waiting list.`,
  'others-wait': ({ left, waiting }) =>
    `${left} seats are free, but ${waiting} people who came first are waiting. You can join the waiting list, in order.`,
  'larger-than-the-house': ({ capacity, heads }) =>
    `There are ${capacity} seats in all and you are ${heads}. Please split up, or ring the organiser.`,
}

const signUpRefusals: Sentences<SignUpRefusal> = {
  ...seatRefusals,
  cancelled: ({ reason }) => `This will not take place: ${reason}`,
  'not-yet-open': ({ opensAt }) => `Signing up has not begun. Please come back from ${formatInstant(opensAt, 'en')}.`,
  closed: ({ closedAt }) =>
    `Signing up ended at ${formatInstant(closedAt, 'en')}. Please ring the organiser, there may still be room.`,
  begun: () => 'This has begun or is over, so no more names are taken. Please see what else is on.',
}

const helpedRefusals: Sentences<HelpedRefusal> = {
  ...signUpRefusals,
  'signed-before': () => 'This person has signed up for it already. How many come can be changed on their own page.',
  'turn-over': () => 'This turn is over. Please enter the card number again.',
}

const changeRefusals: Sentences<ChangeRefusal> = {
  ...seatRefusals,
  'too-few-seats': ({ left, heads }) =>
    left === 0
      ? 'It is full, so nobody can be added. Your number stays; please ring the organiser if need be.'
      : `Only ${left} seats are left and you would add ${heads}. Your number stays; please add fewer.`,
  'others-wait': ({ waiting }) =>
    `${waiting} people are waiting, so nobody can be added. Your number stays; please ring the organiser.`,
  over: () => 'It has begun, is over or was called off, so this can no longer be changed.',
  'already-cancelled': () => 'This sign-up was already cancelled.',
  'already-here': () => 'You have been checked in, so this is no longer changed here. Please ask at the door.',
}

const problems: Sentences<SignUpProblem> = {
  'name-missing': () => 'The name is missing. Please give the name of your family or group, as: The Mẩy family.',
  'name-too-long': ({ limit }) => `The name is longer than ${limit} characters. Please shorten it.`,
  'heads-unreadable': ({ typed }) => `“${typed}” could not be read as a number. Please use digits, as 2.`,
  'no-heads': () => 'How many are you? Please say how many adults and how many children.',
  'too-many-heads': ({ most }) =>
    `At most ${most} people can be signed up at once. For more, please ring the organiser.`,
  'contact-empty': () => 'A way to reach you is missing. Please give one telephone number or one e-mail address.',
  'phone-short': ({ digits, wanted }) =>
    `The telephone number is ${wanted - digits} digits short. A mobile number has 10, as 0912 345 678.`,
  'phone-long': ({ digits, wanted }) =>
    `The telephone number has ${digits - wanted} digits too many. It should have ${wanted}, as 0912 345 678.`,
  'phone-unknown': () =>
    'This telephone number could not be read. Please give a number in Vietnam that begins with 0, as 0912 345 678.',
  'email-unreadable': () => 'This e-mail address could not be read. Please give it whole, as may@example.vn.',
  'not-a-person': () => 'The last field of the form must stay empty. Please clear it and send again.',
}

export const en: Messages = {
  calendar: 'Activities',
  calendarLead: 'Readings, classes and festivals at libraries, museums, culture houses and places to learn.',
  upcoming: 'Coming up',
  past: 'Past',
  seePast: 'See past activities',
  seeUpcoming: 'See what is coming up',
  none: 'There is no such activity yet. Please see the whole province, or ask the place near you.',
  wholeProvince: 'See the whole province',
  found: count => (count === '1' ? '1 activity' : `${count} activities`),
  filter: 'Filter',
  commune: 'Commune',
  institution: 'Held by',
  month: 'Month',
  anyCommune: 'Whole province',
  anyInstitution: 'Anyone',
  anyMonth: 'Any month',
  today: 'Today',
  weekdays: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  kinds: {
    talk: 'Talk',
    workshop: 'Workshop',
    reading: 'Reading',
    performance: 'Performance',
    exhibition: 'Exhibition',
    class: 'Class',
    club: 'Club',
    contest: 'Contest',
    festival: 'Festival day',
    visit: 'Visit',
    other: 'Other activity',
  },
  audiences: {
    everyone: 'Everyone',
    children: 'Children',
    young: 'Young people',
    families: 'Families',
    adults: 'Adults',
    elders: 'Older people',
    teachers: 'Teachers, library staff',
  },
  states: { draft: 'Draft', published: 'Coming up', cancelled: 'Called off', held: 'Took place' },
  when: 'When',
  until: 'to',
  where: 'Where',
  holder: 'Held by',
  forWhom: 'For',
  spoken: 'Spoken',
  cost: 'Cost',
  free: 'Free of charge',
  access: 'Access',
  signUpUntil: 'Sign up until',
  over: 'Over',
  stateCancelled: 'Called off',
  stateRunning: 'Going on now',
  stateNoLimit: 'Room for all',
  stateSeats: left => `${counted(left, 'seat')} left`,
  stateFew: left => (left === '1' ? 'Only 1 seat left' : `Only ${left} seats left`),
  stateFull: waiting => (waiting === '0' ? 'Full, waiting list open' : `Full, ${waiting} waiting`),
  stateWaiting: (left, waiting) => `${counted(left, 'seat')} left, ${waiting} waiting before you`,
  stateNotOpen: when => `Sign-up opens ${when}`,
  stateClosed: 'Sign-up has ended',
  cancelledTitle: 'Called off',
  signUp: 'Sign up',
  signUpWait: 'Join the waiting list',
  signUpTitle: title => `Sign up: ${title}`,
  toPhone: 'Add to your calendar (.ics)',
  share: 'Send it to somebody',
  shareHelp: 'Scan this with a telephone, or send the address:',
  organise: 'For the organiser',
  notSigned: count => `Not signed up yet, ${count === '1' ? '1 thing' : `${count} things`} to mend`,
  refusedTitle: 'Not signed up yet',
  groupName: 'Name of your family or group',
  groupNameHelp: 'So that they know whom to call at the door, as: The Mẩy family, Class 4A.',
  adults: 'Adults',
  children: 'Children (under 16)',
  howMany: 'How many you are',
  contact: 'Telephone number or e-mail',
  contactHelp: days =>
    `Only to tell you of changes; erased ${counted(days, 'day')} after the event. As 0912 345 678 or may@example.vn.`,
  mayWait: 'If it is full, put all of us on the waiting list',
  linkMine: 'Show this sign-up on my own page',
  leaveEmpty: 'Leave this empty',
  signedBefore: 'If you have signed up already, open the page with your code again to change or cancel.',
  noAccount: 'No account needed. You get a code to show at the door.',
  backToActivity: 'Back to the activity',
  tooOften: minutes =>
    `Too many sign-ups came from this connection. What you typed is kept; please try again in ${counted(minutes, 'minute')}.`,
  ticketTitle: 'Sign-up code',
  signedFor: heads => `Signed up: ${counted(heads, 'person', 'people')}. Your code is`,
  waitingFor: heads => `On the waiting list: ${counted(heads, 'person', 'people')}. Your code is`,
  waitingHelp: before =>
    before === '0'
      ? 'You are first in the waiting list. When there is room you are told by the contact you gave.'
      : `${before} people wait before you. When there is room you are told by the contact you gave.`,
  movedUpHelp: 'You waited and now have seats. If you cannot come, please cancel so that others can.',
  atTheDoor: 'Show this at the door, or read the code aloud.',
  keepPage:
    'Keep this page: a screenshot or its address. Whoever has the address can change or cancel, so share it with your family only.',
  doubled: 'If you had signed up before, please cancel one of the two so that others have room.',
  alreadyYours: 'You have signed up for this already. This is that sign-up; change the number here if need be.',
  headsAre: (adults, children) => `${adults} adults, ${children} children`,
  changeHeads: 'Change the number',
  changeButton: 'Save the number',
  giveUp: 'Cancel this sign-up',
  giveUpHelp: 'If you cannot come, cancel so that those who wait have room. To come after all, sign up anew.',
  changed: 'The number is saved.',
  gaveUp: 'Cancelled. Thank you for making room.',
  notChanged: 'Not changed',
  wasHere: heads => `Checked in: ${heads} people. Enjoy yourselves.`,
  ticketOver: 'This is over. Names and contacts have been erased.',
  ticketDone: 'This is over.',
  ticketCancelled: reason => `This will not take place: ${reason}`,
  whatAndWhere: 'What and where',
  seeActivity: 'See the activity',
  thisWeek: 'This week',
  allActivities: 'All activities',
  comingUp: 'Coming up',
  mine: 'Activities signed up for',
  noneOfMine: 'You have signed up for nothing with this account.',
  recordFields: {
    signedAt: 'Signed up at',
    activity: 'Activity',
    when: 'Begins',
    name: 'Group',
    contact: 'Contact',
    adults: 'Adults',
    children: 'Children',
    state: 'State',
  },
  mineStates: { seated: 'Has seats', waiting: 'Waiting', cancelled: 'Cancelled' },
  helpedName: 'Signed up under the name on their card.',
  helpedReach: kind =>
    kind === 'phone'
      ? 'If anything changes they are rung at the number that they left.'
      : 'If anything changes they get a letter at the address that they left.',
  problems,
  signUpRefusals,
  helpedRefusals,
  changeRefusals,
}
