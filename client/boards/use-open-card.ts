import { useNavigate, useRouter, useSearch } from '@tanstack/react-router'
import { useCallback, useLayoutEffect, useRef } from 'react'

/** The open card lives in the address, so that it can be sent to others and Back closes it. */
export function useOpenCard(): { opened: string | null; openCard(id: string | null): void } {
  const { card } = useSearch({ strict: false }) as { card?: unknown }
  const navigate = useNavigate()
  const { history } = useRouter()
  const cameFromBoard = useRef(false)
  const opened = card === undefined || card === null ? null : String(card)
  const isOpen = useRef(false)
  useLayoutEffect(() => {
    isOpen.current = opened !== null
  }, [opened])
  const openCard = useCallback(
    (id: string | null) => {
      const search = (before: Record<string, unknown>) => ({
        ...before,
        card: id ?? undefined,
        comment: undefined,
      })
      if (id === null && cameFromBoard.current) history.back()
      else
        void navigate({ to: '.', search: search as never, replace: id === null || isOpen.current })
      // From one card to the next is no step away from the board: closing leads back there.
      if (id === null || !isOpen.current) cameFromBoard.current = id !== null
    },
    [navigate, history],
  )
  return { opened, openCard }
}
