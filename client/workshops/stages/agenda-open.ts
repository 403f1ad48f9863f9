/** Whether the agenda stands beside the stage: chosen on this device. */
import { useSyncExternalStore } from 'react'

const key = 'atelier.agenda'
const ears = new Set<() => void>()
const isOpen = () => localStorage.getItem(key) !== 'closed'

export function setAgendaOpen(open: boolean): void {
  if (open) localStorage.removeItem(key)
  else localStorage.setItem(key, 'closed')
  for (const tell of ears) tell()
}

export const useAgendaIsOpen = (): boolean =>
  useSyncExternalStore((tell) => {
    ears.add(tell)
    return () => ears.delete(tell)
  }, isOpen)
