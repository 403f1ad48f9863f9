/** Where a card is for what is said about it: what is sent to a board that it has left follows it. */
import { entryOf } from '@atelier/shared/boards/board-shape'
import { isCardId } from '@atelier/shared/comments/card-comment'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import type { Context } from 'hono'
import { type Leaving, leavingOf } from '../comments/moved-talk-queries'
import type { Deps } from '../http/deps'
import { requireId } from '../http/require-id'
import type { WithActor } from '../http/with-actor'
import { loadRoom } from '../projects/room-queries'

/** Of `/boards/:id/cards/:cardId`: the board, whether or not the card is there. */
export async function loadHere(deps: Deps, c: Context<WithActor>) {
  const board = await loadRoom(deps.db, c.var.actor, 'board', requireId(c.req.param('id')))
  const card = c.req.param('cardId') ?? ''
  if (!isCardId(card)) refuse('not-found')
  return { board, card }
}

/**
 * The board on which the card is now, for who may read that as well as the one it left. `seen` is what
 * queries ask for that must not come too late.
 */
export async function loadHome(deps: Deps, c: Context<WithActor>) {
  const { board, card } = await loadHere(deps, c)
  const { roomId, seen } = await lastBoard(deps, { roomId: board.id, card })
  const isHere = roomId === board.id
  const home = isHere ? board : await loadRoom(deps.db, c.var.actor, 'board', roomId)
  return { board: home, place: { roomId, card }, seen }
}

const mostTries = 5

/** Does it where the card is, and where that has gone on meanwhile (`deed` answers null) once more there. */
export async function atHome<Done>(
  deps: Deps,
  c: Context<WithActor>,
  deed: (home: Awaited<ReturnType<typeof loadHome>>) => Promise<Done | null>,
): Promise<Done> {
  for (let times = 0; times < mostTries; times++) {
    const done = await deed(await loadHome(deps, c))
    if (done !== null) return done
  }
  return refuse('unavailable')
}

type CardPlace = { roomId: string; card: string }

/** Where it is after all its moves from there on, without asking for anybody's rights. */
export async function lastBoard(
  { db, rooms }: Pick<Deps, 'db' | 'rooms'>,
  { roomId, card }: CardPlace,
) {
  const passed = new Set<string>()
  let here = roomId
  for (;;) {
    const seen = await leavingOf(db, { roomId: here, card })
    const isGone = seen !== null && (await hasLeft(rooms, { roomId: here, card }, seen))
    if (!isGone || passed.has(seen.to)) return { roomId: here, seen }
    passed.add(here)
    here = seen.to
  }
}

const hasLeft = async (rooms: Deps['rooms'], { roomId, card }: CardPlace, { stage }: Leaving) =>
  stage === 'arrived' ||
  (await rooms.look(
    roomName('board', roomId),
    (doc) => entryOf(doc, 'cards', card)?.has('movedTo') === true,
  ))
