import type { vi } from './messages.vi.ts'

export const en: typeof vi = {
  title: 'Figures',
  lead: 'Every figure is computed from acts recorded at the institutions; nobody types one. A month with nothing recorded is left empty, which is not zero.',
  wholeProvince: 'Whole province',
  period: 'Month',
  institution: 'Institution',
  show: 'Show',
  chooseWhat: 'Choose period and institution',
  atEndOf: month => `at the end of ${month}`,
  inMonth: month => `in ${month}`,
  yearToDate: (count, unit) => `Year to date: ${count} ${unit}`,
  byMonth: name => `${name} by month`,
  chart: name => `${name} over twelve months; the table below has every number. The highest bar is`,
  month: 'Month',
  byInstitution: (name, month) => `${name} by institution, ${month}`,
  nothing: 'No figures yet. They appear when books are entered or lent.',
  silent: 'no figures',
  fewerThanFive: 'fewer than 5',
  hiddenBeside: 'not published',
  suppression:
    'Numbers below 5 are not published for single institutions, so that nobody can be recognised; where needed a neighbouring number is hidden too.',
  howCounted: 'How it is counted',
  unit: 'Unit',
  freshness: when => `Computed up to ${when}.`,
  notYetComputed: 'The figures are being computed for the first time.',
  page: 'Pages of institutions',
}
