import type { Form } from '../../platform/http/index.ts'
import { normaliseCardNumber } from '../people/index.ts'
import { type DeskMode, deskModes } from './paths.ts'

/** What a scanner can send at most; a longer text is no number of anything. */
export const longestScan = 64

/** What the desk does now, as its page or its address says. */
export const modeIn = (form: Form): DeskMode => deskModes.find(mode => mode === form.text('viec')) ?? 'muon'

/** The card in hand, as the page or its address carries it. */
export function cardIn(form: Form): string | null {
  const number = normaliseCardNumber(form.text('the')).slice(0, longestScan)
  return number === '' ? null : number
}
