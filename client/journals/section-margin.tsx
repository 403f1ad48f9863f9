import type { CommentThread } from '@atelier/shared/comments/comment'
import { quoteLength } from '@atelier/shared/comments/limits'
import type { Section } from '@atelier/shared/journals/journal'
import { useSearch } from '@tanstack/react-router'
import { type Editor, useEditorState } from '@tiptap/react'
import { MessageSquarePlus } from 'lucide-react'
import { type RefObject, useEffect, useEffectEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { marginDraftsIn } from '../comments/comment-deeds'
import { useComposing } from '../comments/comment-desk'
import type { CommentStore, Composing } from '../comments/comment-store'
import { Composer } from '../comments/composer'
import { heldNow, selected } from '../comments/held-draft'
import { useTalkDesk } from '../comments/thread-desk'
import { useOpenFields, useTabDrafts } from '../comments/use-tab-drafts'
import { Button } from '../ui/button'
import { type BegunThread, begunIn, holdBegun } from './begun-threads'
import type { EntryFacts } from './entry-facts'
import { LeftWords } from './left-words'
import { useMargin, useSayInMargin } from './margin-records'
import { MarginTalk, Quote } from './margin-talk'
import { useCommentKey } from './use-comment-key'
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
  const { data, error } = useMargin(section.id)
  const desk = useTalkDesk(facts.subjectOf(section), data?.people)
  const place = { entryId: facts.entry.id, sectionId: section.id }
  const drafts = useTabDrafts(`${marginDraftsIn(place)}:`)
  const here = useRef<HTMLDivElement>(null)
  const hasBegun = drafts.has('new')
  const beginning = useBeginning({ sectionId: section.id, hasBegun }, here, { editor, comments })
  const { about, composing, begin, end, goBackTo } = beginning
  useEffect(() => comments.allow(desk.mayComment), [comments, desk.mayComment])
  const beginHere = useEffectEvent(begin)
  useEffect(() => {
    comments.begin = () => beginHere()
  }, [comments])
  useCommentKey(editor, () => desk.mayComment && begin())
  const isBlank = useEditorState({ editor, selector: (now) => now.editor?.isEmpty ?? true })
  const [showsSettled, setShowsSettled] = useState(false)
  const all = data?.threads ?? []
  const settled = all.filter(({ resolved }) => resolved !== null).length
  const { thread: linkedId } = useSearch({ from: '/inside/journal/$entryId' })
  const isLinked = ({ id }: CommentThread) => id === linkedId
  const open = useOpenFields(`${marginDraftsIn(place)}:`)
  // Also one that was settled while somebody was writing in it.
  const isWrittenIn = (one: CommentThread) =>
    open.has(`question:${one.id}`) || fieldsOf(one).some((field) => drafts.has(field))
  const isShown = (one: CommentThread) => one.resolved === null || isLinked(one) || isWrittenIn(one)
  const shown = showsSettled ? all : all.filter(isShown)
  // Until it is known what was said, fields may still come.
  const left = (data || error) && <LeftWords at={`${marginDraftsIn(place)}:`} />
  if (!desk.mayComment && all.length === 0) return left
  return (
    <div ref={here} className="section-margin">
      {shown.length > 0 && (
        <ul className="comment-threads" aria-label={t('margin.label')}>
          {shown.map((thread) => (
            <MarginTalk
              key={thread.id}
              {...{ desk, place, thread, facts, section }}
              isLinked={isLinked(thread)}
            />
          ))}
        </ul>
      )}
      {left}
      {about !== null && (
        <Beginning
          {...{ place, about }}
          // Its words may have gone elsewhere while it was written.
          anchorNow={() => (editor && composing ? heldNow(editor, composing).anchor : null)}
          onEnd={end}
          onBack={goBackTo({ about, composing })}
        />
      )}
      <div className="section-margin-foot">
        {desk.mayComment && about === null && !(isBlank && all.length === 0) && (
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

/** Where words may be written in a thread, as drafts call it. */
const fieldsOf = ({ id, comments }: CommentThread) => [
  `answer:${id}`,
  `question:${id}`,
  ...comments.flatMap((one) => (one.body === null ? [] : [`edit:${one.id}`])),
]

/** A comment that is begun here; again, where its words are in this tab and were not sent. */
function useBeginning(
  { sectionId, hasBegun }: { sectionId: string; hasBegun: boolean },
  here: RefObject<HTMLElement | null>,
  { editor, comments }: Text,
) {
  const [about, setAbout] = useState(() => (hasBegun ? (begunIn(sectionId)?.about ?? null) : null))
  const composing = useComposing(comments)
  const compose = (composing: Composing | null, about: string | null) => {
    comments.compose(composing)
    setAbout(about)
    holdBegun(sectionId, about === null ? null : { about, composing })
  }
  const goOn = useEffectEvent(() => {
    if (about !== null) comments.compose(begunIn(sectionId)?.composing ?? null)
  })
  useEffect(() => goOn(), [])
  return {
    ...{ about, composing },
    begin() {
      const words = selectedAbove(here)
      const held = words !== '' && editor ? selected(editor) : null
      compose(held && 'on' in held ? held : null, words)
    },
    end: () => compose(null, null),
    goBackTo: (was: BegunThread) => () => compose(was.composing, was.about),
  }
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

type Begun = {
  place: Place
  about: string
  anchorNow: () => string | null
  onEnd: () => void
  onBack: () => void
}

function Beginning({ place, about, anchorNow, onEnd, onBack }: Begun) {
  const { t } = useTranslation('comments')
  const { begin } = useSayInMargin(place.sectionId)
  return (
    <section className="comment-thread comment-new" aria-label={t('newLabel')}>
      {about !== '' && <Quote words={about} />}
      <Composer
        home={{ sectionId: place.sectionId }}
        place={`${marginDraftsIn(place)}:new`}
        label={t('newLabel')}
        placeholder={t('newPlaceholder')}
        submit={t('comment')}
        autoFocus
        send={async (said) => {
          await begin(said, { anchor: anchorNow(), quote: about })
          onEnd()
        }}
        onCancel={onEnd}
        onBack={onBack}
      />
    </section>
  )
}
