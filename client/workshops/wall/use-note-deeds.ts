import { takeOutOfGroup } from '@atelier/shared/workshops/group-edits'
import type { Note } from '@atelier/shared/workshops/note'
import type { NoteColour } from '@atelier/shared/workshops/note-colours'
import { moveToTopic } from '@atelier/shared/workshops/topic-edits'
import {
  duplicateNotes,
  moveNotes,
  removeNotes,
  restoreNotes,
  setNoteColour,
  setNoteSize,
} from '@atelier/shared/workshops/wall-edits'
import { swapped } from '@atelier/shared/workshops/wall-outline'
import { bandOf, freeSpot } from '@atelier/shared/workshops/wall-places'
import type { NoteSize } from '@atelier/shared/workshops/wall-shape'
import { wallStoreOf } from '@atelier/shared/workshops/wall-store'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../ui/refusal-text'
import { toast } from '../../ui/toast'
import { focusNote } from './focus-note'
import { useNoteName } from './use-note-name'
import type { NamedTopic } from './use-topics'
import { useWallDesk } from './wall-desk'

/** Everything that is done with a note or several by menu and key, and said. */
export function useNoteDeeds() {
  const { room, stages, announce, focusNext } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  const name = useNoteName()
  const refusal = useRefusalText()
  return useMemo(() => {
    const { doc } = room
    const wall = () => wallStoreOf(doc).read()
    const spotFor = ({ stage, topic }: Pick<Note, 'stage' | 'topic'>) =>
      freeSpot(wall(), bandOf(stages.find(({ id }) => id === stage)?.rules.topics, topic))
    const stayOn = (id: string) => {
      focusNext.current = id
    }
    return {
      colour(ids: readonly string[], colour: NoteColour) {
        setNoteColour(doc, ids, colour)
        announce(t('done.coloured', { colour: t(`colours.${colour}`) }))
      },
      size(ids: readonly string[], size: NoteSize) {
        setNoteSize(doc, ids, size)
        announce(t('done.sized', { size: t(`sizes.${size}`) }))
      },
      topic(note: Note, topic: NamedTopic | null) {
        stayOn(note.id)
        const spot = spotFor({ stage: note.stage, topic: topic?.key ?? null })
        moveToTopic(doc, [note.id], topic, { [note.id]: spot })
        announce(topic ? t('done.topic', { topic: topic.name }) : t('done.noTopic'))
      },
      takeOut(note: Note) {
        stayOn(note.id)
        takeOutOfGroup(doc, [{ id: note.id, spot: spotFor(note) }])
        announce(t('done.ungrouped'))
      },
      swap(note: Note, other: Note, direction: 'up' | 'down') {
        stayOn(note.id)
        moveNotes(doc, swapped(note, other))
        announce(t(`done.${direction}`))
      },
      duplicate(ids: readonly string[]) {
        try {
          const made = duplicateNotes(doc, ids)
          announce(t('done.duplicated'))
          return made
        } catch (error) {
          toast({ text: refusal(error), tone: 'danger' })
          return []
        }
      },
      /** `heir`: who has the keyboard then. */
      remove(ids: readonly string[], heir?: string | null) {
        const note = name.ofNote(wall().byId.get(ids[0] ?? ''))
        if (removeNotes(doc, ids) === 0) return
        if (heir) focusNote(heir)
        const putBack = () => {
          stayOn(ids[0] ?? '')
          restoreNotes(doc, ids)
          announce(t('done.restored'))
        }
        toast({
          text: t('done.removed', { count: ids.length, note }),
          action: { label: t('done.undo'), onPress: putBack },
        })
      },
    }
  }, [room, stages, announce, focusNext, t, name, refusal])
}

export type NoteDeeds = ReturnType<typeof useNoteDeeds>
