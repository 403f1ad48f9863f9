/** Everything that is done on the canvas by hand or key, and said. */
import { connect, groupNotes, putInGroup, ungroup } from '@atelier/shared/workshops/group-edits'
import { layDown } from '@atelier/shared/workshops/lay-down-edits'
import type { NoteColour } from '@atelier/shared/workshops/note-colours'
import type { Stage } from '@atelier/shared/workshops/stage'
import type { Wall } from '@atelier/shared/workshops/wall'
import { addNote, removeNotes } from '@atelier/shared/workshops/wall-edits'
import { topOf } from '@atelier/shared/workshops/wall-places'
import { noteSide, type Spot, sideOf } from '@atelier/shared/workshops/wall-shape'
import { wallStoreOf } from '@atelier/shared/workshops/wall-store'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../ui/refusal-text'
import { toast } from '../../ui/toast'
import { useNoteDeeds } from '../wall/use-note-deeds'
import { useNoteName } from '../wall/use-note-name'
import { useWallDesk } from '../wall/wall-desk'
import { boxesById, type Drop } from './canvas-places'
import type { CanvasState } from './canvas-state'
import type { Place } from './glide'
import { topicAt } from './topic-columns'

export type Laid = { id: string; at: Place }

/** `stage`: to which new notes belong; `colour`: in which they are. */
export function useCanvasActs(state: CanvasState, stage: Stage, colour: NoteColour) {
  const { room, stages, announce, undo } = useWallDesk()
  const deeds = useNoteDeeds()
  const name = useNoteName()
  const refusal = useRefusalText()
  const { t } = useTranslation('workshop-wall')
  return useMemo(() => {
    const { doc } = room
    const wall = (): Wall => wallStoreOf(doc).read()
    const notesOnly = (ids: readonly string[]) => ids.filter((id) => wall().byId.has(id))
    /** A group stands for what is in it. */
    const withInside = (ids: readonly string[]) => [
      ...new Set(
        ids.flatMap((id) => {
          const group = wall().groups.find((one) => one.id === id)
          return group ? group.notes.map((note) => note.id) : [id]
        }),
      ),
    ]
    const dissolve = (id: string) => {
      const group = name.of(wall(), id)
      if (ungroup(doc, id)) announce(t('done.groupGone', { group }))
    }
    /** Whoever lays a note into another column means its topic. */
    const withTopic = (one: Laid) => {
      const note = wall().byId.get(one.id)
      const own = stages.find(({ id }) => id === note?.stage)?.rules.topics ?? []
      const topic = note && topicAt(own, one.at.x + sideOf(note.size) / 2)
      return topic ? { ...one, topic: topic.key } : one
    }
    /** Where it lies, above all there is: a new group is seen. */
    const onTop = (id: string | undefined): Spot | undefined => {
      const box = boxesById(wall()).get(id ?? '')
      return box && { x: box.x, y: box.y, z: topOf(wall()) + 1 }
    }
    const write = (id: string) => state.change({ editing: id, active: id })
    return {
      write,
      /** A new note with its middle there, to be written at once. */
      add(middle: Place, topic: { key: string; colour: NoteColour } | null): void {
        const [x, y] = [middle.x - noteSide / 2, middle.y - noteSide / 2].map(Math.round)
        const spot = { x: x ?? 0, y: y ?? 0, z: topOf(wall()) + 1 }
        const look = { colour: topic?.colour ?? colour, topic: topic?.key ?? null }
        try {
          write(addNote(doc, { ...look, spot, stage: stage.id }))
        } catch (error) {
          toast({ text: refusal(error), tone: 'danger' })
        }
      },
      /** What was begun and left without a word or a line goes again. */
      forgetEmpty(id: string): void {
        const note = wall().byId.get(id)
        const isEmpty = note?.text.trim() === '' && note.drawing.length === 0 && !note.picture
        if (isEmpty && removeNotes(doc, [id]) > 0) announce(t('done.emptyRemoved'))
      },
      /** By keys: so far, and said. In a group notes have their places. */
      nudge(ids: readonly string[], by: Place): void {
        const now = wall()
        const free = ids.filter((id) => !now.byId.get(id)?.group)
        const boxes = boxesById(now)
        const laid = free.flatMap((id) => {
          const box = boxes.get(id)
          return box ? [{ id, at: { x: box.x + by.x, y: box.y + by.y } }] : []
        })
        if (layDown(doc, laid) > 0) announce(t(`canvas.moved.${wayOf(by)}`))
        else announce(t('canvas.laidByGroup'))
      },
      /** At the end of a drag. */
      drop(laid: readonly Laid[], drop: Drop): void {
        const notes = notesOnly(laid.map(({ id }) => id))
        if (drop.kind === 'group') {
          const group = wall().groups.find(({ id }) => id === drop.id)
          const fresh = notes.filter((id) => wall().byId.get(id)?.group !== drop.id)
          if (group && putInGroup(doc, fresh, drop.id) > 0)
            announce(t('done.grouped', { group: name.ofGroup(group) }))
        } else if (drop.kind === 'note') {
          const other = wall().byId.get(drop.id)
          const id = groupNotes(doc, [drop.id, ...notes], { spot: onTop(drop.id) })
          if (id) {
            announce(t('done.groupedNew', { note: name.ofNote(other) }))
            write(id)
          }
        } else layDown(doc, laid.map(withTopic), { raised: true })
      },
      group(ids: readonly string[]): void {
        const notes = withInside(ids)
        const id = groupNotes(doc, notes, { spot: onTop(notes[0]) })
        if (!id) return
        announce(t('done.groupedNew', { note: name.ofNote(wall().byId.get(notes[0] ?? '')) }))
        write(id)
      },
      dissolve,
      raise(ids: readonly string[]): void {
        const boxes = boxesById(wall())
        const loose = ids.filter((id) => !wall().byId.get(id)?.group)
        const laid = loose.flatMap((id) => {
          const box = boxes.get(id)
          return box ? [{ id, at: box }] : []
        })
        if (layDown(doc, laid, { raised: true }) > 0) announce(t('canvas.raised'))
      },
      /** Notes are taken off; of a group only its frame. */
      remove(ids: readonly string[]): void {
        for (const { id } of wall().groups) if (ids.includes(id)) dissolve(id)
        deeds.remove(notesOnly(ids))
      },
      duplicate(ids: readonly string[]): void {
        const [made] = deeds.duplicate(notesOnly(ids))
        if (made) state.change({ active: made })
      },
      colour: (ids: readonly string[], next: NoteColour) => deeds.colour(withInside(ids), next),
      size: (ids: readonly string[], size: 'small' | 'medium' | 'large') =>
        deeds.size(notesOnly(ids), size),
      beginLink(id: string): void {
        state.change({ linkingFrom: id })
        announce(t('canvas.linking', { note: name.of(wall(), id) }))
      },
      endLink(to: string): void {
        const { linkingFrom: from } = state.facts
        state.change({ linkingFrom: null })
        if (from && from !== to && connect(doc, from, to))
          announce(t('done.connected', { note: name.of(wall(), to) }))
      },
      undo: () => announce(t(undo.undo() ? 'done.undone' : 'done.nothingToUndo')),
      redo: () => announce(t(undo.redo() ? 'done.redone' : 'done.nothingToRedo')),
    }
  }, [room, stages, state, stage.id, colour, announce, undo, deeds, name, refusal, t])
}

export type CanvasActs = ReturnType<typeof useCanvasActs>

function wayOf({ x, y }: Place): 'left' | 'right' | 'up' | 'down' {
  if (x !== 0) return x < 0 ? 'left' : 'right'
  return y < 0 ? 'up' : 'down'
}
