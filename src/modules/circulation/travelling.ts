import { formatDate } from '../../kernel/local-date.ts'
import { textIn } from '../../kernel/localized-text.ts'
import { ok, type Result, refused } from '../../kernel/result.ts'
import { say } from '../../kernel/sentences.ts'
import { type ArrivedAct, payloadText, type TravellingAct } from '../../platform/travelling-act.ts'
import type { World } from '../../platform/world.ts'
import { describeItems } from '../catalogue/index.ts'
import { institutionById } from '../institutions/index.ts'
import { lend } from './lend.ts'
import type { LoanRefusal } from './loan.ts'
import { words } from './messages.ts'
import { renew } from './renew.ts'
import { returnItem } from './return.ts'

const scanOf = ({ id, by, institution, payload, occurredAt }: ArrivedAct) => ({
  act: id,
  by,
  institution,
  cardNumber: payloadText(payload, 'card'),
  barcode: payloadText(payload, 'barcode'),
  now: occurredAt,
})

async function spoken<Answer extends { readonly item: string }>(
  world: World,
  { lang }: ArrivedAct,
  result: Result<Answer, LoanRefusal>,
  done: (title: string, answer: Answer) => string | Promise<string>,
): Promise<Result<string, string>> {
  if (!result.ok) return refused(result.problems.map(problem => say(words(lang).loanRefusals, problem)))
  const { item } = result.value
  const title = (await describeItems(world.database, [item], lang)).get(item)?.title ?? ''
  return ok(await done(title, result.value))
}

async function lendArrived(world: World, arrived: ArrivedAct) {
  const { lent } = words(arrived.lang)
  return spoken(world, arrived, await lend(world, scanOf(arrived)), (title, { dueOn }) =>
    lent(title, formatDate(dueOn, arrived.lang)),
  )
}

async function renewArrived(world: World, arrived: ArrivedAct) {
  const { renewed } = words(arrived.lang)
  return spoken(world, arrived, await renew(world, scanOf(arrived)), (title, { dueOn }) =>
    renewed(title, formatDate(dueOn, arrived.lang)),
  )
}

async function returnArrived(world: World, arrived: ArrivedAct) {
  const text = words(arrived.lang)
  const result = await returnItem(world, scanOf(arrived))
  return spoken(world, arrived, result, async (title, { overdueDays, keeper }) => {
    const elsewhere = keeper === arrived.institution ? null : await institutionById(world.database, keeper)
    return [
      text.returned(title),
      overdueDays > 0 ? text.returnedLate(overdueDays) : '',
      elsewhere === null ? '' : text.belongsTo(textIn(elsewhere.name, arrived.lang).text),
    ]
      .filter(part => part !== '')
      .join(' ')
  })
}

/** What a desk may do without a network. */
export const circulationTravelling: readonly TravellingAct[] = [
  { type: 'circulation.lend', version: 1, right: 'circulate', perform: lendArrived },
  { type: 'circulation.return', version: 1, right: 'circulate', perform: returnArrived },
  { type: 'circulation.renew', version: 1, right: 'circulate', perform: renewArrived },
]
