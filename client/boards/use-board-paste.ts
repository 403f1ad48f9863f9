import { useEffect } from 'react'
import { useDesk } from './board-context'
import { focusedCard } from './focus-card'
import { useRowKind } from './lanes/lane-choice'
import { laneAt } from './lanes/lane-place'
import { isDialogOpen, isWriting } from './typing-place'
import { focusFirst, useAddList } from './use-add-list'

/** Text that is pasted where nobody writes becomes cards of the column the keyboard is in, or of the first one. */
export function useBoardPaste(): void {
  const { store, editable } = useDesk()
  const addList = useAddList()
  const rows = useRowKind()
  useEffect(() => {
    if (!editable) return
    const paste = (event: ClipboardEvent) => {
      if (event.defaultPrevented || isWriting(event.target) || isDialogOpen()) return
      const { columns, cards } = store.read()
      const at = document.activeElement
      const card = cards.get(focusedCard(at) ?? '')
      const column = at?.closest<HTMLElement>('[data-board-column]')?.dataset.boardColumn
      const target = card?.column ?? column ?? columns[0]?.id
      const text = event.clipboardData?.getData('text/plain') ?? ''
      if (target === undefined || text.trim() === '') return
      event.preventDefault()
      const lane = laneAt(at)
      addList(text, target, rows && lane !== null ? { kind: rows, id: lane } : null, focusFirst)
    }
    document.addEventListener('paste', paste)
    return () => document.removeEventListener('paste', paste)
  }, [store, editable, addList, rows])
}
