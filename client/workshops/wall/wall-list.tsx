import type { Stage } from '@atelier/shared/workshops/stage'
import { byVotes } from '@atelier/shared/workshops/wall-outline'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { Redo2, Undo2 } from 'lucide-react'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Room } from '../../sync/room'
import { EmptyState } from '../../ui/empty-state'
import { IconButton } from '../../ui/icon-button'
import { BegunNotes } from './begun-notes'
import type { Beside } from './beside'
import { SectionBlock } from './section-block'
import { useSections } from './use-sections'
import { useUndoWithWords } from './use-undo-with-words'
import { useWall } from './use-wall'
import { type OwnNotes, useWallDesk } from './wall-desk'
import { WallDeskProvider } from './wall-desk-provider'
import { WallEntries } from './wall-entries'
import './wall-list.css'

export type WallListProps = {
  room: Room
  page: Pick<WorkshopPage, 'stages'>
  /** The one that is shown: of later ones, no empty places are. */
  stage: Stage | null
  editable: boolean
  /** Of `useOwnNotes`. */
  own?: OwnNotes | null
  /** Dots by note or group, once voting is closed: the list is then in the order of them. */
  totals?: Readonly<Record<string, number>> | null
  /** Shown with each note and group: dots, or how one gives them. Give it a stable identity. */
  beside?: Beside
  /** Of the headings of topics; groups are one deeper. */
  level?: 2 | 3
}

/** The wall for keyboards, screen readers and phones: the equal of the surface, gesture by gesture. */
export function WallList(props: WallListProps) {
  const { room, page, editable, own = null } = props
  return (
    <WallDeskProvider key={room.doc.guid} stages={page.stages} {...{ room, editable, own }}>
      <div className="wall-list">
        {editable && <Tools />}
        {editable && <BegunNotes />}
        <Content {...props} />
      </div>
    </WallDeskProvider>
  )
}

function Tools() {
  const { t } = useTranslation('workshop-wall')
  const { undo, redo } = useUndoWithWords()
  return (
    <div role="toolbar" aria-label={t('list.tools')} className="wall-list-tools">
      <IconButton label={t('list.undo')} onPress={undo}>
        <Undo2 size={17} aria-hidden />
      </IconButton>
      <IconButton label={t('list.redo')} onPress={redo}>
        <Redo2 size={17} aria-hidden />
      </IconButton>
    </div>
  )
}

function Content({ stage, totals, beside, level = 3 }: WallListProps) {
  const { t } = useTranslation('workshop-wall')
  const { room, editable } = useWallDesk()
  const wall = useWall(room)
  const sections = useSections(stage?.id ?? null)
  const ranked = useMemo(() => totals && byVotes(wall, totals), [wall, totals])
  const isEmpty = wall.notes.length === 0 && wall.groups.length === 0
  if (isEmpty && !editable)
    return (
      <EmptyState scene="board" title={t('list.empty')}>
        {t('list.emptyReadOnly')}
      </EmptyState>
    )
  if (ranked)
    return (
      <section className="wall-ranked" aria-label={t('list.votes')}>
        <WallEntries entries={ranked} level={level} beside={beside} isRanked />
      </section>
    )
  return (
    <section className="wall-sections" aria-label={t('list.label')}>
      {sections.map((section) => (
        <SectionBlock key={section.key} section={section} level={level} beside={beside} />
      ))}
    </section>
  )
}
