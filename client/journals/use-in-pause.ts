import { useEffect, useState } from 'react'

const pauseMs = 300

/** What was typed by the last pause of typing; nothing at once, when it is emptied. */
export function useInPause(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), typed === '' ? 0 : pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return typed === '' ? '' : settled
}
