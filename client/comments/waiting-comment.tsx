import { wordsOfComment } from '@atelier/shared/comments/comment-words'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { RequestFailed } from '../api/request-failed'
import type { KeptComment } from '../offline/kept-comments'
import { Avatar } from '../ui/avatar'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import { useFocusHandedOn } from '../ui/use-focus-handed-on'
import { CommentBody } from './comment-body'
import { type KeptDeeds, useKeptComments } from './use-kept-comments'
import './comments.css'
import './waiting-comment.css'

/** What was said without a network: that it waits, or why it was not taken; its words stay until somebody lets go of them. */
export function WaitingComment(props: {
  comment: KeptComment
  deeds: KeptDeeds
  /** It cannot be sent from here, as things are. */
  isLeft?: boolean
}) {
  const { t } = useTranslation('offline')
  const { name, colour } = useMe()
  const refusalText = useRefusalText()
  const entry = useRef<HTMLDivElement>(null)
  useFocusHandedOn(entry)
  const { id, body, refused } = props.comment
  const { deeds, isLeft = false } = props
  const copy = async () => {
    const isCopied = await copyText(wordsOfComment(body))
    toast({ text: t(isCopied ? 'comment.copied' : 'comment.notCopied') })
  }
  const tryAgain = () => {
    // Its button goes at once.
    entry.current?.focus()
    void deeds.tryAgain(id)
  }
  return (
    <div ref={entry} tabIndex={-1} className="comment-entry">
      <div className="comment-entry-head">
        <Avatar name={name} colour={colour} size="small" />
        <span className="comment-author">{name}</span>
      </div>
      <CommentBody parts={body} />
      <div className="comment-waits" data-refused={refused !== null || undefined}>
        <p role="status">
          {refused
            ? t('comment.refused', { why: refusalText(new RequestFailed(refused)) })
            : t(isLeft ? 'comment.onlyHere' : 'comment.waits')}
        </p>
        {refused && !isLeft && (
          <Button size="small" onPress={tryAgain}>
            {t('comment.tryAgain')}
          </Button>
        )}
        {(refused || isLeft) && (
          <Button size="small" onPress={() => void copy()}>
            {t('comment.copy')}
          </Button>
        )}
        <Button size="small" onPress={() => void deeds.takeOut(id)}>
          {t('comment.takeOut')}
        </Button>
      </div>
    </div>
  )
}

/** What has no thread on screen to stand in: those begun without a network, and answers in one that is gone or not shown. */
export function WaitingThreads(props: {
  kept: readonly KeptComment[]
  deeds: KeptDeeds
  /** The threads on screen; null as long as nobody knows. */
  shown: readonly string[] | null
}) {
  const { t } = useTranslation('offline')
  const { kept, shown } = props
  const alone = kept.filter(
    ({ threadId }) => threadId === null || (shown !== null && !shown.includes(threadId)),
  )
  return <WaitingList {...props} kept={alone} label={t('comment.threads')} />
}

/** What somebody has said about a doc in which they cannot say anything now: to be copied or removed. */
export function LeftComments({ docId }: { docId: string }) {
  const { t } = useTranslation('offline')
  const { kept, ...deeds } = useKeptComments(docId)
  if (kept.length === 0) return null
  return (
    <section className="comments-left">
      <Banner tone="warning">{t('left.comments', { count: kept.length })}</Banner>
      <WaitingList kept={kept} deeds={deeds} label={t('left.list')} isLeft />
    </section>
  )
}

/** What somebody has said about a card that is on another board now, and that was not sent: its words are theirs. */
export function CommentsLeftOnCard({ boardId, cardId }: { boardId: string; cardId: string }) {
  const { t } = useTranslation('offline')
  const { kept, ...deeds } = useKeptComments(boardId)
  const own = kept.filter((comment) => comment.cardId === cardId)
  return <WaitingList kept={own} deeds={deeds} label={t('left.list')} />
}

function WaitingList(props: {
  kept: readonly KeptComment[]
  deeds: KeptDeeds
  label: string
  isLeft?: boolean
}) {
  const { t } = useTranslation('offline')
  const { kept, deeds, label, isLeft } = props
  if (kept.length === 0) return null
  return (
    <ul className="comment-threads" aria-label={label}>
      {kept.map((comment) => (
        <li key={comment.id} className="comment-thread">
          {comment.threadId !== null && <p className="comment-about">{t('comment.answer')}</p>}
          {comment.quote !== '' && (
            <blockquote className="comment-quote" dir="auto">
              {comment.quote}
            </blockquote>
          )}
          <WaitingComment comment={comment} deeds={deeds} isLeft={isLeft ?? false} />
        </li>
      ))}
    </ul>
  )
}
