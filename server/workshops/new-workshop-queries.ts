import { randomBytes, randomInt } from 'node:crypto'
import type { SeatRole, SeatState } from '@atelier/shared/access/roles'
import { must } from '@atelier/shared/basics/must'
import { type Language, type PersonColour, personColours } from '@atelier/shared/people/choices'
import type { Kit } from '@atelier/shared/workshops/kit'
import { newPadUpdate, newWallUpdate } from '@atelier/shared/workshops/new-wall'
import { codeLength, codeSigns } from '@atelier/shared/workshops/workshop'
import { checksumOf } from '../db/checksum'
import type { Database, Queryable } from '../db/database'
import { roomUpdates } from '../db/log-tables'
import { rooms } from '../db/tables'
import { workshopParticipants, workshopStages, workshops } from '../db/workshop-tables'

export const newCode = (): string =>
  Array.from({ length: codeLength }, () => codeSigns[randomInt(codeSigns.length)]).join('')
export const newGuestKey = (): Uint8Array => randomBytes(32)

export type NewWorkshopRow = {
  workspaceId: string
  projectId: string
  title: string
  language: Language
  kit: Kit
  afterId: string | null
  by: { personId: string; name: string; colour: PersonColour }
}

/** The wall, the agenda, and whoever makes it as its facilitator: all of it or nothing. Resolves with its id. */
export const insertWorkshop = (db: Database, wish: NewWorkshopRow): Promise<string> =>
  db.transaction(async (tx) => {
    const { workspaceId, projectId, title, language, kit, by } = wish
    const id = await insertRoomIn(tx, 'workshop', wish, newWallUpdate(title))
    await tx.insert(workshops).values({
      id,
      workspaceId,
      title,
      language,
      kitKey: kit.key,
      kitVersion: kit.version,
      kitTitle: kit.title,
      afterId: wish.afterId,
      code: newCode(),
      guestKey: newGuestKey(),
      createdBy: by.personId,
    })
    await tx.insert(workshopStages).values(
      kit.stages.map(({ prompt, ...stage }, place) => ({
        ...stage,
        prompt: prompt ?? null,
        workshopId: id,
        place,
      })),
    )
    const seat = { role: 'facilitator', state: 'in', byLink: false, endsAt: null } as const
    await insertSeat(tx, { workshopId: id, workspaceId, projectId }, { ...by, ...seat })
    return id
  })

export type NewSeat = {
  personId: string | null
  name: string
  colour: PersonColour
  role: SeatRole
  state: SeatState
  byLink: boolean
  /** Of a guest. */
  endsAt: Date | null
}

/** A seat and its pad. Resolves with the participant's id. */
export async function insertSeat(
  tx: Queryable,
  place: { workshopId: string; workspaceId: string; projectId: string },
  seat: NewSeat,
): Promise<string> {
  const padId = await insertPad(tx, place)
  const [made] = await tx
    .insert(workshopParticipants)
    .values({ ...seat, workshopId: place.workshopId, padId })
    .returning({ id: workshopParticipants.id })
  return must(made, 'seat').id
}

/** In which nothing is written yet. Resolves with its id. */
export const insertPad = (tx: Queryable, place: { workspaceId: string; projectId: string }) =>
  insertRoomIn(tx, 'pad', place, newPadUpdate())

/** Colours go round, so that the first ten differ. */
export const nthColour = (nth: number): PersonColour =>
  must(personColours[nth % personColours.length], 'colour')

async function insertRoomIn(
  tx: Queryable,
  kind: 'workshop' | 'pad',
  { workspaceId, projectId }: { workspaceId: string; projectId: string },
  update: Uint8Array,
): Promise<string> {
  const [room] = await tx
    .insert(rooms)
    .values({ workspaceId, projectId, kind })
    .returning({ id: rooms.id })
  const roomId = must(room, 'room').id
  await tx.insert(roomUpdates).values({ roomId, bytes: update, checksum: checksumOf(update) })
  return roomId
}
