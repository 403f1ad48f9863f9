import { type Stage, wordsIn } from '@atelier/shared/workshops/stage'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { LiveRegion, useAnnouncer } from '../../ui/announcer'

/** Says aloud where everybody has gone. Whose focus went with what was shown is led to the new title. */
export function useStageNews(stage: Stage | null) {
  const { t, i18n } = useTranslation('workshops')
  const { announce, said } = useAnnouncer()
  const last = useRef(stage?.id)
  useEffect(() => {
    if (last.current === stage?.id) return
    last.current = stage?.id
    if (!stage) return
    const prompt = stage.prompt ? wordsIn(stage.prompt, i18n.language) : ''
    announce(t('stage.now', { stage: wordsIn(stage.title, i18n.language), prompt }))
    if (document.activeElement === document.body) document.getElementById('stage-title')?.focus()
  }, [stage, announce, t, i18n.language])
  return <LiveRegion said={said} />
}
