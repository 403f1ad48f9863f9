import type { CommentThread } from '@atelier/shared/comments/comment'
import type { Section } from '@atelier/shared/journals/journal'
import { Check, RotateCcw } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { marginDraftsIn } from '../comments/comment-deeds'
import { CommentEntry } from '../comments/comment-entry'
import { Composer } from '../comments/composer'
import type { TalkDesk } from '../comments/thread-desk'
import { useFormat } from '../i18n/use-format'
import { Button } from '../ui/button'
import { leadTo } from '../ui/lead-to'
import type { EntryFacts } from './entry-facts'
import { useSayInMargin, useSettle } from './margin-records'
import { QuestionMark } from './question-mark'

type Place = { entryId: string; sectionId: string }
type TalkProps = { desk: TalkDesk; place: Place; thread: CommentThread }

/** A thread below a section: what it is about, what was said, and what one does with it. */
export function MarginTalk({
  desk,
  place,
  thread,
  isLinked,
  ...here
}: TalkProps & { facts: EntryFacts; section: Section; isLinked: boolean }) {
  const { t } = useTranslation('comments')
  const { ago } = useFormat()
  const { answer } = useSayInMargin(place.sectionId)
  const name = desk.face(thread.createdBy).name
  const { t: inJournal } = useTranslation('journals')
  const label = thread.quote
    ? t('threadOn', { name, quote: thread.quote })
    : inJournal('margin.threadOnAll', { name })
  return (
    <li
      ref={isLinked ? leadTo : undefined}
      className="comment-thread"
      aria-label={label}
      data-thread-card={thread.id}
      tabIndex={-1}
    >
      <div className="mb-2">
        {thread.quote ? (
          <Quote words={thread.quote} />
        ) : (
          <p className="comment-about">{inJournal('margin.aboutAll')}</p>
        )}
        {thread.resolved && (
          <p className="comment-about">
            {t('resolvedBy', {
              name: desk.face(thread.resolved.by).name,
              when: ago(thread.resolved.at),
            })}
          </p>
        )}
      </div>
      <ol className="comment-entries">
        {thread.comments.map((comment) => (
          <li key={comment.id}>
            <CommentEntry
              desk={desk}
              place={{ ...place, threadId: thread.id }}
              comment={comment}
              isLinked={isLinked && comment.id === thread.id}
            />
          </li>
        ))}
      </ol>
      {desk.mayComment && (
        <Composer
          home={{ sectionId: place.sectionId }}
          place={`${marginDraftsIn(place)}:answer:${thread.id}`}
          label={t('answerLabel')}
          placeholder={t('answer')}
          submit={t('send')}
          send={(said) => answer(thread.id, said)}
        />
      )}
      <div className="margin-talk-foot">
        <Settle {...{ desk, place, thread, label }} />
        <QuestionMark {...here} {...{ thread, label }} />
      </div>
    </li>
  )
}

export const Quote = ({ words }: { words: string }) => (
  <blockquote className="comment-quote" dir="auto">
    {words}
  </blockquote>
)

function Settle({ desk, place, thread, label }: TalkProps & { label: string }) {
  const { t } = useTranslation('comments')
  const { mutate: settle } = useSettle(place.sectionId, thread.id)
  const isDone = thread.resolved !== null
  if (isDone ? !desk.mayComment : !desk.can('resolve', thread.createdBy)) return null
  const words = t(isDone ? 'reopen' : 'resolve')
  const Icon = isDone ? RotateCcw : Check
  return (
    <Button
      size="small"
      tone="quiet"
      icon={<Icon size={15} aria-hidden />}
      aria-label={`${words}: ${label}`}
      onPress={() => settle(!isDone)}
    >
      {words}
    </Button>
  )
}
