import type { Stage } from '@atelier/shared/workshops/stage'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'

/** The stages around where everybody is; before it is begun, the first comes next. */
export function neighbours({ stages, stageId }: Pick<WorkshopPage, 'stages' | 'stageId'>): {
  before: Stage | null
  after: Stage | null
} {
  const at = stages.findIndex(({ id }) => id === stageId)
  return { before: stages[at - 1] ?? null, after: stages[at + 1] ?? null }
}
