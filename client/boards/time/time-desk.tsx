import { type Days, sameDays } from '@atelier/shared/boards/span'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useDesk } from '../board-context'
import { DateDialog } from './date-dialog'
import { TimeDeskProvider } from './time-context'
import { TimeMenu } from './time-menu'
import { useManyDays } from './use-many-days'
import { useSetDays } from './use-set-days'
import './time.css'
import './time-chosen.css'

type Props = {
  /** The cards of the view, as they follow each other. */
  list(): readonly string[]
  /** Brings a card that has just got these days under the keyboard. */
  onMoved(id: string, days: Days): void
  children: ReactNode
}

/** Around a calendar or a timeline: how days are changed there, and the windows in which one asks. */
export function TimeDesk({ list, onMoved, children }: Props) {
  const { store, selection, editable } = useDesk()
  const [asked, askDate] = useState<string | null>(null)
  const [menu, setMenu] = useState<{ id: string; beside: HTMLElement } | null>(null)
  const setDays = useSetDays(onMoved)
  const many = useManyDays(onMoved)
  const shown = useRef(list)
  shown.current = list
  const desk = useMemo(
    () => ({
      askDate,
      openMenu: (id: string, beside: HTMLElement) => setMenu({ id, beside }),
      setDays(id: string, days: Days) {
        const card = store.read().cards.get(id)
        if (editable && card && !sameDays(card, days)) setDays(card, days)
      },
      moveDays: (id: string, by: number) => editable && many.move(id, by),
      putOn: (id: string, day: number) => editable && many.put(id, day),
      clearDays: (id: string) => editable && many.clear(id),
      stretch: (from: string, to: string) => selection.stretch(shown.current(), from, to),
    }),
    [store, selection, editable, setDays, many],
  )
  return (
    <TimeDeskProvider value={desk}>
      {children}
      {menu && <TimeMenu {...menu} onClose={() => setMenu(null)} />}
      {asked !== null && <DateDialog key={asked} id={asked} onClose={() => askDate(null)} />}
    </TimeDeskProvider>
  )
}
