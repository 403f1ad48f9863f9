/** What this person has chosen and drags: kept here, and laid down on the wall as one edit at the drop. */
import type { NodeChange } from '@xyflow/react'
import { useCallback, useMemo, useRef, useState } from 'react'
import { type Hand, type Held, untouched, type WallNode } from './canvas-nodes'

/** Pure: the hand after what the canvas tells of nodes. */
export function takenUp(hand: Hand, changes: readonly NodeChange<WallNode>[]): Hand {
  const next = new Map(hand)
  for (const change of changes) {
    if (change.type === 'select') put(next, change.id, { isChosen: change.selected })
    else if (change.type === 'position') {
      const { id, dragging = false, position } = change
      const at = position ? { x: position.x, y: position.y } : (next.get(id)?.at ?? null)
      put(next, id, { isDragged: dragging, at })
    }
  }
  return sameHand(hand, next) ? hand : next
}

/** Nothing is held any more; what was chosen stays so. */
export function letGo(hand: Hand): Hand {
  const next = new Map(hand)
  for (const id of hand.keys()) put(next, id, { isDragged: false, at: null })
  return sameHand(hand, next) ? hand : next
}

/** Exactly these are chosen. */
export function chosenOnly(hand: Hand, ids: readonly string[]): Hand {
  const next = new Map(hand)
  for (const id of hand.keys()) put(next, id, { isChosen: ids.includes(id) })
  for (const id of ids) put(next, id, { isChosen: true })
  return sameHand(hand, next) ? hand : next
}

export const chosenIn = (hand: Hand): string[] =>
  [...hand].flatMap(([id, { isChosen }]) => (isChosen ? [id] : []))

function put(hand: Map<string, Held>, id: string, part: Partial<Held>): void {
  const before = hand.get(id) ?? untouched
  const next = { ...before, ...part }
  const isSame =
    next.isChosen === before.isChosen &&
    next.isDragged === before.isDragged &&
    next.at === before.at
  if (!next.isChosen && !next.isDragged && next.at === null) hand.delete(id)
  else if (!isSame) hand.set(id, next)
}

const sameHand = (a: Hand, b: Hand) =>
  a.size === b.size && [...b].every(([id, held]) => a.get(id) === held)

export function useHand() {
  const [hand, setHand] = useState<Hand>(new Map())
  const latest = useRef(hand)
  latest.current = hand
  const change = useCallback((changes: NodeChange<WallNode>[]) => {
    setHand((before) => takenUp(before, changes))
  }, [])
  const deeds = useMemo(
    () => ({
      letGo: () => setHand(letGo),
      choose: (ids: readonly string[]) => setHand((before) => chosenOnly(before, ids)),
      chosen: () => chosenIn(latest.current),
    }),
    [],
  )
  return { hand, change, ...deeds }
}
