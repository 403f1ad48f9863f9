import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useMe } from '../access/session'
import { codeOf } from '../api/request-failed'
import type { CopyIdentity } from '../offline/device-databases'
import {
  dropKeptComment,
  type KeptComment,
  keepComment,
  listKeptComments,
  noteCommentRefused,
} from '../offline/kept-comments'
import { reportKeeping } from '../offline/kept-records'
import { waitingKey } from '../offline/waiting-key'
import { useSyncIdentity } from '../sync/sync-identity'
import { keptCommentsKey, useRenewThreads } from './comment-records'
import { say } from './send-kept-comments'

const none: KeptComment[] = []

/** What one may do with what waits, by its id. */
export type KeptDeeds = {
  takeOut: (id: string) => Promise<void>
  /** What the server has refused waits again, in its old place, and is sent. */
  tryAgain: (id: string) => Promise<void>
}

/** What this person has said about a doc, or about the cards of a board, that waits on this device. */
export function useKeptComments(docId: string): { kept: KeptComment[] } & KeptDeeds {
  const who = useSyncIdentity()
  const queries = useQueryClient()
  const queryKey = keptCommentsKey(docId, who?.personId)
  const { data: kept = none } = useQuery({
    queryKey,
    queryFn: async () =>
      who ? (await listKeptComments(who)).filter((one) => one.docId === docId) : none,
  })
  return {
    kept,
    async takeOut(id) {
      if (who) await dropKeptComment(who, id)
      await queries.invalidateQueries({ queryKey })
    },
    async tryAgain(id) {
      if (!who) return
      await noteCommentRefused(who, id, null)
      await queries.invalidateQueries({ queryKey })
      void queries.invalidateQueries({ queryKey: waitingKey(who.personId) })
    },
  }
}

/** Answers once it is on screen: said, or kept on this device because the server cannot be reached. */
export function useSay(docId: string, cardId?: string) {
  const who = useSyncIdentity()
  const { id: personId, workspaceId } = useMe()
  const queries = useQueryClient()
  const renew = useRenewThreads(docId)
  return async (
    said: Omit<KeptComment, 'docId' | 'cardId' | 'refused'>,
  ): Promise<'said' | 'kept'> => {
    const comment = { ...said, docId, refused: null, ...(cardId === undefined ? {} : { cardId }) }
    const keep = async () => {
      if (!who || !(await keepComment(who, comment))) return false
      await queries.invalidateQueries({ queryKey: keptCommentsKey(docId, who.personId) })
      // From now on it is tried again and again.
      void queries.invalidateQueries({ queryKey: waitingKey(who.personId) })
      return true
    }
    if (who && (await hasOlder(who, docId)) && (await keep())) return 'kept'
    try {
      await say(comment, { personId, workspaceId })
    } catch (error) {
      if (codeOf(error) !== 'unreachable' || !(await keep())) throw error
      return 'kept'
    }
    await renew()
    return 'said'
  }
}

/** Those are said first; a device that cannot be read holds nothing back. */
async function hasOlder(who: CopyIdentity, docId: string): Promise<boolean> {
  const waiting = (await listKeptComments(who).catch(reportKeeping)) ?? none
  return waiting.some((one) => one.docId === docId && !one.refused)
}
