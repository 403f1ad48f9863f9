import { type RefObject, useEffect } from 'react'

/** Every window and every sheet that floats over one; messages float over all, and are none. */
const layers = '[role="dialog"], [role="alertdialog"]:not([aria-modal="false"]), [data-trigger]'

/**
 * Escape closes the window on top also where the focus is on nothing: what had it has just gone,
 * and the focus comes back only with the next frame.
 */
export function useEscapeFromNowhere(
  layer: RefObject<HTMLElement | null>,
  close: () => void,
): void {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
      if (event.target !== document.body) return
      if ([...document.querySelectorAll(layers)].at(-1) === layer.current) close()
    }
    document.addEventListener('keydown', hear)
    return () => document.removeEventListener('keydown', hear)
  }, [layer, close])
}
