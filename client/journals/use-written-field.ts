import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react'
import { codeOf } from '../api/request-failed'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import type { PendingWrites } from './pending-writes'

const pauseMs = 700

/**
 * A line that is stored by itself: in a pause of writing, when the field is left, and when the network is back. It
 * counts as unstored until then. What the server will not have stays in the field, with the reason.
 */
export function useWrittenField(
  value: string,
  save: (value: string) => Promise<unknown>,
  writes: PendingWrites,
) {
  const [draft, setDraft] = useState<string | null>(null)
  const field = useRef({})
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const latest = useRef<string | null>(null)
  /** One at a time: what was written first is never stored last. */
  const isSending = useRef(false)
  /** As long as it is written in, it shows what was typed, also a space at the end that is not stored. */
  const isLeft = useRef(true)
  const refusalText = useRefusalText()

  const begin = useRef<() => void>(undefined)
  const flush = useEffectEvent(async () => {
    clearTimeout(timer.current)
    const said = latest.current
    if (said === null && isLeft.current) setDraft(null)
    if (said === null || isSending.current) return
    isSending.current = true
    try {
      await save(said)
      isSending.current = false
      // Written on meanwhile: that is stored next.
      if (latest.current !== said) return begin.current?.()
      latest.current = null
      if (isLeft.current) setDraft(null)
      writes.set(field.current, false)
    } catch (error) {
      isSending.current = false
      // The badge says that nobody answers, and it is tried again.
      if (codeOf(error) !== 'unreachable')
        toast({ text: refusalText(error as Error), tone: 'danger' })
    }
  })

  useEffect(() => {
    const now = () => void flush()
    window.addEventListener('online', now)
    return () => {
      window.removeEventListener('online', now)
      void flush()
    }
  }, [])

  useEffect(() => {
    begin.current = () => void flush()
  })
  const write = useCallback(
    (said: string) => {
      latest.current = said
      isLeft.current = false
      setDraft(said)
      writes.set(field.current, true)
      clearTimeout(timer.current)
      timer.current = setTimeout(() => begin.current?.(), pauseMs)
    },
    [writes],
  )
  const leave = useCallback(() => {
    isLeft.current = true
    begin.current?.()
  }, [])
  return { shown: draft ?? value, write, leave }
}
