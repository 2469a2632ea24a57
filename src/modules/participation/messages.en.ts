import { formatDate } from '../../kernel/local-date.ts'
import type { Messages } from './messages.vi.ts'

export const en: Messages = {
  freezeRefusals: {
    'year-running': ({ year, over }) =>
      `The year ${year} is not over. Its figures can be frozen from ${formatDate(over, 'en')} on.`,
    'year-frozen': ({ year, on }) => `The figures of ${year} have been frozen since ${formatDate(on, 'en')}.`,
    'year-empty': ({ year }) =>
      `Nothing was recorded in ${year}, so there is nothing to freeze. Please look at the year again.`,
  },
  verbNames: {
    'copies.stocked': 'Copies',
    'copy.lent': 'Borrowed',
    'copy.returned': 'Returned',
    'copy.read-in-room': 'Read in the room',
    'visits.counted': 'Visits',
    'activity.held': 'Activities held',
    'activity.attended': 'Attended activities',
    'institutions.stocked': 'Institutions',
    'objects.stocked': 'Objects',
  },
}
