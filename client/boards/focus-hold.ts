/**
 * For some frames a card keeps the keyboard: the rows of its lane are only being measured, and a window that
 * closes fetches the focus back. It lets go as soon as somebody goes on, by key or pointer, or anything else
 * puts the focus elsewhere.
 */
export type FocusHold = { readonly isOver: boolean; letGo(): void }

/** Of several, the last one holds the focus. */
let latest: AbortController | null = null

/** `isIn`: whether this lies in the card, or around it. Called before the card takes the focus. */
export function holdFocus(isIn: (element: Element) => boolean): FocusHold {
  const own = beginHold()
  const { signal } = own
  const before = document.activeElement
  const closing = before?.closest('[role="dialog"], [role="alertdialog"], [role="menu"]') ?? null
  let hasLeftList = false
  const letGo = () => own.abort()
  for (const sign of ['keydown', 'pointerdown'])
    document.addEventListener(sign, letGo, { capture: true, signal })
  const onFocus = ({ target, relatedTarget }: FocusEvent) => {
    if (!(target instanceof Element) || isIn(target) || closing?.contains(target)) return
    // A window that closes gives it back; where it comes from nowhere, what had it is gone already.
    const isGivenBack = !(relatedTarget instanceof Element) || closing?.contains(relatedTarget)
    // The list that the card has left puts the keyboard on another one of its own, once.
    const isLeftList = !hasLeftList && target.closest('.board-cards') !== null
    hasLeftList ||= isLeftList
    if (!isGivenBack && !isLeftList) letGo()
  }
  document.addEventListener('focusin', onFocus, { capture: true, signal })
  return {
    get isOver() {
      return signal.aborted
    },
    letGo,
  }
}

/** Ends the one before. */
function beginHold(): AbortController {
  latest?.abort()
  latest = new AbortController()
  return latest
}
