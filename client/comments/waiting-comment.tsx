import { wordsOfComment } from '@atelier/shared/comments/comment-words'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { RequestFailed } from '../api/request-failed'
import type { KeptComment } from '../offline/kept-comments'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import { CommentBody } from './comment-body'
import './waiting-comment.css'

/** What was said without a network: that it waits, or why it was not taken; its words stay until somebody lets go of them. */
export function WaitingComment(props: { comment: KeptComment; takeOut: () => Promise<void> }) {
  const { t } = useTranslation('offline')
  const { name, colour } = useMe()
  const refusalText = useRefusalText()
  const { body, refused } = props.comment
  const copy = async () => {
    const isCopied = await copyText(wordsOfComment(body))
    toast({ text: t(isCopied ? 'comment.copied' : 'comment.notCopied') })
  }
  return (
    <div className="comment-entry">
      <div className="comment-entry-head">
        <Avatar name={name} colour={colour} size="small" />
        <span className="comment-author">{name}</span>
      </div>
      <CommentBody parts={body} />
      <div className="comment-waits" data-refused={refused !== null || undefined}>
        <p role="status">
          {refused
            ? t('comment.refused', { why: refusalText(new RequestFailed(refused)) })
            : t('comment.waits')}
        </p>
        {refused && (
          <Button size="small" onPress={() => void copy()}>
            {t('comment.copy')}
          </Button>
        )}
        <Button size="small" onPress={() => void props.takeOut()}>
          {t('comment.takeOut')}
        </Button>
      </div>
    </div>
  )
}

/** Threads that were begun without a network. */
export function WaitingThreads(props: {
  kept: readonly KeptComment[]
  takeOut: (id: string) => Promise<void>
}) {
  const { t } = useTranslation('offline')
  const begun = props.kept.filter(({ threadId }) => threadId === null)
  if (begun.length === 0) return null
  return (
    <ul className="comment-threads" aria-label={t('comment.threads')}>
      {begun.map((comment) => (
        <li key={comment.id} className="comment-thread">
          {comment.quote !== '' && (
            <blockquote className="comment-quote" dir="auto">
              {comment.quote}
            </blockquote>
          )}
          <WaitingComment comment={comment} takeOut={() => props.takeOut(comment.id)} />
        </li>
      ))}
    </ul>
  )
}
