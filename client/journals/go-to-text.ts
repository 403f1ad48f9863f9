import type { KeyboardEvent } from 'react'

/** Enter in a line of one row goes on to the first text behind it, inside of what `around` finds. */
export function goToText(event: KeyboardEvent<HTMLElement>, around: string): void {
  if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.closest(around)?.querySelector<HTMLElement>('.ProseMirror')?.focus()
}
