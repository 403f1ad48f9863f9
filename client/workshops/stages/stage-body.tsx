import type { Stage } from '@atelier/shared/workshops/stage'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '../../ui/empty-state'
import { hasWall } from './stage-kinds'
import type { StageProps } from './stage-view'
import { WallSwitch } from './wall-switch'
import { useWallView } from './wall-view'

/** What belongs to a stage of this kind. */
export function StageBody({ stage, pad }: StageProps & { stage: Stage }) {
  const { t } = useTranslation('workshops')
  const view = useWallView()
  if (hasWall(stage)) return <WallSwitch view={view} />
  if (stage.kind === 'ideate' && pad === null) {
    return (
      <EmptyState scene="board" title={t('stage.onlyPeople')}>
        {t('stage.onlyPeopleWords')}
      </EmptyState>
    )
  }
  return null
}
