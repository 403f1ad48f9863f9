/** A workshop with people in it, for tests. */
import { must } from '@atelier/shared/basics/must'
import { shippedKit } from '@atelier/shared/workshops/shipped-kits'
import type { Stage, StageKind } from '@atelier/shared/workshops/stage'
import { and, eq } from 'drizzle-orm'
import type { Database } from '../db/database'
import { workshopParticipants } from '../db/workshop-tables'
import { insertWorkshop } from '../workshops/new-workshop-queries'
import { loadSeatWish } from '../workshops/seat-queries'
import { loadStages } from '../workshops/workshop-queries'
import type { MadePerson, MadeProject } from './make'

export type MadeWorkshop = {
  id: string
  stages: Stage[]
  /** The first stage of this kind. */
  stage(kind: StageKind): Stage
}

/** `by` facilitates it. */
export async function makeWorkshop(
  db: Database,
  project: MadeProject,
  by: MadePerson,
  { title = 'Retrospective', kit = 'start-stop-continue' } = {},
): Promise<MadeWorkshop> {
  const id = await insertWorkshop(db, {
    title,
    language: 'en',
    kit: must(shippedKit(kit), 'kit'),
    workspaceId: project.workspaceId,
    projectId: project.id,
    afterId: null,
    by: await loadSeatWish(db, by.id),
  })
  const stages = await loadStages(db, id)
  return {
    id,
    stages,
    stage: (kind) =>
      must(
        stages.find((one) => one.kind === kind),
        kind,
      ),
  }
}

export async function seatOf(db: Database, workshopId: string, personId: string) {
  const [seat] = await db
    .select()
    .from(workshopParticipants)
    .where(
      and(
        eq(workshopParticipants.workshopId, workshopId),
        eq(workshopParticipants.personId, personId),
      ),
    )
  return must(seat, 'seat')
}
