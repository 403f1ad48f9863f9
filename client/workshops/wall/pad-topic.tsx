import type { Note } from '@atelier/shared/workshops/note'
import { noteColours } from '@atelier/shared/workshops/note-colours'
import { type Stage, type Topic, wordsIn } from '@atelier/shared/workshops/stage'
import { Brush } from 'lucide-react'
import { createElement, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { NoteComposer } from './note-composer'
import { NoteItem } from './note-item'
import { Swatch } from './swatch'
import { useAddNote } from './use-add-note'
import { padDraft } from './use-note-draft'
import { useWall } from './use-wall'
import { useWallDesk } from './wall-desk'

type Props = { stage: Stage; topic: Topic | null; level: number }

/** One topic of the pad, or all of it: the latest note on top, below the blank one. */
export function PadTopic({ stage, topic, level }: Props) {
  const { t, i18n } = useTranslation('workshop-wall')
  const { editable } = useWallDesk()
  const heading = useId()
  const notes = useNotesOf(stage, topic)
  const name = topic ? wordsIn(topic.title, i18n.language) : t('pad.heap')
  return (
    <section className="wall-section" aria-labelledby={heading}>
      <div className="wall-section-head">
        {topic && <Swatch colour={topic.colour} />}
        {createElement(`h${level}`, { id: heading, className: 'wall-section-title' }, name)}
        <p className="wall-count">{t('pad.mine', { count: notes.length })}</p>
      </div>
      {editable && <Blank {...{ stage, topic, name }} />}
      {notes.length > 0 && (
        <ul className="wall-entries">
          {notes.map((note) => (
            <li key={note.id}>
              <NoteItem note={note} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Blank({ stage, topic, name }: { stage: Stage; topic: Topic | null; name: string }) {
  const { t } = useTranslation('workshop-wall')
  const { ask } = useWallDesk()
  const add = useAddNote()
  const colour = topic?.colour ?? noteColours[0]
  const place = { stage: stage.id, topic: topic?.key ?? null, colour }
  const draw = () => {
    const id = add('', place)
    if (id) ask({ ask: 'draw', id })
  }
  return (
    <>
      {stage.rules.drawing && (
        <Button icon={<Brush size={16} aria-hidden />} onPress={draw}>
          {t('pad.addDrawing')}
        </Button>
      )}
      <NoteComposer
        label={topic ? t('pad.topic', { topic: name }) : name}
        placeholder={t('pad.placeholder')}
        place={padDraft(stage.id, place.topic)}
        colour={colour}
        onAdd={(words) => add(words, place) !== null}
      />
    </>
  )
}

/** Of this stage, the latest first. What belongs to no topic that there is stands in the first. */
function useNotesOf(stage: Stage, topic: Topic | null): Note[] {
  const { room } = useWallDesk()
  const wall = useWall(room)
  const topics = stage.rules.topics ?? []
  const homeOf = (note: Note) =>
    (topics.find(({ key }) => key === note.topic) ?? topics[0])?.key ?? null
  return wall.notes
    .filter((note) => note.stage === stage.id && homeOf(note) === (topic?.key ?? null))
    .sort((a, b) => b.spot.z - a.spot.z)
}
