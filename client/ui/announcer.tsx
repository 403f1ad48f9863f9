import { useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

/** A polite live region and the function that speaks through it; saying the same again is heard again. */
export function useAnnouncer() {
  const [said, setSaid] = useState({ words: '', times: 0 })
  const announce = useRef((words: string) =>
    setSaid((last) => ({ words, times: last.times + 1 })),
  ).current
  return { announce, said }
}

export function LiveRegion({ said }: { said: { words: string; times: number } }) {
  const region = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    // A no-break space makes a repeated sentence a change, which is what readers speak.
    if (region.current) region.current.textContent = said.words + (said.times % 2 ? '\u00a0' : '')
  }, [said])
  // Beside the page and marked, so that an open dialog does not silence it.
  return createPortal(
    <p ref={region} role="status" data-live-announcer="true" className="sr-only" />,
    document.body,
  )
}
