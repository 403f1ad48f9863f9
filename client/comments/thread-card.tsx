import { Check, RotateCcw } from 'lucide-react'
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useFormat } from '../i18n/use-format'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { CommentEntry } from './comment-entry'
import { useResolve } from './comment-records'
import { Composer } from './composer'
import type { ThreadDesk } from './thread-desk'
import type { StandingThread } from './thread-order'
import { useKeptComments, useSay } from './use-kept-comments'
import { WaitingComment } from './waiting-comment'

type Props = {
  desk: ThreadDesk
  found: StandingThread
  isActive: boolean
  /** Of a link to one comment. */
  linkedId: string | null
  onLook: () => void
  /** Escape: back to where the words are. */
  onLeave: () => void
}

/** Answers between the first and the last are folded away until somebody looks. */
const foldBeyond = 4

export function ThreadCard(props: Props) {
  const { t } = useTranslation('comments')
  const { desk, found, isActive, linkedId, onLook, onLeave } = props
  const { thread } = found
  const card = useRef<HTMLLIElement>(null)
  const [isUnfolded, setIsUnfolded] = useState(false)
  const isFolded = !isActive && !isUnfolded && thread.comments.length > foldBeyond
  const shown = isFolded
    ? [...thread.comments.slice(0, 1), ...thread.comments.slice(-2)]
    : thread.comments
  const starter = desk.face(thread.createdBy).name
  // Enter on a card that is only just being opened: its field is not there yet.
  const wantsField = useRef(false)
  const goToField = () => {
    const field = card.current?.querySelector('textarea')
    field?.focus()
    wantsField.current = !field
  }
  const arrive = useEffectEvent(() => {
    card.current?.scrollIntoView({ block: 'nearest' })
    if (wantsField.current) goToField()
  })
  useEffect(() => {
    if (isActive) arrive()
  }, [isActive])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      event.preventDefault()
      onLeave()
    } else if (event.key === 'Enter' && event.target === card.current) {
      event.preventDefault()
      goToField()
    }
  }
  return (
    <li
      ref={card}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: keys lead from thread to thread
      tabIndex={0}
      className="comment-thread"
      data-thread-card={thread.id}
      data-active={isActive || undefined}
      aria-label={t(thread.quote ? 'threadOn' : 'threadOnAll', {
        name: starter,
        quote: thread.quote,
      })}
      aria-current={isActive ? 'true' : undefined}
      onClick={(event) => {
        if (!(event.target as Element).closest('button, a, textarea')) onLook()
      }}
      onFocus={() => {
        if (!isActive) onLook()
      }}
      onBlur={() => {
        wantsField.current = false
      }}
      onKeyDown={onKeyDown}
    >
      <ThreadHead desk={desk} found={found} />
      <ol className="comment-entries">
        {shown.map((comment, nth) => (
          <li key={comment.id}>
            <CommentEntry
              desk={desk}
              place={{ docId: desk.docId, threadId: thread.id }}
              comment={comment}
              isLinked={isActive && linkedId === comment.id}
            />
            {isFolded && nth === 0 && (
              <Button size="small" tone="quiet" onPress={() => setIsUnfolded(true)}>
                {t('moreAnswers', { count: thread.comments.length - shown.length })}
              </Button>
            )}
          </li>
        ))}
      </ol>
      <WaitingAnswers docId={desk.docId} threadId={thread.id} />
      {desk.mayComment && (isActive || isUnfolded) && <Answer desk={desk} threadId={thread.id} />}
    </li>
  )
}

function ThreadHead({ desk, found }: Pick<Props, 'desk' | 'found'>) {
  const { t } = useTranslation('comments')
  const { ago } = useFormat()
  const { id: myId } = useMe()
  const { thread, standing } = found
  const { resolved } = thread
  const { mutate: resolve } = useResolve({ docId: desk.docId, threadId: thread.id }, myId)
  return (
    <div className="comment-thread-head">
      <div className="min-w-0 flex-1">
        {standing.kind === 'whole' ? (
          <p className="comment-about">{t('aboutAll')}</p>
        ) : (
          <blockquote className="comment-quote" dir="auto">
            {thread.quote}
          </blockquote>
        )}
        {standing.kind === 'gone' && <p className="comment-gone">{t('gone')}</p>}
        {resolved && (
          <p className="comment-about">
            {t('resolvedBy', {
              name: resolved.by === myId ? t('you') : desk.face(resolved.by).name,
              when: ago(resolved.at),
            })}
          </p>
        )}
      </div>
      {resolved === null && desk.can('resolve', thread.createdBy) && (
        <IconButton label={t('resolve')} size="small" onPress={() => resolve(true)}>
          <Check size={16} aria-hidden />
        </IconButton>
      )}
      {resolved !== null && desk.mayComment && (
        <IconButton label={t('reopen')} size="small" onPress={() => resolve(false)}>
          <RotateCcw size={15} aria-hidden />
        </IconButton>
      )}
    </div>
  )
}

function WaitingAnswers({ docId, threadId }: { docId: string; threadId: string }) {
  const { kept, ...deeds } = useKeptComments(docId)
  return kept
    .filter((comment) => comment.threadId === threadId)
    .map((comment) => <WaitingComment key={comment.id} comment={comment} deeds={deeds} />)
}

function Answer({ desk, threadId }: { desk: ThreadDesk; threadId: string }) {
  const { t } = useTranslation('comments')
  const say = useSay(desk.docId)
  return (
    <Composer
      home={{ docId: desk.docId }}
      place={`${desk.docId}:answer:${threadId}`}
      label={t('answerLabel')}
      placeholder={t('answer')}
      submit={t('send')}
      send={(said) => say({ ...said, threadId, anchor: null, quote: '' })}
    />
  )
}
