import {
  type FocusEvent,
  type KeyboardEvent,
  type RefObject,
  useCallback,
  useMemo,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import { useDesk } from '../board-context'
import { useTimeDesk } from '../time/time-context'
import { useDayKeys } from '../time/use-day-keys'
import type { Row } from './timeline-rows'
import { headHeight, rowHeight } from './timeline-size'

/** Up, down, Home and End walk through the cards, Enter opens one, Space shows its days, Alt with arrows changes them. */
export function useRowKeys(
  scroller: RefObject<HTMLElement | null>,
  rows: readonly Row[],
  goToDay: (day: number) => void,
) {
  const { openCard, editable } = useDesk()
  const { stretch } = useTimeDesk()
  const pressOnCard = useDayKeys()
  const [key, setKey] = useState<string | null>(null)
  const cards = useMemo(
    () => rows.flatMap((row, index) => (row.kind === 'card' ? index : [])),
    [rows],
  )
  const found = key === null ? -1 : rows.findIndex((row) => row.key === key)
  const active = found >= 0 ? found : (cards[0] ?? -1)
  const goTo = useCallback(
    (index: number) => {
      const row = rows[index]
      if (!row) return
      flushSync(() => setKey(row.key))
      reveal(scroller.current, index)
      const name = CSS.escape(row.key)
      scroller.current
        ?.querySelector<HTMLElement>(`[data-row="${name}"]`)
        ?.focus({ preventScroll: true })
    },
    [rows, scroller],
  )
  const press = (event: KeyboardEvent) => {
    if (pressOnCard(event)) return
    const target = event.target as HTMLElement
    if (event.altKey || event.ctrlKey || event.metaKey || !target.dataset.row) return
    const at = cards.indexOf(active)
    const steps = new Map([
      ['ArrowDown', at + 1],
      ['ArrowUp', at - 1],
      ['PageDown', Math.min(at + 10, cards.length - 1)],
      ['PageUp', Math.max(at - 10, 0)],
      ['Home', 0],
      ['End', cards.length - 1],
    ])
    const next = steps.get(event.key)
    const row = rows[active]
    const to = next === undefined ? undefined : rows[cards[next] ?? active]
    if (event.shiftKey && editable && row?.kind === 'card' && to?.kind === 'card')
      stretch(row.timed.card.id, to.timed.card.id)
    if (next !== undefined) goTo(cards[next] ?? active)
    else if (event.key === 'Enter' && row?.kind === 'card') openCard(row.timed.card.id)
    else if (event.key === ' ' && row?.kind === 'card') goToDay(row.timed.span.from)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  const focus = ({ target }: FocusEvent) => {
    const row = (target as HTMLElement).closest<HTMLElement>('[data-row]')?.dataset.row
    if (row !== undefined) setKey(row)
  }
  return { active, press, focus }
}

/** Up or down only: sideways, people are where they want to be. */
function reveal(box: HTMLElement | null, index: number): void {
  if (!box) return
  const top = index * rowHeight
  const room = box.clientHeight - headHeight
  if (top < box.scrollTop) box.scrollTop = top
  else if (top + rowHeight > box.scrollTop + room) box.scrollTop = top + rowHeight - room
}
