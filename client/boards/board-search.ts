/** The words a board's address may have. What they mean: view-address.ts. */
const viewKeys = [
  ...(['view', 'lanes', 'sort', 'group', 'show', 'days', 'zoom', 'rows'] as const),
  ...(['q', 'who', 'label', 'labels', 'outcome', 'due', 'in', 'is'] as const),
] as const
export type ViewKey = (typeof viewKeys)[number]
export type ViewSearch = Partial<Record<ViewKey, string>>
export type BoardSearch = ViewSearch & { card?: string; comment?: string }

/** Whatever somebody typed into the address: only words under keys of ours. */
export function boardSearch(search: Record<string, unknown>): BoardSearch {
  const words: Record<string, string> = {}
  for (const key of ['card', 'comment', ...viewKeys]) {
    const value = search[key]
    // What looks like a number arrives as one.
    if (typeof value === 'string' || typeof value === 'number') words[key] = String(value)
  }
  return words
}
