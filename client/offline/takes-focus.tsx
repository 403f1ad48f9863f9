import { type ReactNode, useLayoutEffect, useRef } from 'react'

const canHaveIt = 'a[href], button, input, select, textarea, [contenteditable="true"], [tabindex]'

/** What is drawn where somebody pressed a button that is gone now: the first in it that can takes the focus, or else it itself. */
export function TakesFocus({ children }: { children: ReactNode }) {
  const around = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // They have gone on elsewhere.
    if (document.activeElement !== document.body) return
    const all = [...(around.current?.querySelectorAll<HTMLElement>(canHaveIt) ?? [])]
    const first = all.find((one) => one.tabIndex >= 0 && !one.matches(':disabled, [hidden] *'))
    const whole = around.current?.firstElementChild
    if (first) first.focus()
    else if (whole instanceof HTMLElement) {
      whole.tabIndex = -1
      whole.focus()
    }
  }, [])
  return (
    <div className="contents" ref={around}>
      {children}
    </div>
  )
}
