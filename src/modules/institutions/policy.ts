/** How things are lent; every number whole. Null = as the parent institution has it. */
export interface OwnPolicy {
  /** Calendar days from lending to due day. */
  readonly loanDays: number | null
  /** Things at once on one card. */
  readonly maxLoans: number | null
  readonly renewals: number | null
  /** Days after return before the loan forgets the reader. */
  readonly graceDays: number | null
}

export type LoanPolicy = { readonly [Rule in keyof OwnPolicy]: number }

/** What holds where nobody up to the root has said anything. */
export const defaultPolicy: LoanPolicy = { loanDays: 14, maxLoans: 5, renewals: 2, graceDays: 7 }

/** The policy in force: each rule from the nearest institution that sets it, itself first and the root last. */
export function resolvePolicy(fromItselfUp: readonly OwnPolicy[]): LoanPolicy {
  const nearest = (rule: keyof OwnPolicy): number =>
    fromItselfUp.find(policy => policy[rule] !== null)?.[rule] ?? defaultPolicy[rule]
  return {
    loanDays: nearest('loanDays'),
    maxLoans: nearest('maxLoans'),
    renewals: nearest('renewals'),
    graceDays: nearest('graceDays'),
  }
}
