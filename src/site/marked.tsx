/** A text with the words that were found in it. */
export type MarkedText = string | readonly (string | { readonly mark: string })[]

export const Marked = ({ text }: { text: MarkedText }) =>
  typeof text === 'string' ? (
    <>{text}</>
  ) : (
    <>{text.map(part => (typeof part === 'string' ? part : <mark>{part.mark}</mark>))}</>
  )
