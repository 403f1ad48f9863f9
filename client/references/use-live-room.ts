import { type RefObject, useEffect, useState } from 'react'
import { RoomSlots } from './room-slots'

const slots = new RoomSlots()
/** A little before it comes into view, so that it is there when it does. */
const margin = '300px'
/** Scrolling by and back again does not leave and enter the room each time. */
const stayMs = 5_000

/** Whether a room is to be entered for what is shown in `element`: only near the window, and few at once. */
export function useLiveRoom(element: RefObject<Element | null>, room: string): boolean {
  const isNear = useIsNear(element)
  const [isIn, setIsIn] = useState(false)
  useEffect(() => {
    if (!isNear) return
    let hasSlot = false
    const enter = () => {
      if (hasSlot || !slots.take(room)) return
      hasSlot = true
      setIsIn(true)
    }
    enter()
    const stop = slots.wait(enter)
    return () => {
      stop()
      if (!hasSlot) return
      setIsIn(false)
      slots.free(room)
    }
  }, [isNear, room])
  return isIn
}

function useIsNear(element: RefObject<Element | null>): boolean {
  const [isNear, setIsNear] = useState(false)
  useEffect(() => {
    if (!element.current) return
    let leaving: ReturnType<typeof setTimeout> | undefined
    const observer = new IntersectionObserver(
      ([seen]) => {
        clearTimeout(leaving)
        if (seen?.isIntersecting) setIsNear(true)
        else leaving = setTimeout(() => setIsNear(false), stayMs)
      },
      { rootMargin: margin },
    )
    observer.observe(element.current)
    return () => {
      clearTimeout(leaving)
      observer.disconnect()
    }
  }, [element])
  return isNear
}
