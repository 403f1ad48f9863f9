import { type NoteColour, noteColours } from '@atelier/shared/workshops/note-colours'
import { Plus } from 'lucide-react'
import { createElement, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import type { Beside } from './beside'
import { NoteComposer } from './note-composer'
import { Swatch } from './swatch'
import { useAddNote } from './use-add-note'
import type { NamedSection } from './use-sections'
import { useWallDesk } from './wall-desk'
import { WallEntries } from './wall-entries'

type Props = { section: NamedSection; level: number; beside?: Beside }

/** A topic of the wall, or a heap: its name, what is in it, and a blank note at its end. */
export function SectionBlock({ section, level, beside }: Props) {
  const { t } = useTranslation('workshop-wall')
  const { editable } = useWallDesk()
  const heading = useId()
  const { entries, topic, stage, name, stageName } = section
  const count = entries.reduce(
    (sum, entry) => sum + (entry.kind === 'group' ? entry.group.notes.length : 1),
    0,
  )
  return (
    <section className="wall-section" aria-labelledby={heading}>
      {stageName && <p className="wall-overline">{stageName}</p>}
      <div className="wall-section-head">
        {topic && <Swatch colour={topic.colour} />}
        {createElement(`h${level}`, { id: heading, className: 'wall-section-title' }, name)}
        <p className="wall-count">{t('list.count', { count })}</p>
      </div>
      {entries.length > 0 ? (
        <WallEntries entries={entries} level={level + 1} beside={beside} />
      ) : (
        <p className="wall-quiet">{t('list.emptySection')}</p>
      )}
      {editable && stage && <AddNote section={section} stageId={stage.id} />}
    </section>
  )
}

function AddNote({ section, stageId }: { section: NamedSection; stageId: string }) {
  const { t } = useTranslation('workshop-wall')
  const add = useAddNote()
  const [isOpen, setOpen] = useState<'no' | 'yes' | 'left'>('no')
  const topic = section.topic?.key ?? null
  const colour: NoteColour = section.topic?.colour ?? noteColours[0]
  if (isOpen !== 'yes')
    return (
      <Button
        tone="quiet"
        size="small"
        className="justify-self-start"
        autoFocus={isOpen === 'left'}
        icon={<Plus size={16} aria-hidden />}
        aria-label={t('list.addTo', { topic: section.name })}
        onPress={() => setOpen('yes')}
      >
        {t('list.add')}
      </Button>
    )
  return (
    <NoteComposer
      autoFocus
      label={t('list.newNote', { topic: section.name })}
      placeholder={t('list.placeholder')}
      place={`workshop-wall:${stageId}:${topic ?? ''}`}
      colour={colour}
      onAdd={(words) => add(words, { stage: stageId, topic, colour }) !== null}
      onLeave={() => setOpen('left')}
    />
  )
}
