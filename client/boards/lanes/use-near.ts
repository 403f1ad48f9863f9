import { type RefObject, useEffect, useState } from 'react'

/** Of the height of the board's window, above and below. */
const beyond = '75%'

/** Whether a part of the board is on screen or near it, or has the focus. `begins`: before that is known. */
export function useNear(ref: RefObject<HTMLElement | null>, begins: boolean): boolean {
  const [isNear, setNear] = useState(begins)
  useEffect(() => {
    const element = ref.current
    if (!element) return
    let isInView = begins
    const settle = () => setNear(isInView || element.contains(document.activeElement))
    const observer = new IntersectionObserver(
      (entries) => {
        isInView = entries.at(-1)?.isIntersecting ?? isInView
        settle()
      },
      { root: element.closest('.board-columns'), rootMargin: `${beyond} 0px` },
    )
    observer.observe(element)
    const leave = () => requestAnimationFrame(settle)
    element.addEventListener('focusout', leave)
    return () => {
      observer.disconnect()
      element.removeEventListener('focusout', leave)
    }
  }, [ref, begins])
  return isNear
}
