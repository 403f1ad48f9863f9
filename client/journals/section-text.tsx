import { docBody } from '@atelier/shared/docs/doc'
import type { Section } from '@atelier/shared/journals/journal'
import { roomName } from '@atelier/shared/sync/room-name'
import { EditorContent } from '@tiptap/react'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EditingMenus } from '../docs/editing-menus'
import { SlashStore } from '../docs/slash-extension'
import { useRoomEditor } from '../docs/use-room-editor'
import { FullBanner } from '../sync/full-banner'
import { RefusedBanner } from '../sync/refused-banner'
import type { RoomState } from '../sync/room'
import { useRoom } from '../sync/use-room'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Loading, SkeletonLines } from '../ui/skeleton'
import type { EntryFacts } from './entry-facts'
import { SectionClosed } from './section-closed'
import { SectionFaces } from './section-faces'
import { useJournalKept } from './use-journal-kept'
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
  /** Read by screen readers. */
  label: string
  /** Told how its room is; null once it is left. */
  report(sectionId: string, state: RoomState | null): void
}

/** What is written in a section, live. Of somebody else’s nothing is kept on this device, whatever they wish here. */
export function SectionText({ facts, section, label, report }: Props) {
  const { isKept } = useJournalKept()
  const { id } = section
  const state = useRoom(roomName('section', id), { isKept: isKept && facts.isAuthor })
  useEffect(() => report(id, state), [id, state, report])
  useEffect(() => () => report(id, null), [id, report])
  if (state.kind === 'closed') return <SectionClosed facts={facts} state={state} />
  if (state.kind === 'opening') return <Waiting isUnreachable={state.unreachable} />
  const { room } = state
  return <OpenText key={room.doc.guid} {...{ facts, section, label, state }} />
}

function OpenText(props: Omit<Props, 'report'> & { state: Extract<RoomState, { kind: 'open' }> }) {
  const { state, label } = props
  const { room } = state
  const { t } = useTranslation('journals')
  const [slash] = useState(() => new SlashStore())
  const fragment = useMemo(() => docBody(room.doc), [room.doc])
  const { editor, outdated } = useRoomEditor({
    ...{ fragment, room, label, slash },
    editable: room.access === 'write',
    placeholder: t('placeholder'),
    projectId: undefined,
  })
  return (
    <>
      <SectionFaces room={room} />
      <div className="journal-notes">
        <RefusedBanner state={state} />
        <FullBanner state={state} />
        {(outdated || state.outdated) && <Outdated />}
      </div>
      <EditorContent editor={editor} className="doc-body" />
      {editor?.isEditable && <EditingMenus key={editor.instanceId} editor={editor} slash={slash} />}
    </>
  )
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
