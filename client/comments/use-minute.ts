import { useEffect, useState } from 'react'

/** Draws its component again every minute, for times that say how long ago something was. */
export function useMinute(): void {
  const [, setMinute] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => setMinute((minute) => minute + 1), 60_000)
    return () => clearInterval(timer)
  }, [])
}
