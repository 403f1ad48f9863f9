import type { Stage } from '@atelier/shared/workshops/stage'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useState } from 'react'
import { rightsIn } from '../rights-in'

export type StageShown = {
  /** What this screen shows; null before it is begun. */
  stage: Stage | null
  /** Where everybody is. */
  everybodyAt: Stage | null
  /** Null for who goes where everybody goes. */
  look: ((stageId: string | null) => void) | null
}

type Page = Pick<WorkshopPage, 'stages' | 'stageId' | 'roams' | 'rights' | 'state'>
type Looking = { at: string; whileAt: string | null }

/** Where people roam they look where they like; else only whoever facilitates looks ahead, until all go on. */
function stageShown(page: Page, looking: Looking | null): Omit<StageShown, 'look'> {
  const { stages, stageId } = page
  // All of it is over: what is shown is what came of it.
  if (page.state === 'ended') return { stage: null, everybodyAt: null }
  const everybodyAt = stages.find(({ id }) => id === stageId) ?? null
  const elsewhere = looking && stages.find(({ id }) => id === looking.at)
  const mayBeThere = page.roams || (rightsIn(page).facilitates && looking?.whileAt === stageId)
  return { stage: elsewhere && mayBeThere ? elsewhere : everybodyAt, everybodyAt }
}

export function useStageShown(page: Page): StageShown {
  const [looking, setLooking] = useState<Looking | null>(null)
  const look = (at: string | null) => setLooking(at === null ? null : { at, whileAt: page.stageId })
  const looksAround = page.state === 'open' && (page.roams || rightsIn(page).facilitates)
  return { ...stageShown(page, looking), look: looksAround ? look : null }
}
