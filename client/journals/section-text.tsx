import { docBody } from '@atelier/shared/docs/doc'
import type { Section } from '@atelier/shared/journals/journal'
import { roomName } from '@atelier/shared/sync/room-name'
import { type Editor, EditorContent } from '@tiptap/react'
import { type CSSProperties, useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../access/use-can'
import type { CommentStore } from '../comments/comment-store'
import { EditingMenus } from '../docs/editing-menus'
import { SlashStore } from '../docs/slash-extension'
import { useRoomEditor } from '../docs/use-room-editor'
import { Forks } from '../suggestions/forks'
import { ModeSwitch } from '../suggestions/mode-switch'
import { SuggestingBanner } from '../suggestions/suggesting-banner'
import { SuggestionsLayer } from '../suggestions/suggestions-layer'
import { useSuggesting } from '../suggestions/use-suggesting'
import { FullBanner } from '../sync/full-banner'
import { RefusedBanner } from '../sync/refused-banner'
import type { RoomState } from '../sync/room'
import { useRoom } from '../sync/use-room'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { personColour } from '../ui/palette'
import { Loading, SkeletonLines } from '../ui/skeleton'
import type { EntryFacts } from './entry-facts'
import { MarginMarks } from './margin-marks'
import { OfferButton } from './offer-button'
import { SectionClosed } from './section-closed'
import { SectionFaces } from './section-faces'
import { SectionSuggestions } from './section-suggestions'
import { useJournalKept } from './use-journal-kept'
import { useSharedAgain } from './use-shared-again'
import '../docs/prose.css'
import '../docs/tables.css'
import '../docs/block-tools.css'
import '../docs/blocks.css'
import '../docs/inert.css'
import '../docs/media.css'
import '../docs/editor.css'

type Props = {
  facts: EntryFacts
  section: Section
  /** Not for this reader, as far as is known. */
  isGone: boolean
  /** Read by screen readers. */
  label: string
  /** Told how its room is; null once it is left. */
  report(sectionId: string, state: RoomState | null): void
  /** Between its text and what is said below it. */
  comments: CommentStore
  /** Told which editor it is in. */
  onEditor(editor: Editor | null): void
  /** Among the tools over the text; null for who cannot. */
  onOffer: (() => void) | null
}

/** What is written in a section, live. Of somebody else’s nothing is kept on this device, whatever they wish here. */
export function SectionText(props: Props) {
  const { facts, section, isGone, report } = props
  const { isKept } = useJournalKept()
  const { id } = section
  const state = useRoom(roomName('section', id), { isKept: isKept && facts.isAuthor })
  useSharedAgain(facts, { id, state, isGone })
  useReported(id, state, report)
  if (state.kind === 'closed') return <SectionClosed facts={facts} state={state} />
  if (state.kind === 'opening') return <Waiting isUnreachable={state.unreachable} />
  const { room } = state
  return <OpenText key={room.doc.guid} {...props} state={state} />
}

function OpenText(props: Props & { state: Extract<RoomState, { kind: 'open' }> }) {
  const { facts, section, state, label, report, comments, onEditor, onOffer } = props
  const { room } = state
  const { t } = useTranslation('journals')
  const here = useRef<HTMLDivElement>(null)
  const [slash] = useState(() => new SlashStore())
  const may = useCan()
  const subject = facts.subjectOf(section)
  const suggesting = useSuggesting({
    home: { kind: 'section', id: section.id },
    // In what is one's own alone nobody suggests.
    follows: section.audience !== 'private',
    mayEdit: room.access === 'write',
    maySuggest: may('suggest', subject),
  })
  const { mode, own, ownState, store: suggestions } = suggesting
  useReported(`${section.id} as suggested`, ownState, report)
  const text = own?.text ?? room.doc
  const fragment = useMemo(() => docBody(text), [text])
  const { editor, outdated } = useRoomEditor({
    ...{ fragment, room, label, slash, suggestions, comments },
    editable: mode === 'suggesting' ? own !== null : mode === 'editing',
    placeholder: t('placeholder'),
    projectId: undefined,
  })
  useEffect(() => {
    onEditor(editor)
    return () => onEditor(null)
  }, [editor, onEditor])
  const mayDecide = may('decide', subject)
  const isMeant = ({ target }: KeyboardEvent) =>
    target instanceof Node && here.current?.closest('.journal-section')?.contains(target) === true
  return (
    <div
      ref={here}
      className="journal-text"
      data-mode={mode}
      style={{ '--mine': personColour(room.me.colour) } as CSSProperties}
    >
      <Forks doc={room.doc} suggesting={suggesting} />
      <div className="journal-text-tools">
        <ModeSwitch suggesting={suggesting} />
        <SectionFaces room={room} />
      </div>
      <div className="journal-notes">
        <RefusedBanner state={state} />
        {ownState && <RefusedBanner state={ownState} />}
        <FullBanner state={mode === 'suggesting' && ownState?.kind === 'open' ? ownState : state} />
        <SuggestingBanner suggesting={suggesting} />
        {(outdated || state.outdated) && <Outdated />}
      </div>
      <EditorContent editor={editor} className="doc-body" />
      {editor?.isEditable && (
        <EditingMenus
          key={editor.instanceId}
          {...{ editor, slash }}
          tools={onOffer && <OfferButton onPress={onOffer} />}
        />
      )}
      {editor && (
        <MarginMarks
          key={`marks ${editor.instanceId}`}
          {...{ editor, comments }}
          sectionId={section.id}
          isWritten={mode === 'editing'}
        />
      )}
      <SuggestionsLayer {...{ editor, mayDecide, suggesting, isMeant }} />
      {editor && <SectionSuggestions {...{ editor, suggesting, mayDecide }} />}
    </div>
  )
}

/** How the fork is in which one suggests: whoever leaves before it is stored is warned. */
function useReported(id: string, state: RoomState | null, report: Props['report']): void {
  useEffect(() => report(id, state), [id, state, report])
  useEffect(() => () => report(id, null), [id, report])
}

function Outdated() {
  const { t } = useTranslation('docs')
  const reload = (
    <Button size="small" onPress={() => window.location.reload()}>
      {t('readOnly.reloadNow')}
    </Button>
  )
  return (
    <Banner tone="warning" action={reload}>
      {t('readOnly.reload')}
    </Banner>
  )
}

function Waiting({ isUnreachable }: { isUnreachable: boolean }) {
  const { t } = useTranslation('journals')
  if (isUnreachable) return <p className="journal-quiet">{t('away')}</p>
  return (
    <Loading className="py-1">
      <SkeletonLines lines={2} />
    </Loading>
  )
}
