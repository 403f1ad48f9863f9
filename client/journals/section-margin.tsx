import type { CommentThread } from '@atelier/shared/comments/comment'
import { quoteLength } from '@atelier/shared/comments/limits'
import type { Section } from '@atelier/shared/journals/journal'
import { useSearch } from '@tanstack/react-router'
import type { Editor } from '@tiptap/core'
import { Check, MessageSquarePlus, RotateCcw } from 'lucide-react'
import { type RefObject, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useComposing } from '../comments/comment-desk'
import { CommentEntry } from '../comments/comment-entry'
import type { CommentStore } from '../comments/comment-store'
import { Composer } from '../comments/composer'
import { heldNow, selected } from '../comments/held-draft'
import { type TalkDesk, useTalkDesk } from '../comments/thread-desk'
import { useFormat } from '../i18n/use-format'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import type { EntryFacts } from './entry-facts'
import { useMargin, useSayInMargin, useSettle } from './margin-records'
import { QuestionMark } from './question-mark'
import '../comments/comment-marks.css'
import '../comments/comments.css'
import './section-margin.css'

type Place = { entryId: string; sectionId: string }
type Props = { facts: EntryFacts; section: Section }
/** The editor its text is in, once it is there; and what stands between the two. */
type Text = { editor: Editor | null; comments: CommentStore }

/** What is said about a section, below it: for whoever reads it, and as confidential as it is. */
export function SectionMargin({ facts, section, editor, comments }: Props & Text) {
  const { t } = useTranslation('journals')
  const { data } = useMargin(section.id)
  const desk = useTalkDesk(facts.subjectOf(section), data?.people)
  const place = { entryId: facts.entry.id, sectionId: section.id }
  const here = useRef<HTMLDivElement>(null)
  const [about, setAbout] = useState<string | null>(null)
  const composing = useComposing(comments)
  const begin = () => {
    const words = selectedAbove(here)
    const held = words !== '' && editor ? selected(editor) : null
    comments.compose(held && 'on' in held ? held : null)
    setAbout(words)
  }
  const end = () => {
    comments.compose(null)
    setAbout(null)
  }
  const [showsSettled, setShowsSettled] = useState(false)
  const all = data?.threads ?? []
  const open = all.filter(({ resolved }) => resolved === null)
  const settled = all.length - open.length
  const { thread: linkedId } = useSearch({ from: '/inside/journal/$entryId' })
  const isLinked = ({ id }: CommentThread) => id === linkedId
  const shown = showsSettled ? all : all.filter((one) => one.resolved === null || isLinked(one))
  if (!desk.mayComment && all.length === 0) return null
  return (
    <div ref={here} className="section-margin">
      {shown.length > 0 && (
        <ul className="comment-threads" aria-label={t('margin.label')}>
          {shown.map((thread) => (
            <Talk
              key={thread.id}
              {...{ desk, place, thread, facts, section }}
              isLinked={isLinked(thread)}
            />
          ))}
        </ul>
      )}
      {about !== null && (
        <Beginning
          {...{ place, about }}
          // Its words may have gone elsewhere while it was written.
          anchorNow={() => (editor && composing ? heldNow(editor, composing).anchor : null)}
          onEnd={end}
        />
      )}
      <div className="section-margin-foot">
        {desk.mayComment && about === null && (
          <Button
            size="small"
            tone="quiet"
            icon={<MessageSquarePlus size={15} aria-hidden />}
            onPress={begin}
          >
            {t('margin.begin')}
          </Button>
        )}
        {settled > 0 && (
          <Button size="small" tone="quiet" onPress={() => setShowsSettled(!showsSettled)}>
            {t(showsSettled ? 'margin.hideSettled' : 'margin.showSettled', { count: settled })}
          </Button>
        )}
      </div>
    </div>
  )
}

/** What is selected in the text of this section; nothing where it is elsewhere. */
function selectedAbove(here: RefObject<HTMLElement | null>): string {
  const selection = document.getSelection()
  const text = here.current?.closest('.journal-section')?.querySelector('.ProseMirror')
  const { anchorNode, focusNode } = selection ?? {}
  if (!selection || !text?.contains(anchorNode ?? null) || !text.contains(focusNode ?? null))
    return ''
  const words = selection.toString().replace(/\s+/g, ' ').trim()
  return words.slice(0, quoteLength).replace(/[\ud800-\udbff]$/, '')
}

type Begun = { place: Place; about: string; anchorNow: () => string | null; onEnd: () => void }

function Beginning({ place, about, anchorNow, onEnd }: Begun) {
  const { t } = useTranslation('comments')
  const { begin } = useSayInMargin(place.sectionId)
  return (
    <section className="comment-thread comment-new" aria-label={t('newLabel')}>
      {about !== '' && <Quote words={about} />}
      <Composer
        home={{ sectionId: place.sectionId }}
        place={`${place.sectionId}:new`}
        label={t('newLabel')}
        placeholder={t('newPlaceholder')}
        submit={t('comment')}
        autoFocus
        send={async (said) => {
          await begin(said, { anchor: anchorNow(), quote: about })
          onEnd()
        }}
        onCancel={onEnd}
      />
    </section>
  )
}

type TalkProps = { desk: TalkDesk; place: Place; thread: CommentThread }

/** Once, when it is there: whoever followed a link to it is led there. */
const showLinked = (thread: HTMLElement | null) => thread?.scrollIntoView({ block: 'center' })

function Talk({
  desk,
  place,
  thread,
  isLinked,
  ...here
}: TalkProps & Props & { isLinked: boolean }) {
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
      ref={isLinked ? showLinked : undefined}
      className="comment-thread"
      aria-label={label}
      data-thread-card={thread.id}
      tabIndex={-1}
    >
      <div className="comment-thread-head">
        <div className="min-w-0 flex-1">
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
        <QuestionMark {...here} thread={thread} />
        <Settle {...{ desk, place, thread }} />
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
          place={`${place.sectionId}:answer:${thread.id}`}
          label={t('answerLabel')}
          placeholder={t('answer')}
          submit={t('send')}
          send={(said) => answer(thread.id, said)}
        />
      )}
    </li>
  )
}

const Quote = ({ words }: { words: string }) => (
  <blockquote className="comment-quote" dir="auto">
    {words}
  </blockquote>
)

function Settle({ desk, place, thread }: TalkProps) {
  const { t } = useTranslation('comments')
  const { mutate: settle } = useSettle(place.sectionId, thread.id)
  if (thread.resolved !== null)
    return (
      desk.mayComment && (
        <IconButton label={t('reopen')} size="small" onPress={() => settle(false)}>
          <RotateCcw size={15} aria-hidden />
        </IconButton>
      )
    )
  return (
    desk.can('resolve', thread.createdBy) && (
      <IconButton label={t('resolve')} size="small" onPress={() => settle(true)}>
        <Check size={16} aria-hidden />
      </IconButton>
    )
  )
}
