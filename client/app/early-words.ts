/** What is typed after the palette was asked for, and before it is drawn: its first words, and nobody else's keys. */
let typed = ''

function keep(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.isComposing) return
  event.preventDefault()
  event.stopImmediatePropagation()
  if (event.key.length === 1) typed += event.key
}

export const keepEarlyWords = () => window.addEventListener('keydown', keep, true)

/** From here on keys go where they go. */
export function takeEarlyWords(): string {
  window.removeEventListener('keydown', keep, true)
  const words = typed
  typed = ''
  return words
}
