/** Carries out what an editor decides about suggestions, in the doc's or section's room and in the fork's. */
import { refuse } from '@atelier/shared/refusals'
import { takeIn, united } from '@atelier/shared/suggestions/decide-edits'
import type { DecisionMade } from '@atelier/shared/suggestions/suggestion-contract'
import { roomBytesOf } from '@atelier/shared/sync/limits'
import { type RoomKind, roomName } from '@atelier/shared/sync/room-name'
import type * as Y from 'yjs'
import type { Deps } from '../http/deps'
import { inDecidingThread } from './deciding-thread'
import { type DecidingTurn, inDecidingTurn } from './in-deciding-turn'
import {
  deleteBatch,
  type Forked,
  findUndo,
  forkKinds,
  insertDecisions,
  loggedUpdates,
  noteTakenIn,
} from './suggestion-queries'

type Place = {
  forked: Forked
  fork: { id: string; authorId: string }
  by: string
  /** Refuses where it may not be written any more what was read; asked after that, and before anything is written. */
  requireStill?: () => Promise<unknown>
}

/** So long a decision can be taken back. */
const undoMs = 60 * 60 * 1000
/** As many letters of it as the record keeps. */
const keptLetters = 2000

export function decideSuggestions(
  deps: Pick<Deps, 'db' | 'rooms'>,
  place: Place,
  { keys, accept }: { keys: string[]; accept: boolean },
  largest: number = roomBytesOf(place.forked.kind),
): Promise<DecisionMade> {
  const { db } = deps
  const { forked, fork, by } = place
  return inDecidingTurn(db, fork.id, async (turn) => {
    const now = await readBoth(deps, place)
    const decision = await inDecidingThread({ ...now, kind: forked.kind, keys, accept }, by)
    const { decided, undo, isSound } = decision
    const gone = keys.length - decided.length
    if (decided.length === 0) return { batchId: null, decided: 0, gone }
    if (accept && decision.size > largest) refuse('too-large')
    if (!isSound) refuse('invalid', { fields: [{ field: '', problem: 'unsound-suggestion' }] })
    await write(deps, place, turn, now, decision)
    const rows = decided.map(({ removed, inserted, about }) => ({
      accepted: accept,
      removed: asText(removed),
      inserted: asText(inserted),
      about: JSON.stringify(about),
    }))
    const common = { suggestionId: fork.id, decidedBy: by }
    const batchId = await insertDecisions(db, common, rows, undo)
    return { batchId, decided: decided.length, gone }
  })
}

/** As far as what others have written since allows it. */
export function undoDecision(
  deps: Pick<Deps, 'db' | 'rooms'>,
  place: Place,
  batchId: string,
  mayEdit: boolean,
): Promise<void> {
  const { db } = deps
  const { fork, by } = place
  return inDecidingTurn(db, fork.id, async (turn) => {
    const since = new Date(Date.now() - undoMs)
    const undo = await findUndo(db, { suggestionId: fork.id, batchId, decidedBy: by, since })
    if (!undo) refuse('expired')
    // Accepted while they still could.
    if (undo.doc && !mayEdit) refuse('forbidden')
    const now = await readBoth(deps, place)
    await write(deps, place, turn, now, undo)
    await deleteBatch(db, batchId)
  })
}

/**
 * Writes into a fork what was deleted since from what it is of. Who suggests in it does so while they are there; what
 * a decision has brought in meanwhile, and was deleted again, would else come to them (S18).
 */
export function bringForward(deps: Pick<Deps, 'db' | 'rooms'>, place: Place): Promise<void> {
  return inDecidingTurn(deps.db, place.fork.id, async (turn) => {
    const now = await readBoth(deps, place)
    const nothing = { kind: place.forked.kind, keys: [], accept: false }
    const { fork } = await inDecidingThread({ ...now, ...nothing }, place.by)
    await write(deps, place, turn, now, { doc: null, fork })
  })
}

type Both = { doc: Uint8Array; fork: Uint8Array }

/**
 * The fork first: it takes in what the doc is about to be. Should the server end in between, what was
 * accepted is still suggested, and neither lost nor there twice.
 */
async function write(
  { db, rooms }: Pick<Deps, 'db' | 'rooms'>,
  { forked, fork, by, requireStill }: Place,
  turn: DecidingTurn,
  known: Both,
  news: { doc: Uint8Array | null; fork: Uint8Array | null },
): Promise<void> {
  const add =
    (...updates: (Uint8Array | null)[]) =>
    (room: Y.Doc) =>
      takeIn(
        room,
        updates.filter((update) => update !== null),
      )
  await requireStill?.()
  if (forked.kind === 'section' && by !== fork.authorId) await noteTakenIn(db, fork.id)
  // What is written may build on what this node has only just read in the log.
  await turn.renew()
  await rooms.edit(
    roomName(forkKinds[forked.kind], fork.id),
    add(known.fork, news.doc, news.fork),
    by,
  )
  if (!news.doc) return
  await turn.renew()
  await rooms.edit(roomName(forked.kind, forked.id), add(known.doc, news.doc), fork.authorId)
}

const readBoth = async (
  deps: Pick<Deps, 'rooms' | 'db'>,
  { forked, fork }: Place,
): Promise<Both> => ({
  doc: await wholeRoom(deps, forked.kind, forked.id),
  fork: await wholeRoom(deps, forkKinds[forked.kind], fork.id),
})

/** Also what another node has stored and this one has not heard of yet. */
export async function wholeRoom(
  { rooms, db }: Pick<Deps, 'rooms' | 'db'>,
  kind: RoomKind,
  id: string,
): Promise<Uint8Array> {
  const here = await rooms.read(roomName(kind, id))
  return united([here, ...(await loggedUpdates(db, id))])
}

/** Postgres has no room for U+0000 in a text, a Yjs document does. */
const asText = (words: string) => words.replaceAll('\u0000', '').slice(0, keptLetters)
