import type { Section } from '@atelier/shared/journals/journal'
import type { Editor } from '@tiptap/core'
import { FileLock2 } from 'lucide-react'
import { lazy, Suspense, useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { useCan } from '../access/use-can'
import { marginDraftsIn } from '../comments/comment-deeds'
import { CommentStore } from '../comments/comment-store'
import type { RoomState } from '../sync/room'
import { AudienceMenu } from './audience-menu'
import type { EntryFacts } from './entry-facts'
import { LeftWords } from './left-words'
import type { PendingWrites } from './pending-writes'
import { PromptLine } from './prompt-line'
import { PublishedMark } from './published-mark'
import { SectionMargin } from './section-margin'
import { SectionMenu } from './section-menu'
import { SectionText } from './section-text'
import type { EntryChanges } from './use-entry-changes'

const OfferDialog = lazy(async () => ({
  default: (await import('./offer-dialog')).OfferDialog,
}))

type Props = {
  facts: EntryFacts
  section: Section
  /** From 1. */
  place: number
  /** Not for this reader any more; what they saw of it stays until they leave, to say so. */
  isGone: boolean
  changes: EntryChanges
  writes: PendingWrites
  report(sectionId: string, state: RoomState | null): void
}

/** One section: for whom it is, its prompt, and what is written in it. */
export function SectionPart({ facts, section, place, isGone, changes, writes, report }: Props) {
  const { t } = useTranslation('journals')
  const may = useCan()
  /** How often: each time it takes the focus. */
  const [wishes, setWishes] = useState(0)
  const { isAuthor } = facts
  const [offered, setOffered] = useState<{ selected: string | null } | null>(null)
  const [doc, setDoc] = useState<Y.Doc | null>(null)
  const [editor, setEditor] = useState<Editor | null>(null)
  const [comments] = useState(() => new CommentStore())
  const hear = useCallback(
    (id: string, state: RoomState | null) => {
      // Not that of a fork in which one suggests.
      if (id === section.id) setDoc(state?.kind === 'open' ? state.room.doc : null)
      report(id, state)
    },
    [report, section.id],
  )
  const offer = doc && (() => setOffered({ selected: editor && selectedWords(editor) }))
  const label = section.prompt || t('section.label', { place })
  return (
    <section
      className="journal-section"
      aria-label={t(section.prompt ? 'section.asked' : 'section.label', {
        place,
        prompt: section.prompt,
      })}
    >
      {!isGone && (
        <div className="journal-section-head">
          <AudienceMenu facts={facts} section={section} changes={changes} />
          {section.isFrozen && (
            <span className="journal-audience" title={t('frozenHint')}>
              <FileLock2 size={14} aria-hidden />
              {t('frozen')}
            </span>
          )}
          {isAuthor && <PublishedMark sectionId={section.id} />}
          <span className="flex-1" />
          {isAuthor && (
            <SectionMenu
              {...{ facts, section, changes }}
              onPrompt={() => setWishes(wishes + 1)}
              onOffer={offer}
            />
          )}
        </div>
      )}
      {!isGone && (
        <PromptLine
          {...{ section, changes, writes }}
          key={wishes}
          mayChange={isAuthor && may('edit', facts.subjectOf(section))}
          isWanted={wishes > 0}
        />
      )}
      <SectionText
        {...{ facts, section, label, isGone, comments }}
        report={hear}
        onEditor={setEditor}
        onOffer={isAuthor ? offer : null}
      />
      {isGone ? (
        <LeftWords at={`${marginDraftsIn({ entryId: facts.entry.id, sectionId: section.id })}:`} />
      ) : (
        <SectionMargin {...{ facts, section, editor, comments }} />
      )}
      {offered !== null && (
        <Suspense fallback={null}>
          <OfferDialog
            {...{ doc, ...offered }}
            sectionId={section.id}
            onClose={() => setOffered(null)}
          />
        </Suspense>
      )}
    </section>
  )
}

/** Null where nothing is. It stays selected while somebody goes to a menu. */
function selectedWords({ state }: Editor): string | null {
  const { from, to, empty } = state.selection
  return empty ? null : state.doc.textBetween(from, to, '\n')
}
