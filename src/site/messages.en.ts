import type { Messages } from './messages.vi.ts'
import { advice, titles } from './turned.en.ts'

export const en: Messages = {
  siteName: 'Bậc Thang',
  tagline: 'Libraries, museums and culture of the province',
  skip: 'Skip to the main content',
  menu: 'Menu',
  mainMenu: 'Main',
  staffMenu: 'Staff',
  crumbs: 'You are here',
  home: 'Home',
  publicSite: 'Public site',
  otherLanguage: 'Tiếng Việt',
  signOut: 'Sign out',
  needHelp: 'Need help? Ask at the nearest library or culture house.',
  demo: 'Sample data: places, people, copies and figures here are invented for demonstration and are not real.',

  search: 'Search',
  searchLabel: 'Search books, documents and places',
  searching: 'Searching for:',

  keptBelow: 'Everything you filled in is still here below.',

  filterAndSort: 'Filter and sort',
  filterResults: 'Filter the results',
  filter: 'Filter',
  sort: 'Sort by',

  pages: 'Pages',
  page: number => `Page ${number}`,
  nextPage: 'Next page',
  previousPage: 'Previous page',

  actions: 'What can be done',
  sortedUp: 'sorted ascending',
  sortedDown: 'sorted descending',
  tableRegion: caption => `Table: ${caption}`,

  mapCaption: 'A diagram of positions, one tile for each commune or ward; not administrative boundaries.',

  noFigure: day => `No figures since ${day}`,
  byHand: 'entered by hand',

  noCover: title => `Cover in words: ${title}`,
  qr: address => `QR code leading to ${address}`,

  undo: 'Undo',
  lastActs: 'Just done',
  whichAct: 'What you are doing',
  camera: {
    start: 'Scan with the camera',
    stop: 'Turn the camera off',
    torch: 'Light on, off',
    picture: 'Picture of the camera',
    opening: 'Opening the camera. If you are asked, please allow it.',
    loading: kb => `Loading the reader of codes, ${kb} KB, once for this machine.`,
    ready: 'Hold the code into the middle of the picture.',
    refused: 'The browser does not allow the camera. Allow it at the lock beside the address, or type the code above.',
    none: 'This machine has no camera. Type the code above, or use a scanner.',
    failed: 'The camera could not be opened. Another program may use it; try again, or type the code above.',
    stopped: 'The camera is off.',
  },

  codeToQuote: 'If you report this, quote the code',
  backHome: 'Go to the home page',
  signIn: 'Sign in',
  errorNumber: status => `Error ${status}`,
  turnedTitle: titles,
  turnedAdvice: advice,

  offlineTitle: 'No network',
  offlineLead: 'This page is not on your device yet. Public pages you opened before can still be read.',
  offlineNext: 'Once there is a signal, please reload. If it is urgent, call or visit the nearest library.',
}
