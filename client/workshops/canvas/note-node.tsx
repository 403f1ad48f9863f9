import type { Note } from '@atelier/shared/workshops/note'
import { setNoteText } from '@atelier/shared/workshops/wall-edits'
import { noteLetters } from '@atelier/shared/workshops/wall-shape'
import type { NodeProps } from '@xyflow/react'
import { type KeyboardEvent, memo, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { NoteCard } from '../wall/note-card'
import { nodeOf, useCanvasDesk } from './canvas-desk'
import type { NoteNode as Drawn } from './canvas-nodes'
import { usePicked } from './canvas-state'

/** A note on the canvas. Drawn again only when the note itself has changed: moving the view does not reach it. */
export const NoteNode = memo(
  function NoteNode({ data: { note } }: NodeProps<Drawn>) {
    const { state } = useCanvasDesk()
    const isWritten = usePicked(state, ({ editing }) => editing === note.id)
    const isTarget = usePicked(state, ({ dropOn }) => dropOn === note.id)
    return (
      <div className="wall-note" data-target={isTarget || undefined}>
        <NoteCard note={note} look="square">
          {isWritten ? <NoteWords note={note} /> : undefined}
        </NoteCard>
      </div>
    )
  },
  (before, after) => before.data.note === after.data.note,
)

/** Enter ends it, Shift+Enter begins a new line. A note left without a word goes again. */
function NoteWords({ note }: { note: Note }) {
  const { room, surface, state, acts } = useCanvasDesk()
  const { t } = useTranslation('workshop-wall')
  const field = useRef<HTMLTextAreaElement>(null)
  useEffect(() => {
    field.current?.focus({ preventScroll: true })
    field.current?.select()
  }, [])
  const end = () => {
    if (state.facts.editing !== note.id) return
    state.change({ editing: null })
    acts.forgetEmpty(note.id)
  }
  const press = (event: KeyboardEvent) => {
    const isEnd = event.key === 'Escape' || (event.key === 'Enter' && !event.shiftKey)
    if (event.nativeEvent.isComposing || !isEnd) return
    event.preventDefault()
    event.stopPropagation()
    nodeOf(surface.current, note.id)?.focus({ preventScroll: true })
    end()
  }
  return (
    <textarea
      ref={field}
      className="wall-note-words nodrag nopan nowheel"
      aria-label={t('note.words')}
      dir="auto"
      maxLength={noteLetters}
      value={note.text}
      onChange={(event) => setNoteText(room.doc, note.id, event.currentTarget.value)}
      onKeyDown={press}
      onBlur={end}
    />
  )
}
