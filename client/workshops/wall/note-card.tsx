import type { Note } from '@atelier/shared/workshops/note'
import { memo, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DrawingView } from './drawing-view'
import { noteColourStyle } from './note-colour'
import './note-card.css'
import './note-square.css'

export type NoteCardProps = {
  note: Note
  /** `square` fills the box it is in, as on the wall; `row` is as high as its words. */
  look: 'square' | 'row'
  /** Instead of the words, while they are written. */
  children?: ReactNode
  /** Beside the words, at the end. */
  tools?: ReactNode
  /** Below: dots, whose it is. */
  foot?: ReactNode
}

/** What a note looks like: its paper, its words or drawing, and the name somebody chose to put to it. */
export const NoteCard = memo(function NoteCard(props: NoteCardProps) {
  const { note, look, children, tools, foot } = props
  return (
    <div
      className="note-card"
      data-look={look}
      data-length={lengthOf(note.text)}
      data-drawn={note.drawing.length > 0 || undefined}
      style={noteColourStyle(note.colour)}
    >
      <div className="note-card-body">
        {note.drawing.length > 0 && <DrawingView strokes={note.drawing} />}
        {children ?? <Words note={note} />}
        {tools && <div className="note-card-tools">{tools}</div>}
      </div>
      {(note.author || foot) && (
        <div className="note-card-foot">
          {note.author && (
            <p className="note-card-author" dir="auto">
              {note.author}
            </p>
          )}
          {foot}
        </div>
      )}
    </div>
  )
})

function Words({ note }: { note: Note }) {
  const { t } = useTranslation('workshop-wall')
  if (note.text.trim() !== '')
    return (
      <p className="note-card-words" dir="auto">
        {note.text}
      </p>
    )
  if (note.drawing.length > 0) return <p className="sr-only">{t('note.drawn')}</p>
  return <p className="note-card-words note-card-empty">{t('note.empty')}</p>
}

/** Few words are written large. */
function lengthOf({ length }: string): 'short' | 'middle' | 'long' {
  if (length <= 40) return 'short'
  return length <= 140 ? 'middle' : 'long'
}
