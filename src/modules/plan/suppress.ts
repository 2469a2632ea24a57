/** A published count is never between 1 and k − 1: it could point at somebody. */
export const smallestPublished = 5

/**
 * Which of these counts a published breakdown hides. When only one would be hidden, the total would give it away, so the
 * next smallest is hidden with it (complementary suppression).
 */
export function hiddenCells(values: readonly (number | null)[]): boolean[] {
  const isSmall = (value: number | null) => value !== null && value > 0 && value < smallestPublished
  const hidden = values.map(isSmall)
  if (hidden.filter(Boolean).length !== 1) return hidden
  let companion = -1
  values.forEach((value, index) => {
    if (hidden[index] || value === null || value === 0) return
    const smallest = values[companion]
    if (companion === -1 || (smallest !== null && smallest !== undefined && value < smallest)) companion = index
  })
  return hidden.map((isHidden, index) => isHidden || index === companion)
}
