import { useMemo, useState } from 'react'

/** Whether the active cell is being edited: a card's, or the one where a new card is written. */
export type Editing = {
  is: boolean
  /** Rows keep their places while a card's cell is edited; what is written anew is to be seen at once. */
  holdsRows: boolean
  begin(what: 'card' | 'new'): void
  end(): void
}

export function useEditing(): Editing {
  const [what, set] = useState<'card' | 'new' | null>(null)
  return useMemo(
    () => ({ is: what !== null, holdsRows: what === 'card', begin: set, end: () => set(null) }),
    [what],
  )
}
