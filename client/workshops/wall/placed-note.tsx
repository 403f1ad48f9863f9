import type { Note } from '@atelier/shared/workshops/note'
import type { ReactNode } from 'react'
import { NoteFoot } from './note-foot'
import { NoteItem } from './note-item'
import { useWallDesk } from './wall-desk'

/** What a list shows beside a note or group: dots, or how one gives them. */
export type Beside = (target: { id: string; kind: 'note' | 'group' }) => ReactNode

type PlacedProps = { note: Note; among: readonly Note[] | null; beside?: Beside }

/** `among`: those it changes places with; null where they have none of their own. */
export function Placed({ note, among, beside }: PlacedProps) {
  const { kind } = useWallDesk()
  const at = among?.indexOf(note) ?? -1
  const around = among &&
    kind === 'wall' && { before: among[at - 1] ?? null, after: among[at + 1] ?? null }
  const more = beside?.({ id: note.id, kind: 'note' })
  return (
    <NoteItem
      note={note}
      {...around}
      foot={kind === 'wall' && <NoteFoot note={note}>{more}</NoteFoot>}
    />
  )
}
