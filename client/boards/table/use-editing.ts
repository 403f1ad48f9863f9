import { useMemo, useState } from 'react'

/** Whether the active cell is being edited. */
export type Editing = { is: boolean; begin(): void; end(): void }

export function useEditing(): Editing {
  const [is, set] = useState(false)
  return useMemo(() => ({ is, begin: () => set(true), end: () => set(false) }), [is])
}
