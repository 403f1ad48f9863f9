import type { NoteColour } from '@atelier/shared/workshops/note-colours'
import { addNote } from '@atelier/shared/workshops/wall-edits'
import { bandOf, freeSpot } from '@atelier/shared/workshops/wall-places'
import { wallStoreOf } from '@atelier/shared/workshops/wall-store'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../../ui/refusal-text'
import { toast } from '../../ui/toast'
import { useWallDesk } from './wall-desk'

export type NotePlace = { stage: string; topic: string | null; colour: NoteColour }

/** A note of these words where it belongs, laid where there is room. Its id, or null where it is refused, which is told. */
export function useAddNote(): (words: string, place: NotePlace) => string | null {
  const { room, stages, announce } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  const refusal = useRefusalText()
  return useCallback(
    (words, { stage, topic, colour }) => {
      const { doc } = room
      const topics = stages.find(({ id }) => id === stage)?.rules.topics
      const spot = freeSpot(wallStoreOf(doc).read(), bandOf(topics, topic))
      try {
        const id = addNote(doc, { text: words, colour, spot, stage, topic })
        announce(t('done.added'))
        return id
      } catch (error) {
        toast({ text: refusal(error), tone: 'danger' })
        return null
      }
    },
    [room, stages, announce, t, refusal],
  )
}
