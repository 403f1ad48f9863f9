import type { Stage } from '@atelier/shared/workshops/stage'
import type { StageProps } from './stage-view'

export function StageBody(_: StageProps & { stage: Stage }) {
  return null
}
