import { useCallback, useMemo, useState } from 'react'
import { useMe } from '../../access/session'
import { keepDraft, readDraft } from '../../offline/kept-drafts'
import { useDesk } from '../board-context'
import type { ShownLaneKind } from './lane-kinds'

/** Lanes somebody folded away are remembered on this device: for them, on this board. */
export function useClosedLanes(kind: ShownLaneKind) {
  const { id: personId, workspaceId } = useMe()
  const { room } = useDesk()
  const place = `lanes:${room.name}:${kind}`
  const who = useMemo(() => ({ personId, workspaceId }), [personId, workspaceId])
  const [kept, setKept] = useState({ place, closed: asIds(readDraft(who, place)) })
  const closed = kept.place === place ? kept.closed : asIds(readDraft(who, place))
  if (kept.place !== place) setKept({ place, closed })
  const setOpen = useCallback(
    (lane: string, isOpen: boolean) =>
      setKept((before) => {
        if (before.closed.has(lane) !== isOpen) return before
        const next = new Set(before.closed)
        if (isOpen) next.delete(lane)
        else next.add(lane)
        keepDraft(who, place, next.size === 0 ? null : [...next])
        return { place, closed: next }
      }),
    [who, place],
  )
  return { closed, setOpen }
}

const asIds = (kept: unknown): ReadonlySet<string> =>
  new Set(Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : [])
