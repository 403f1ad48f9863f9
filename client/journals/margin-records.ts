/** What the server knows of what is said in the margin of a section. This device keeps none of it. */
import type { CommentPart, CommentThreads } from '@atelier/shared/comments/comment'
import { useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { useLiveQuery } from '../api/use-live-query'
import { threadsKey } from '../comments/comment-records'

const threads = api.sections[':id'].threads
const thread = threads[':threadId']

export const useMargin = (sectionId: string) =>
  useLiveQuery(
    threadsKey(sectionId),
    (): Promise<CommentThreads> => ask(threads.$get({ param: { id: sectionId } })),
  )

type Said = { id: string; body: CommentPart[] }

/** Rejects where it was not stored; resolves once it is on screen. */
export function useSayInMargin(sectionId: string) {
  const queries = useQueryClient()
  const renew = () => queries.invalidateQueries({ queryKey: threadsKey(sectionId) })
  return {
    async begin(said: Said, quote: string) {
      await ask(threads.$post({ param: { id: sectionId }, json: { ...said, anchor: null, quote } }))
      await renew()
    },
    async answer(threadId: string, said: Said) {
      await ask(thread.comments.$post({ param: { id: sectionId, threadId }, json: said }))
      await renew()
    },
  }
}

export function useSettle(sectionId: string, threadId: string) {
  const param = { id: sectionId, threadId }
  return useChange(
    (isDone: boolean) =>
      isDone ? ask(thread.resolve.$post({ param })) : ask(thread.reopen.$post({ param })),
    { renews: [threadsKey(sectionId)] },
  )
}
