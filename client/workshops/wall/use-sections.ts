import { type Stage, wordsIn } from '@atelier/shared/workshops/stage'
import { outlineOf, type Section } from '@atelier/shared/workshops/wall-outline'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useWall } from './use-wall'
import { useWallDesk } from './wall-desk'

/** `stageName` where notes of several stages are on the wall. */
export type NamedSection = Section & { name: string; stageName: string | null }

/** The wall by stage and topic, in the reader's language; empty places up to a stage, or all. */
export function useSections(until: string | null): NamedSection[] {
  const { room, stages } = useWallDesk()
  const wall = useWall(room)
  const { t, i18n } = useTranslation('workshop-wall')
  return useMemo(() => {
    const sections = outlineOf(wall, stages, until)
    const several = new Set(sections.flatMap(({ stage }) => stage?.id ?? [])).size > 1
    const said = (stage: Stage) => wordsIn(stage.title, i18n.language)
    return sections.map((section) => {
      const { stage, topic } = section
      const name = () => {
        if (topic) return wordsIn(topic.title, i18n.language)
        if (!stage) return t('list.elsewhere')
        return stage.rules.topics?.length ? t('list.unsorted') : said(stage)
      }
      return { ...section, name: name(), stageName: several && stage && topic ? said(stage) : null }
    })
  }, [wall, stages, until, t, i18n.language])
}
