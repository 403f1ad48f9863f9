/** What the server knows of what is said in the margin of a section. This device keeps none of it. */
import { encodeAnchor } from '@atelier/shared/comments/anchor'
import { anchorToText } from '@atelier/shared/comments/anchor-text'
import type { CommentPart, CommentThreads } from '@atelier/shared/comments/comment'
import type { Moved } from '@atelier/shared/comments/rewritten'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { liveQuery } from '../api/use-live-query'
import { marginKey } from '../comments/comment-records'

const threads = api.sections[':id'].threads
const thread = threads[':threadId']

/** Nothing is remembered of it once it is not looked at: by then it may be somebody else's. */
export const useMargin = (sectionId: string) =>
  useQuery({
    ...liveQuery(
      marginKey(sectionId),
      (): Promise<CommentThreads> => ask(threads.$get({ param: { id: sectionId } })),
    ),
    gcTime: 0,
  })

type Said = { id: string; body: CommentPart[] }

/** Rejects where it was not stored; resolves once it is on screen. */
export function useSayInMargin(sectionId: string) {
  const queries = useQueryClient()
  const renew = () => queries.invalidateQueries({ queryKey: marginKey(sectionId) })
  return {
    async begin(said: Said, about: { anchor: string | null; quote: string }) {
      await ask(threads.$post({ param: { id: sectionId }, json: { ...said, ...about } }))
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
    { renews: [marginKey(sectionId)] },
  )
}

/** Where words went that this person moved. Nobody waits for it: until then they are found by what they say. */
export const useMoveInMargin = (sectionId: string) =>
  useMutation({
    mutationFn: ({ id: threadId, anchor, quote }: Moved) =>
      ask(
        thread.anchor.$put({
          param: { id: sectionId, threadId },
          json: { anchor: anchorToText(encodeAnchor(anchor)), quote },
        }),
      ),
    retry: 3,
    onError: (error) => console.error('Others are not told yet where words went.', error),
  })
