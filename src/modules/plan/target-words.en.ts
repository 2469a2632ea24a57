import { counted } from '../../kernel/english-count.ts'
import { formatInteger } from '../../kernel/numbers.ts'
import type { vi } from './target-words.vi.ts'

export const en: typeof vi = {
  title: 'Set targets',
  lead: 'What each institution is asked for, by a document. A new number holds from today; the old one stays in the history. Empty means no plan.',
  choose: 'Choose indicator and period',
  indicator: 'Indicator',
  period: 'Period',
  show: 'Show',
  year: year => `the year ${year}`,
  wholeProvince: 'Whole province',
  institution: 'Institution',
  holding: 'Holds now',
  noPlan: 'none',
  holds: (count, source, since) => `${count} · ${source}, since ${since}`,
  ended: (reason, since) => `ended ${since}: ${reason}`,
  wanted: unit => `Plan (${unit})`,
  wantedOf: name => `Plan of ${name}`,
  source: 'Document that asks for it',
  sourceHelp: 'Number, day, authority; stands beside the figure on the public page.',
  reason: 'Why a plan ends',
  reasonHelp: 'Only when a field that had a number is emptied.',
  paste: 'Paste from a spreadsheet',
  pasteHelp:
    'One institution a line: its code in the first column, the number in the last. The whole province is TOAN-TINH. A pasted line stands for the institution’s field.',
  save: 'Save',
  back: 'See the figures',
  refused: count => `Not saved yet, ${counted(count, 'thing')} to mend`,
  done: count => `${count} targets set. The figures follow them already.`,
  history: 'What was set before',
  noHistory: 'Nobody has set a target of this indicator and period yet.',
  since: 'Since',
  value: 'Number',
  endedValue: 'ended',
  by: 'Set by',
  why: 'Document, reason',
  unknownPeriod: (typed, shown) => `“${typed}” is neither a year nor a month. Below is ${shown}.`,
  refusals: {
    'nothing-changed': () => 'No number differs from what holds. Please change a field, or go back to the figures.',
    'source-missing': () => 'The document that asks for it is missing. For example: Kế hoạch 251/KH-UBND.',
    'source-too-long': ({ limit }) => `The document’s name is longer than ${limit} characters. Please shorten it.`,
    'reason-missing': ({ ended }) =>
      `${ended} fields that had a plan are empty: that ends the plan. Please give the reason, or fill in the number again.`,
    'reason-too-long': ({ limit }) => `The reason is longer than ${limit} characters. Please shorten it.`,
    'number-unclear': ({ typed }) =>
      `“${typed}” is no whole number from 1. For example 40000 or 40,000; leave it empty where there is no plan.`,
    'number-too-large': ({ limit }) => `The number is above ${formatInteger(limit, 'en')}. Please look at its digits.`,
    'line-unclear': ({ line, typed }) => `Line ${line} “${typed}” needs a code and then a number, as: TVT 40,000.`,
    'code-unknown': ({ line, typed }) => `Line ${line}: no institution in the table below has the code “${typed}”.`,
  },
}
