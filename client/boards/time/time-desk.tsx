import { type Days, sameDays } from '@atelier/shared/boards/span'
import { type ReactNode, useMemo, useState } from 'react'
import { useDesk } from '../board-context'
import { DateDialog } from './date-dialog'
import { TimeDeskProvider } from './time-context'
import { TimeMenu } from './time-menu'
import { useSetDays } from './use-set-days'
import './time.css'

type Props = {
  /** Brings a card that has just got these days under the keyboard. */
  onMoved(id: string, days: Days): void
  children: ReactNode
}

/** Around a calendar or a timeline: how days are changed there, and the windows in which one asks. */
export function TimeDesk({ onMoved, children }: Props) {
  const { store, editable } = useDesk()
  const [asked, askDate] = useState<string | null>(null)
  const [menu, setMenu] = useState<{ id: string; beside: HTMLElement } | null>(null)
  const setDays = useSetDays(onMoved)
  const desk = useMemo(
    () => ({
      askDate,
      openMenu: (id: string, beside: HTMLElement) => setMenu({ id, beside }),
      setDays(id: string, days: Days) {
        const card = store.read().cards.get(id)
        if (editable && card && !sameDays(card, days)) setDays(card, days)
      },
    }),
    [store, editable, setDays],
  )
  return (
    <TimeDeskProvider value={desk}>
      {children}
      {menu && <TimeMenu {...menu} onClose={() => setMenu(null)} />}
      {asked !== null && <DateDialog key={asked} id={asked} onClose={() => askDate(null)} />}
    </TimeDeskProvider>
  )
}
