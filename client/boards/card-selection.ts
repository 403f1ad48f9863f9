import type { Column } from '@atelier/shared/boards/board'
import { useSyncExternalStore } from 'react'

/** The cards somebody has chosen to do one thing with all of them. */
export type CardSelection = {
  read(): ReadonlySet<string>
  subscribe(listener: () => void): () => void
  set(ids: Iterable<string>): void
  toggle(id: string): void
  /**
   * Chooses all from where the last one was chosen, else from `from`, to `to`, in the order of
   * `list`, instead of the last such stretch. Where the beginning is not in the list, only `to`.
   */
  stretch(list: readonly string[], from: string, to: string): void
  /** Lets go of all others. */
  keep(isThere: (id: string) => boolean): void
  clear(): void
}

export function createCardSelection(): CardSelection {
  const listeners = new Set<() => void>()
  let chosen: ReadonlySet<string> = new Set()
  /** Where a stretch begins, and what was chosen before it. */
  let start: { id: string; others: ReadonlySet<string> } | null = null
  const show = (next: ReadonlySet<string>) => {
    if (next.size === chosen.size && [...next].every((id) => chosen.has(id))) return
    chosen = next
    for (const listener of listeners) listener()
  }
  const set = (ids: Iterable<string>) => {
    start = null
    show(new Set(ids))
  }
  return {
    read: () => chosen,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    set,
    toggle(id) {
      const next = new Set(chosen)
      if (!next.delete(id)) next.add(id)
      start = { id, others: next }
      show(next)
    },
    stretch(list, from, to) {
      start ??= { id: from, others: chosen }
      const ends = [list.indexOf(start.id), list.indexOf(to)].sort((a, b) => a - b)
      const [first = -1, last = -1] = ends
      const between = first < 0 ? [to] : list.slice(first, last + 1)
      show(new Set([...start.others, ...between]))
    },
    keep(isThere) {
      const kept = [...chosen].filter(isThere)
      if (kept.length < chosen.size) set(kept)
    },
    clear: () => set([]),
  }
}

export const useChosen = (selection: CardSelection): ReadonlySet<string> =>
  useSyncExternalStore(selection.subscribe, selection.read)

export const useIsChosen = (selection: CardSelection, id: string): boolean =>
  useSyncExternalStore(selection.subscribe, () => selection.read().has(id))

/** What an act on this card is about, in the board's order: all that are chosen, if it is one of them. */
export function actsOn(
  selection: CardSelection,
  columns: readonly Column[],
  id: string,
): readonly string[] {
  const chosen = selection.read()
  return chosen.has(id) && chosen.size > 1 ? inBoardOrder(columns, chosen) : [id]
}

export const inBoardOrder = (
  columns: readonly Column[],
  chosen: ReadonlySet<string>,
): readonly string[] =>
  columns.flatMap(({ cards }) => cards.flatMap(({ id }) => (chosen.has(id) ? id : [])))
