type WithCode<P, C> = P extends { readonly code: infer K } ? (C extends K ? P : never) : never

/** One sentence for each code of a refusal, saying what happened and what to do next. Leaving one out does not compile. */
export type Sentences<P extends { readonly code: string }> = {
  readonly [C in P['code']]: (problem: WithCode<P, C>) => string
}

export function say<P extends { readonly code: string }>(sentences: Sentences<P>, problem: P): string {
  // The code picks the sentence written for just this problem, which the type of a lookup cannot say.
  const sentence = sentences[problem.code as P['code']] as (problem: P) => string
  return sentence(problem)
}
