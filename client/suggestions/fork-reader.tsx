import type { OpenFork } from '@atelier/shared/suggestions/suggestion-contract'
import { useEffect } from 'react'
import type * as Y from 'yjs'
import { LeaveGuard } from '../sync/leave-guard'
import { useRoom } from '../sync/use-room'
import { startReading } from './fork-reading'
import { type ForkedRoom, forkRoom } from './suggestion-records'
import type { SuggestionStore } from './suggestion-store'

type Props = {
  home: ForkedRoom
  fork: OpenFork
  doc: Y.Doc
  store: SuggestionStore
  isMine: boolean
  /** Whether this person writes in it now. */
  isWritten: boolean
}

/** Has one fork open, and keeps the store told of what it suggests. Draws nothing of its own. */
export function ForkReader({ home, fork, doc, store, isMine, isWritten }: Props) {
  // Of a journal no device keeps any.
  const state = useRoom(forkRoom(home, fork.id), home.kind === 'section' ? { isKept: false } : {})
  const room = state.kind === 'open' ? state.room : null
  const forked = room?.doc
  const writes = isWritten && room?.access === 'write'

  useEffect(() => {
    if (!forked) return
    const stop = startReading({
      doc,
      fork: forked,
      writes,
      onText: (text) => writes && store.setOwn({ forkId: fork.id, text }),
      onRead: (suggestions) => store.put({ fork, isMine, suggestions }),
    })
    return () => {
      if (writes) store.setOwn(null)
      store.remove(fork.id)
      stop()
    }
  }, [doc, fork, forked, writes, isMine, store])

  // Nothing can be shown of it: nobody is to wait for it.
  const isOut = state.kind === 'closed' || (state.kind === 'opening' && state.unreachable)
  useEffect(() => {
    if (!isOut) return
    store.put({ fork, isMine, suggestions: [] })
    return () => store.remove(fork.id)
  }, [isOut, fork, isMine, store])

  useEffect(() => {
    if (!isWritten) return
    store.setOwnState(state)
    return () => store.setOwnState(null)
  }, [isWritten, state, store])

  return isMine ? <LeaveGuard states={[state]} /> : null
}
