import { roomName } from '@atelier/shared/sync/room-name'
import type { Stage } from '@atelier/shared/workshops/stage'
import type { Logger } from 'pino'
import type * as Y from 'yjs'
import type { Database } from '../db/database'
import type { Deps } from '../http/deps'
import type { Rooms } from '../sync/rooms'
import { findPadsRevealed, loadDoc, revealLateNotes, revealNotes } from './reveal-queries'
import { tellWorkshop } from './tell-workshop'
import { loadStages } from './workshop-queries'

/**
 * What was written unseen in these stages comes onto the wall, at once and for everybody. Asked again it changes
 * nothing. Refused as invalid for stages in which nothing is written unseen.
 */
export async function revealStages(
  deps: Pick<Deps, 'db' | 'rooms' | 'notices'>,
  workshopId: string,
  stageIds: readonly string[],
): Promise<void> {
  await revealNotes(deps.db, workshopId, stageIds)
  // Also where it was done before: whoever did it may have died before the wall was told.
  await deps.rooms.takeStored(roomName('workshop', workshopId))
  tellWorkshop(deps, workshopId, ['workshop'])
}

/** Whoever has come to a reveal, or past it, sees what was written before it. */
export async function revealOnTheWay(
  deps: Pick<Deps, 'db' | 'rooms' | 'notices'>,
  workshopId: string,
  stageId: string,
): Promise<void> {
  const stages = await loadStages(deps.db, workshopId)
  const ids = unseenBefore(stages, stageId)
  if (ids.length > 0) await revealStages(deps, workshopId, ids)
}

/** Stages of unseen writing that the last reveal up to here shows, and that are not shown yet. */
export function unseenBefore(stages: readonly Stage[], stageId: string): string[] {
  const here = stages.slice(0, stages.findIndex(({ id }) => id === stageId) + 1)
  const shown = here.slice(0, here.findLastIndex(({ kind }) => kind === 'reveal') + 1)
  const unseen = shown.filter(({ kind, revealedAt }) => kind === 'ideate' && revealedAt === null)
  return unseen.map(({ id }) => id)
}

/** All that has come into pads after their stages were revealed: before a workshop ends, when nothing comes any more. */
export async function bringAllLateNotes(
  deps: Pick<Deps, 'db' | 'rooms' | 'notices'>,
  workshopId: string,
): Promise<void> {
  const stages = await loadStages(deps.db, workshopId)
  const shown = stages.filter(({ kind, revealedAt }) => kind === 'ideate' && revealedAt !== null)
  const ids = shown.map(({ id }) => id)
  if (ids.length > 0) await revealStages(deps, workshopId, ids)
}

type LateDeps = { db: Database; rooms: Pick<Rooms, 'takeStored'>; notices: Deps['notices'] }

/** What has come into a pad after its stage was revealed. `doc` is all that is stored of it, if that is known. */
export async function bringLateNotes(
  { db, rooms, notices }: LateDeps,
  padId: string,
  doc?: Y.Doc,
): Promise<void> {
  const come = await revealLateNotes(
    db,
    padId,
    async (queryable) => doc ?? loadDoc(queryable, padId),
  )
  if (!come) return
  const { workshopId, authorId } = come
  await rooms.takeStored(roomName('workshop', workshopId))
  // To its author alone, who may put their name to it: whoever else heard of it would know whom to ask.
  notices.tell({ what: 'workshop', id: workshopId }, { kind: 'people', personIds: [authorId] })
}

/** At the start of a server: what a crash has left in pads comes, too. Of each by itself. */
export async function resumeReveals({ log, ...deps }: LateDeps & { log: Logger }): Promise<void> {
  for (const padId of await findPadsRevealed(deps.db))
    await bringLateNotes(deps, padId).catch((error: unknown) =>
      log.warn(
        { err: error, room: roomName('pad', padId) },
        'could not bring late notes to a wall',
      ),
    )
}
