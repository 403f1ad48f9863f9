import { type RefObject, useLayoutEffect } from 'react'

/** Whoever has the focus in what goes away has it in the next thing around that which takes it. */
export function useFocusHandedOn(thing: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const going = thing.current
    const around = going?.parentElement?.closest<HTMLElement>('[tabindex]')
    return () => {
      if (going?.contains(document.activeElement)) around?.focus()
    }
  }, [thing])
}
