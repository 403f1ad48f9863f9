import { useEffect, useState } from 'react'

/** Seconds left of a wait that begins again with each `turn`. */
export function useCountdown(seconds: number, turn: number): number {
  const [left, setLeft] = useState(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the same wait may be told twice
  useEffect(() => setLeft(seconds), [seconds, turn])
  useEffect(() => {
    if (left <= 0) return
    const timer = setTimeout(() => setLeft(left - 1), 1000)
    return () => clearTimeout(timer)
  }, [left])
  return left
}
