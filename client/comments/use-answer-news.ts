import type { CommentThread } from '@atelier/shared/comments/comment'
import { wordsOfComment } from '@atelier/shared/comments/comment-words'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import type { TalkDesk } from './thread-desk'

type Talk = Pick<CommentThread, 'id' | 'comments'>

/** What others answer in the thread somebody is looking at, for screen readers. */
export function useAnswerNews(thread: Talk | undefined, desk: Pick<TalkDesk, 'face'>): string {
  const { t } = useTranslation('comments')
  const { id: myId } = useMe()
  const [news, setNews] = useState('')
  const known = useRef<{ id: string; comments: Set<string> }>(undefined)
  useEffect(() => {
    const before = known.current
    known.current = thread && {
      id: thread.id,
      comments: new Set(thread.comments.map(({ id }) => id)),
    }
    if (!thread || before?.id !== thread.id) return
    const fresh = thread.comments.findLast(
      ({ id, authorId }) => !before.comments.has(id) && authorId !== myId,
    )
    if (!fresh?.body) return
    const words = wordsOfComment(fresh.body)
    setNews(t('answered', { name: desk.face(fresh.authorId).name, words }))
  }, [thread, desk, myId, t])
  return news
}
