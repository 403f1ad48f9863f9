import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useEffect, useRef } from 'react'
import { rightsIn } from '../rights-in'
import { neighbours } from '../stages/neighbours'
import { useGoTo } from './use-facilitating'

/** Of whoever facilitates: everybody one stage on, or back. Never a single letter, which somebody may be writing. */

export function useWorkshopKeys(page: WorkshopPage): void {
  const { mutate } = useGoTo(page)
  const now = useRef({ page, mutate })
  now.current = { page, mutate }
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const step = stepOf(event)
      const { page, mutate } = now.current
      if (!step || event.defaultPrevented || !rightsIn(page).facilitates) return
      const { before, after } = neighbours(page)
      const to = step === 'next' ? after : before
      event.preventDefault()
      if (to) mutate(to.id)
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

/** By the key's place on the keyboard: with Alt it writes another sign in each country. */
function stepOf({ altKey, shiftKey, ctrlKey, metaKey, code }: KeyboardEvent) {
  if (!altKey || !shiftKey || ctrlKey || metaKey) return null
  if (code === 'Period') return 'next'
  return code === 'Comma' ? 'back' : null
}
