/** Whoever followed a link is led there: into view, and the focus too, unless they have begun to write elsewhere. */
export function leadTo(element: HTMLElement | null): void {
  if (!element) return
  element.scrollIntoView({ block: 'center' })
  const isWriting = document.activeElement?.closest('input, textarea, [contenteditable="true"]')
  if (!isWriting) element.focus({ preventScroll: true })
}
