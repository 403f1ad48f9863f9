import type { Note } from '@atelier/shared/workshops/note'
import { Pencil } from 'lucide-react'
import { type KeyboardEvent, memo, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import type { Beside } from './beside'
import { focusNote } from './focus-note'
import { NoteCard } from './note-card'
import { NoteFoot } from './note-foot'
import { NoteMenu } from './note-menu'
import type { Neighbours } from './note-menu-items'
import { useNoteKeys } from './use-note-keys'
import { useNoteName } from './use-note-name'
import { useRemoveIfEmpty } from './use-remove-if-empty'
import { useWallDesk } from './wall-desk'
import { WordsField } from './words-field'

type Props = {
  note: Note
  before?: Note | null
  after?: Note | null
  beside?: Beside
}

/**
 * One note of the list or the pad: its words, and beside them all that can be done with it. Drawn again only when it or a
 * neighbour changed: a list may have five hundred.
 */
export const NoteItem = memo(function NoteItem({ note, before, after, beside }: Props) {
  const { kind, editable, focusNext } = useWallDesk()
  const name = useNoteName()
  const [isEdited, setEdited] = useState(false)
  const removeIfEmpty = useRemoveIfEmpty()
  const neighbours: Neighbours | undefined =
    before === undefined && after === undefined
      ? undefined
      : { before: before ?? null, after: after ?? null }
  const edit = () => setEdited(true)
  const press = useNoteKeys(note, edit, neighbours)
  useEffect(() => {
    if (focusNext.current !== note.id) return
    focusNext.current = null
    focusNote(note.id)
  })
  const done = (byKey: boolean) => {
    setEdited(false)
    if (!removeIfEmpty(note.id) && byKey) requestAnimationFrame(() => focusNote(note.id))
  }
  return (
    <article
      className="note-item"
      aria-label={name.ofNote(note)}
      onKeyDownCapture={
        editable ? (isEdited ? leaveBy('Escape', () => done(true)) : press) : undefined
      }
    >
      <NoteCard
        note={note}
        look="row"
        tools={editable && !isEdited && <Tools {...{ note, neighbours }} onEdit={edit} />}
        foot={
          kind === 'wall' && (
            <NoteFoot note={note}>{beside?.({ id: note.id, kind: 'note' })}</NoteFoot>
          )
        }
      >
        {isEdited ? <WordsField note={note} onDone={done} /> : undefined}
      </NoteCard>
    </article>
  )
})

const leaveBy = (key: string, leave: () => void) => (event: KeyboardEvent) => {
  if (event.key !== key || event.nativeEvent.isComposing) return
  event.stopPropagation()
  leave()
}

type ToolsProps = { note: Note; neighbours?: Neighbours; onEdit(): void }

function Tools({ note, neighbours, onEdit }: ToolsProps) {
  const { t } = useTranslation('workshop-wall')
  const name = useNoteName()
  return (
    <>
      <IconButton
        size="small"
        excludeFromTabOrder
        label={t('note.edit', { note: name.ofNote(note) })}
        onPress={onEdit}
      >
        <Pencil aria-hidden size={15} />
      </IconButton>
      <span data-note-menu={note.id}>
        <NoteMenu note={note} onEdit={onEdit} neighbours={neighbours} hasKeys />
      </span>
    </>
  )
}
