import { type KeyboardEvent, type RefObject, useId, useState } from 'react'
import { flushSync } from 'react-dom'
import { useBoardPart, useDesk } from './board-context'
import { offeredFor, type QuickCall, quickCallAt, written } from './quick-call'

type Named = { id: string; name: string; colour: string }
export type QuickChoice = Named & { mark: '@' | '#' }

/** What the letters behind an "@" or a "#" may mean; the focus stays in the field. */
export function useQuickChoices(
  field: RefObject<HTMLTextAreaElement | null>,
  text: string,
  write: (text: string) => void,
) {
  const listId = useId()
  const { people } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const [call, setCall] = useState<QuickCall | null>(null)
  const [chosen, setChosen] = useState(0)
  const mark = call?.mark ?? '@'
  const all: readonly Named[] = mark === '@' ? [...people.values()] : labels
  const choices = call
    ? offeredFor(all, call.letters).map(({ id, name, colour }) => ({ id, name, colour, mark }))
    : []
  const active = choices[Math.min(chosen, choices.length - 1)]
  const look = () => {
    const { value = '', selectionStart, selectionEnd } = field.current ?? {}
    const now = selectionStart === selectionEnd ? quickCallAt(value, selectionStart ?? 0) : null
    if (now?.at !== call?.at || now?.letters !== call?.letters) setChosen(0)
    setCall(now)
  }
  const take = ({ name }: QuickChoice) => {
    if (!call || !field.current) return
    const next = written(text, call, name)
    // The caret goes where the next letter belongs, and that may be the next key.
    flushSync(() => {
      write(next.text)
      setCall(null)
    })
    field.current.focus()
    field.current.setSelectionRange(next.caret, next.caret)
  }
  /** Whether the key was for the list. */
  const press = (event: KeyboardEvent): boolean => {
    if (!active) return false
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setChosen((chosen + step + choices.length) % choices.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(active)
    else if (event.key === 'Escape') setCall(null)
    else return false
    event.preventDefault()
    event.stopPropagation()
    return true
  }
  const isOpen = active !== undefined
  return {
    ...{ listId, choices, active, look, take, press, close: () => setCall(null) },
    fieldProps: {
      'aria-autocomplete': 'list' as const,
      ...(isOpen && { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${active.id}` }),
    },
  }
}
