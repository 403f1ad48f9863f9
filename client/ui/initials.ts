/** Up to two letters for a name, safe for any script: "Ana María López" → "AL". */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean)
  const letter = (word: string | undefined) => [...(word ?? '')][0] ?? ''
  const last = words.length > 1 ? letter(words.at(-1)) : ''
  return (letter(words[0]) + last).toLocaleUpperCase() || '?'
}
