import type { Note } from '@atelier/shared/workshops/note'
import { type Topic, wordsIn } from '@atelier/shared/workshops/stage'
import { useTranslation } from 'react-i18next'
import { useWallDesk } from './wall-desk'

export type NamedTopic = Topic & { name: string }

/** Of the stage a note was written in, in the reader's language. */
export function useTopicsOf({ stage }: Pick<Note, 'stage'>): NamedTopic[] {
  const { i18n } = useTranslation('workshop-wall')
  const { stages } = useWallDesk()
  const topics = stages.find(({ id }) => id === stage)?.rules.topics ?? []
  return topics.map((topic) => ({ ...topic, name: wordsIn(topic.title, i18n.language) }))
}
