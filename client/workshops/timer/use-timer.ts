import type { Timer } from '@atelier/shared/workshops/workshop'
import { useEffect, useRef, useState } from 'react'
import { serverNow } from './server-clock'
import { callBetween, nextTickMs, type TimerCall, type TimerSight, timerAt } from './timer-clock'

const look = (timer: Timer | null): TimerSight | null => {
  const now = serverNow()
  return now === null ? null : timerAt(timer, now)
}

/** What the timer shows, a second at a time. `onCall` hears what is worth saying of it, once. */
export function useTimer(
  timer: Timer | null,
  onCall?: (call: TimerCall) => void,
): TimerSight | null {
  const [sight, setSight] = useState(() => look(timer))
  const last = useRef(sight)
  const hear = useRef(onCall)
  hear.current = onCall
  useEffect(() => {
    let next: ReturnType<typeof setTimeout> | undefined
    const show = () => {
      const now = look(timer)
      const call = callBetween(last.current, now)
      last.current = now
      setSight(now)
      if (call) hear.current?.(call)
      if (now?.state === 'running') next = setTimeout(show, nextTickMs(now.leftMs))
    }
    show()
    return () => clearTimeout(next)
  }, [timer])
  return sight
}
