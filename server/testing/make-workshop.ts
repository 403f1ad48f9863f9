/** A workshop with people in it, for tests. */
import { must } from '@atelier/shared/basics/must'
import type { NewOwnKit } from '@atelier/shared/workshops/kit'
import { startStopContinue } from '@atelier/shared/workshops/kits/retrospectives'
import { shippedKit } from '@atelier/shared/workshops/shipped-kits'
import type { Stage, StageKind } from '@atelier/shared/workshops/stage'
import { and, eq } from 'drizzle-orm'
import { signGuest } from '../access/guest-token'
import type { Database } from '../db/database'
import { workshopParticipants, workshops } from '../db/workshop-tables'
import { insertSeat, insertWorkshop, type NewSeat } from '../workshops/new-workshop-queries'
import { insertKit } from '../workshops/own-kit-queries'
import { loadSeatWish } from '../workshops/seat-queries'
import { loadStages } from '../workshops/workshop-queries'
import type { MadePerson, MadeProject } from './make'

export type MadeWorkshop = {
  id: string
  code: string
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
    code: (await rowOf(db, id)).code,
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

const rowOf = async (db: Database, workshopId: string) =>
  must((await db.select().from(workshops).where(eq(workshops.id, workshopId)))[0], 'workshop')

type Place = { id: string; project: MadeProject }
type SeatWish = Partial<Omit<NewSeat, 'personId'>> & { person?: MadePerson }

/** Of somebody who came by the link: a guest, where it is nobody's with an account. Resolves with the participant's id. */
export async function makeSeat(
  db: Database,
  { id: workshopId, project }: Place,
  { person, ...wish }: SeatWish = {},
): Promise<string> {
  const place = { workshopId, workspaceId: project.workspaceId, projectId: project.id }
  const endsAt = person ? null : new Date(Date.now() + 60 * 60 * 1000)
  return insertSeat(db, place, {
    ...{ personId: person?.id ?? null, name: person?.name ?? 'Gusti Guest', colour: 'blue' },
    ...{ role: 'participant', state: 'in', byLink: true, endsAt },
    ...wish,
  })
}

export type MadeGuest = { id: string; padId: string; token: string }

/** With a token that lets them in. */
export async function makeGuest(
  db: Database,
  place: Place,
  wish: SeatWish = {},
): Promise<MadeGuest> {
  const id = await makeSeat(db, place, wish)
  const [seat] = await db.select().from(workshopParticipants).where(eq(workshopParticipants.id, id))
  const { padId, endsAt } = must(seat, 'seat')
  const { guestKey } = await rowOf(db, place.id)
  const token = signGuest({ participantId: id, endsAt: must(endsAt, 'end') }, guestKey)
  return { id, padId, token }
}

/** A kit of the workspace's own, with the agenda of one that comes with the house. Resolves with its id. */
export async function makeKit(
  db: Database,
  by: MadePerson,
  wish: Partial<NewOwnKit> = {},
): Promise<string> {
  const id = crypto.randomUUID()
  const { title, purpose, stages } = startStopContinue
  const writer = { workspaceId: by.workspaceId, personId: by.id }
  await insertKit(db, writer, { id, title, purpose, stages, ...wish })
  return id
}
