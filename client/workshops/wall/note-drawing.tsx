import type { Note } from '@atelier/shared/workshops/note'
import { type NoteColour, noteColours } from '@atelier/shared/workshops/note-colours'
import { setDrawing } from '@atelier/shared/workshops/wall-edits'
import { type Stroke, wallLimits } from '@atelier/shared/workshops/wall-shape'
import { wallStoreOf } from '@atelier/shared/workshops/wall-store'
import { Eraser, Undo2 } from 'lucide-react'
import { useState } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { toast } from '../../ui/toast'
import { DrawingSurface } from './drawing-surface'
import { noteColourStyle, strokeInk } from './note-colour'
import { useWallDesk } from './wall-desk'
import { WordsField } from './words-field'
import './note-drawing.css'

type Ink = NoteColour | 'ink'
const inks: readonly Ink[] = ['ink', ...noteColours]

/** A note is drawn on, and said in words beside it: a drawing is never the only way. Every line is kept as it is drawn. */
export function NoteDrawing({ note, onDone }: { note: Note; onDone(): void }) {
  const { t } = useTranslation('workshop-wall')
  const { room, announce } = useWallDesk()
  const [ink, setInk] = useState<Ink>('ink')
  const { drawing } = note
  const isFull = drawing.length >= wallLimits.strokes
  const lines = t('draw.lines', { count: drawing.length })
  const draw = (points: number[]) =>
    void setDrawing(room.doc, note.id, [...drawing, { ink, points }])
  const takeBack = () => {
    setDrawing(room.doc, note.id, drawing.slice(0, -1))
    announce(t('draw.lines', { count: drawing.length - 1 }))
  }
  const clear = () => {
    setDrawing(room.doc, note.id, [])
    toast({
      text: t('draw.cleared'),
      action: { label: t('done.undo'), onPress: () => putBack(room.doc, note.id, drawing) },
    })
  }
  return (
    <div className="note-draw" style={noteColourStyle(note.colour)}>
      <div className="note-draw-tools">
        <Inks ink={ink} onChange={setInk} />
        <span className="ms-auto flex gap-1">
          <IconButton label={t('draw.undo')} isDisabled={drawing.length === 0} onPress={takeBack}>
            <Undo2 size={17} aria-hidden />
          </IconButton>
          <IconButton label={t('draw.clear')} isDisabled={drawing.length === 0} onPress={clear}>
            <Eraser size={17} aria-hidden />
          </IconButton>
        </span>
      </div>
      <DrawingSurface
        strokes={drawing}
        ink={ink}
        label={t('draw.surface', { lines })}
        onStroke={isFull ? null : draw}
      />
      {isFull && <p className="text-ink-soft text-sm">{t('draw.full')}</p>}
      <div>
        <p className="font-medium text-sm">{t('draw.words')}</p>
        <p className="mb-1.5 text-ink-faint text-sm">{t('draw.wordsHint')}</p>
        <div className="note-draw-words">
          <WordsField note={note} autoFocus={false} />
        </div>
      </div>
      <Button tone="primary" className="justify-self-end" onPress={onDone}>
        {t('draw.done')}
      </Button>
    </div>
  )
}

/** Beside what was drawn since. */
function putBack(doc: Y.Doc, id: string, lines: readonly Stroke[]) {
  const since = wallStoreOf(doc).read().byId.get(id)?.drawing ?? []
  const wiped = lines.map(({ ink, points }) => ({ ink, points }))
  setDrawing(doc, id, [...since, ...wiped].slice(0, wallLimits.strokes))
}

function Inks({ ink, onChange }: { ink: Ink; onChange(ink: Ink): void }) {
  const { t } = useTranslation('workshop-wall')
  return (
    <ToggleButtonGroup
      aria-label={t('draw.inks')}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[ink]}
      onSelectionChange={([chosen]) => onChange(inks.find((one) => one === chosen) ?? 'ink')}
      className="note-draw-inks"
    >
      {inks.map((one) => (
        <ToggleButton
          key={one}
          id={one}
          aria-label={one === 'ink' ? t('draw.ink') : t(`colours.${one}`)}
          className="note-draw-ink"
          style={{ color: strokeInk(one) }}
        />
      ))}
    </ToggleButtonGroup>
  )
}
