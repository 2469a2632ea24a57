import type { Language } from '../../kernel/language.ts'
import { formatDate, parseLocalDate } from '../../kernel/local-date.ts'
import { formatCount } from '../../site/index.ts'
import { numberOf, textOf } from './answer.ts'
import type { DeskAct } from './desk.ts'
import { words } from './messages.ts'
import { isRequestStep, type RequestStep } from './request.ts'
import { isReadingKind } from './room.ts'
import { roomWords } from './room-words.ts'

/** What was counted: "5 cuốn sách". */
function countedText(act: DeskAct, lang: Language): string {
  const kind = textOf(act.answer, 'kind')
  return words(lang).ofKind[isReadingKind(kind) ? kind : 'book'](formatCount(numberOf(act.answer, 'count'), lang))
}

/** The step of a slip; an undoing names none, and reads like a fetching. */
function stepOf(act: DeskAct): RequestStep {
  const step = textOf(act.answer, 'step')
  return isRequestStep(step) ? step : 'fetch'
}

/** An act in the list of what was just done: "Mượn TP-0003310". */
export function actName(act: DeskAct, lang: Language): string {
  const say = words(lang)
  const room = roomWords(lang)
  const names = {
    'circulation.lend': () => say.didLend(act.barcode),
    'circulation.return': () => say.didReturn(act.barcode),
    'circulation.renew': () => say.didRenew(act.barcode),
    'circulation.read-in-room': () => say.didRead(act.barcode),
    'circulation.count-in-room': () => say.didCount(act.undoing ? '' : countedText(act, lang)).trim(),
    'circulation.move-request': () => `${room.steps[stepOf(act)]} ${act.barcode}`.trim(),
  }
  return names[act.type]()
}

/** What was just done, in a sentence; a return says more, which its page adds. */
export function doneText(act: DeskAct, lang: Language): string {
  const say = words(lang)
  if (act.undoing) {
    return {
      'circulation.lend': say.undoneLend,
      'circulation.return': say.undoneReturn,
      'circulation.renew': say.undoneRenew,
      'circulation.read-in-room': say.undoneRead,
      'circulation.count-in-room': say.undoneCount,
      'circulation.move-request': () => roomWords(lang).undoneStep,
    }[act.type](act.title)
  }
  const due = parseLocalDate(textOf(act.answer, 'dueOn'))
  const dueText = due === null ? '' : formatDate(due, lang)
  return {
    'circulation.lend': () => say.lent(act.title, dueText),
    'circulation.return': () => say.returned(act.title),
    'circulation.renew': () => say.renewed(act.title, dueText),
    'circulation.read-in-room': () => say.readNow(act.title),
    'circulation.count-in-room': () => say.countedNow(countedText(act, lang)),
    'circulation.move-request': () => roomWords(lang).stepNames[stepOf(act)](act.title),
  }[act.type]()
}
