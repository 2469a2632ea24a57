import type { Result } from '../kernel/result.ts'

/** What the demonstration asks for is never refused; where it is, the seed and the rules disagree, which is a fault. */
export function certain<Value>(result: Result<Value, { readonly code: string }>, what: string): Value {
  if (result.ok) return result.value
  throw new Error(`demonstration, ${what}: ${result.problems.map(({ code }) => code).join(', ')}`)
}
