/**
 * Calls with the path of a link on this site as soon as somebody points at it or has it under the
 * keyboard: what is behind it can be fetched while they make up their mind. Ends by what it returns.
 */
export function watchPointedAt(tell: (path: string) => void): () => void {
  const look = ({ target }: Event) => {
    const link = target instanceof Element ? target.closest('a') : null
    if (link?.origin === location.origin) tell(link.pathname)
  }
  const signs = ['pointerover', 'focusin'] as const
  for (const sign of signs) document.addEventListener(sign, look, { passive: true })
  return () => {
    for (const sign of signs) document.removeEventListener(sign, look)
  }
}
