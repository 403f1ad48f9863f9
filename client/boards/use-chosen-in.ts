import { useCallback, useMemo, useSyncExternalStore } from 'react'
import { type BoardDesk, useDesk } from './board-context'

/** The chosen cards that lie in a column: the same set until one of these comes or goes. */
export function useChosenIn(column: string): ReadonlySet<string> {
  const { selection, store } = useDesk()
  const read = useMemo(() => chosenIn({ selection, store }, column), [selection, store, column])
  const subscribe = useCallback(
    (listener: () => void) => {
      const stops = [selection.subscribe(listener), store.subscribe(listener)]
      return () => {
        for (const stop of stops) stop()
      }
    },
    [selection, store],
  )
  return useSyncExternalStore(subscribe, read)
}

function chosenIn(
  { selection, store }: Pick<BoardDesk, 'selection' | 'store'>,
  column: string,
): () => ReadonlySet<string> {
  let last: ReadonlySet<string> = new Set()
  return () => {
    const { cards } = store.read()
    const here = [...selection.read()].filter((id) => cards.get(id)?.column === column)
    const isSame = here.length === last.size && here.every((id) => last.has(id))
    if (!isSame) last = new Set(here)
    return last
  }
}
