/** That the sum of some things less the sum of others was published. */
export interface Equation {
  readonly plus: readonly string[]
  readonly minus: readonly string[]
  readonly value: number
}

/** Large enough that no small system loses rank by chance. */
const prime = 2_147_483_647n

function inverse(value: bigint): bigint {
  let [result, base, power] = [1n, value % prime, prime - 2n]
  for (; power > 0n; power >>= 1n) {
    if (power & 1n) result = (result * base) % prime
    base = (base * base) % prime
  }
  return result
}

type Row = Map<string, bigint>

/** Whether a sum of things follows from the equations by adding and subtracting them (Gauss, modulo a large prime). */
export function derivable(equations: readonly Equation[]): (things: readonly string[]) => boolean {
  const rows = new Map<string, Row>()
  const reduced = (row: Row): Row => {
    const rest = new Map(row)
    // In the order in which they were made, a row holds no pivot of an earlier one.
    for (const [pivot, basis] of rows) {
      const factor = rest.get(pivot)
      if (factor === undefined) continue
      for (const [thing, weight] of basis) {
        const value = ((((rest.get(thing) ?? 0n) - factor * weight) % prime) + prime) % prime
        if (value === 0n) rest.delete(thing)
        else rest.set(thing, value)
      }
    }
    return rest
  }
  const rowOf = (plus: readonly string[], minus: readonly string[]): Row => {
    const row: Row = new Map()
    const add = (thing: string, weight: bigint) => {
      const value = ((row.get(thing) ?? 0n) + weight + prime) % prime
      if (value === 0n) row.delete(thing)
      else row.set(thing, value)
    }
    for (const thing of plus) add(thing, 1n)
    for (const thing of minus) add(thing, -1n)
    return row
  }
  const known = new Set<string>()
  for (const { plus, minus } of equations) {
    const key = `${plus.toSorted().join()}|${minus.toSorted().join()}`
    if (known.has(key)) continue
    known.add(key)
    const rest = reduced(rowOf(plus, minus))
    const [first] = rest
    if (first === undefined) continue
    const [pivot, weight] = first
    const scale = inverse(weight)
    rows.set(pivot, new Map([...rest].map(([thing, value]) => [thing, (value * scale) % prime])))
  }
  return things => reduced(rowOf(things, [])).size === 0
}
