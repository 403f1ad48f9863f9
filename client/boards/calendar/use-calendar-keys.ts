import type { CalendarZoom as Zoom } from '@atelier/shared/boards/view'
import { type KeyboardEvent, useCallback } from 'react'
import { useDesk } from '../board-context'
import { isRightToLeft } from '../time/day-keys'
import { useTimeDesk } from '../time/time-context'
import { timedAt, useDayKeys } from '../time/use-day-keys'
import type { CalendarPlace, DayActs } from './calendar'
import { type Period, turned } from './calendar-period'

/** On a day: arrows, Home, End and Page keys walk, Enter adds a card, Space shows the day. On a card: see `useDayKeys`. */
export function useCalendarKeys(
  { walkTo, zoom, period }: CalendarPlace,
  { add, show }: DayActs,
): (event: KeyboardEvent) => void {
  const pressOnCard = useDayKeys()
  const { selection, editable } = useDesk()
  const { stretch } = useTimeDesk()
  return useCallback(
    (event) => {
      // Escape first lets go of what is chosen, wherever one is.
      const isLettingGo = (key: string) => key === 'Escape' && selection.read().size > 0
      const chooseOn = (key: string, cell: HTMLElement, target: HTMLElement): Act => {
        const next = cardBeyond(key, cell, target)
        const [from, to] = [timedAt(target), timedAt(next)]
        if (!next || from === null || to === null) return undefined
        return () => {
          stretch(from, to)
          next.focus()
        }
      }
      const target = event.target as HTMLElement
      const cell = target.closest<HTMLElement>('td[data-day]')
      if (pressOnCard(event) || !cell || isHeld(event) || target.closest('textarea')) return
      const day = Number(cell.dataset.day)
      const timed = timedAt(target)
      const act =
        (timed !== null && event.shiftKey && editable && chooseOn(event.key, cell, target)) ||
        (timed !== null && !isLettingGo(event.key) && walkOnCards(event.key, cell, target)) ||
        dayWalk(event, { day, zoom, first: weekOf(day, period) }, walkTo) ||
        (target === cell && dayAct(event.key, day, { add, show }))
      if (!act) return
      event.preventDefault()
      event.stopPropagation()
      act()
    },
    [pressOnCard, selection, stretch, editable, walkTo, zoom, period, add, show],
  )
}

const isHeld = ({ altKey, ctrlKey, metaKey }: KeyboardEvent) => altKey || ctrlKey || metaKey

type Act = (() => void) | undefined

const weekOf = (day: number, { first }: Period) => first + Math.floor((day - first) / 7) * 7

function dayWalk(
  { key }: KeyboardEvent,
  { day, zoom, first }: { day: number; zoom: Zoom; first: number },
  go: (day: number) => void,
): Act {
  const forth = isRightToLeft() ? -1 : 1
  const days = new Map<string, () => number>([
    ['ArrowLeft', () => day - forth],
    ['ArrowRight', () => day + forth],
    ['ArrowUp', () => day - 7],
    ['ArrowDown', () => day + 7],
    ['Home', () => first],
    ['End', () => first + 6],
    ['PageUp', () => turned(day, zoom, -1)],
    ['PageDown', () => turned(day, zoom, 1)],
  ])
  const there = days.get(key)
  return there && (() => go(there()))
}

function dayAct(key: string, day: number, { add, show }: DayActs): Act {
  if (key === 'Enter') return () => add(day)
  return key === ' ' ? () => show(day) : undefined
}

/** Up and down through what lies on a day, and up from the first, or by Escape, to the day itself. */
function walkOnCards(key: string, cell: HTMLElement, target: HTMLElement): Act {
  if (key === 'Escape') return () => cell.focus()
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined
  const next = cardBeyond(key, cell, target)
  return () => (next ?? cell).focus()
}

function cardBeyond(key: string, cell: HTMLElement, target: HTMLElement): HTMLElement | null {
  const step = { ArrowUp: -1, ArrowDown: 1 }[key]
  if (!step) return null
  const cards = [...cell.querySelectorAll<HTMLElement>('.time-open')]
  return cards[cards.indexOf(target) + step] ?? null
}
