import { must } from '@atelier/shared/basics/must'
import { cardDescription, renameCard, restoreCard } from '@atelier/shared/boards/card-edits'
import { isWrittenAfterMove } from '@atelier/shared/boards/left-behind-edits'
import { toYjs } from '@atelier/shared/boards/rich-text'
import { roomName } from '@atelier/shared/sync/room-name'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { commentThreads } from '../db/comment-tables'
import { dyingIn, stalledIn } from '../testing/dying-house'
import { makeCardComment } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { boardOn, longAgo, movesOf, shownOn, threeBoards } from '../testing/three-boards'
import { lastBoard } from './card-home'
import { endCutOffMoves } from './ending-moves'
import { moveCardsAcross } from './moving-cards'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

/** Boards and one card, of which a move can stand still for minutes. */
async function slowMove() {
  const { mover, a, b, c, ids, move } = await threeBoards(app.deps)
  const id = must(ids[0], 'card')
  const sweep = async () => {
    await longAgo(app.deps, [id])
    expect(await endCutOffMoves(app.deps)).toBe(1)
    await longAgo(app.deps, [id])
  }
  const go = async (from: string, to: string) => {
    const { cards } = await moveCardsAcross(app.deps, move(from, to, [id]))
    expect(cards).toEqual([{ id, fate: 'there' }])
    await longAgo(app.deps, [id])
  }
  const standing = async (
    at: Parameters<typeof stalledIn>[1],
    meanwhile: () => Promise<unknown>,
    look = app.deps.rooms.look,
  ) => {
    const { db, rooms } = app.deps
    const house = stalledIn({ db, rooms: { ...rooms, look } }, at, meanwhile)
    const { cards } = await moveCardsAcross(house, move(a, b, [id]))
    return cards[0]?.fate
  }
  const where = async () => {
    const all = await Promise.all([a, b, c].map((board) => shownOn(app.deps, board)))
    return all.map((titles) => titles.filter((title) => title === 'Weld').length)
  }
  const cutOff = (from: string, to: string, at = from) =>
    expect(moveCardsAcross(dyingIn(app.deps, at), move(from, to, [id]))).rejects.toThrow('killed')
  return { mover, a, b, c, id, sweep, go, cutOff, standing, where }
}

/** All that is kept of its moves: from, to, and how far. */
async function keeps(id: string, moves: string[][]) {
  expect((await movesOf(app.deps, [id])).toSorted()).toEqual(moves.toSorted())
}

const isWrittenOn = (board: string, id: string) =>
  app.deps.rooms.look(roomName('board', board), (doc) => isWrittenAfterMove(doc, id))

test('whoever stands still until their move is dropped, and goes on, leaves word of where the card went', async () => {
  const { mover, a, b, id, sweep, standing, where } = await slowMove()
  await makeCardComment(app.deps.db, { board: { id: a }, card: id, by: mover })
  expect(await standing({ board: b }, sweep)).toBe('there')
  expect(await where()).toEqual([0, 1, 0])
  expect(await movesOf(app.deps, [id])).toEqual([[a, b, 'left']])
  const threads = await app.deps.db.select().from(commentThreads).where(eq(commentThreads.card, id))
  expect(threads.map(({ roomId }) => roomId)).toEqual([b])
})

test('a card that went elsewhere once its move was dropped is on no second board', async () => {
  const { a, b, c, id, sweep, go, standing, where } = await slowMove()
  const fate = await standing({ board: b }, async () => {
    await sweep()
    await go(a, c)
  })
  expect([fate, await where()]).toEqual(['elsewhere', [0, 0, 1]])
  // What was seen of it there for a moment leads on.
  expect((await lastBoard(app.deps, { roomId: b, card: id })).roomId).toBe(c)
  expect(must((await boardOn(app.deps, b)).cards.get(id), 'card').movedTo).toBe(c)
})

test('a card that went the same way, and on from there, does not come back to it', async () => {
  const { a, b, c, sweep, go, standing, where } = await slowMove()
  const fate = await standing({ board: b }, async () => {
    await sweep()
    await go(a, b)
    await go(b, c)
  })
  expect([fate, await where()]).toEqual(['elsewhere', [0, 0, 1]])
})

test('a card that came back after its move was ended is not sent away by whoever had begun it', async () => {
  const { a, b, id, sweep, go, standing, where } = await slowMove()
  const fate = await standing({ board: a }, async () => {
    await sweep()
    await go(b, a)
  })
  expect([fate, await where()]).toEqual(['there', [1, 0, 0]])
  expect(await movesOf(app.deps, [id])).toEqual([[b, a, 'left']])
})

test('nor by whoever had only brought it to the other board', async () => {
  const { a, b, id, sweep, go, standing, where } = await slowMove()
  await standing({ board: b, isAfter: true }, async () => {
    await sweep()
    await go(b, a)
  })
  expect(await where()).toEqual([1, 0, 0])
  expect(await movesOf(app.deps, [id])).toEqual([[b, a, 'left']])
})

test('a card that went on after its move was ended keeps the trail to where it is', async () => {
  const { a, b, c, id, sweep, go, standing, where } = await slowMove()
  await standing({ board: b, isAfter: true }, async () => {
    await sweep()
    await go(b, c)
  })
  expect(await where()).toEqual([0, 0, 1])
  expect(await movesOf(app.deps, [id])).toEqual(
    expect.arrayContaining([
      [a, b, 'left'],
      [b, c, 'left'],
    ]),
  )
})

test('what is written on a card before it is turned back can be kept', async () => {
  const { a, b, c, id, sweep, go, standing, where } = await slowMove()
  const words = toYjs([{ type: 'paragraph', content: [{ type: 'text', text: 'there' }] }])
  const write = (doc: Y.Doc) => void cardDescription(doc, id)?.push(words)
  let isBrought = false
  const look: TestApp['deps']['rooms']['look'] = async (name, see) => {
    if (isBrought && name === roomName('board', a)) {
      isBrought = false
      await app.deps.rooms.edit(roomName('board', b), write)
    }
    return app.deps.rooms.look(name, see)
  }
  const meanwhile = async () => {
    await sweep()
    await go(a, c)
    isBrought = true
  }
  await standing({ board: b }, meanwhile, look)
  expect(await where()).toEqual([0, 0, 1])
  expect(await isWrittenOn(b, id)).toBe(true)
})

test('a move that others began since, and that was cut off, is still brought to its end', async () => {
  const { a, b, id, sweep, go, cutOff, standing, where } = await slowMove()
  await standing({ board: a }, async () => {
    await sweep()
    await go(b, a)
    await cutOff(a, b)
  })
  expect(await where()).toEqual([1, 1, 0])
  await sweep()
  expect(await where()).toEqual([0, 1, 0])
  expect(await movesOf(app.deps, [id])).toEqual([[a, b, 'left']])
})

test('a card that came back over a third board, while its mover stood still, stays where it is', async () => {
  const { a, b, c, id, go, standing, where } = await slowMove()
  await standing({ board: b, isAfter: true }, async () => {
    await go(b, c)
    await go(c, a)
  })
  expect(await where()).toEqual([1, 0, 0])
  await keeps(id, [
    [b, c, 'left'],
    [c, a, 'left'],
  ])
})

test('nor does whoever ends a move that was cut off take such a card away', async () => {
  const { a, b, c, id, go, cutOff, where } = await slowMove()
  await cutOff(a, b)
  await longAgo(app.deps, [id])
  let looks = 0
  const look: TestApp['deps']['rooms']['look'] = async (name, see) => {
    // Seen where it was to go, and about to leave.
    if (name === roomName('board', a) && ++looks === 2) {
      await go(b, c)
      await go(c, a)
    }
    return app.deps.rooms.look(name, see)
  }
  await endCutOffMoves({ ...app.deps, rooms: { ...app.deps.rooms, look } })
  expect(looks).toBe(2)
  expect(await where()).toEqual([1, 0, 0])
})

test.each([1, 2])(
  'a card that others have moved there and on since is not moved twice (after look %i)',
  async (nth) => {
    const { a, b, c, id, go, standing, where } = await slowMove()
    let looks = 0
    const look: TestApp['deps']['rooms']['look'] = async (name, see) => {
      const seen = await app.deps.rooms.look(name, see)
      if (++looks === nth) {
        await go(a, b)
        await go(b, c)
      }
      return seen
    }
    await standing({ board: c }, async () => {}, look)
    expect(await where()).toEqual([0, 0, 1])
    await keeps(id, [
      [a, b, 'left'],
      [b, c, 'left'],
    ])
  },
)

test('what was written on a card that somebody else had brought there already can be kept', async () => {
  const { a, b, id, cutOff, standing, where } = await slowMove()
  let looks = 0
  const look: TestApp['deps']['rooms']['look'] = async (name, see) => {
    const seen = await app.deps.rooms.look(name, see)
    if (++looks === 1) {
      await cutOff(a, b)
      await app.deps.rooms.edit(
        roomName('board', a),
        (doc) => void renameCard(doc, id, 'Weld twice'),
      )
    }
    return seen
  }
  expect(await standing({ board: b }, async () => {}, look)).toBe('there')
  expect(await where()).toEqual([0, 1, 0])
  expect(await isWrittenOn(a, id)).toBe(true)
})

test('so can what was written before what was left there was put back by somebody offline', async () => {
  const { a, b, id, go, standing } = await slowMove()
  await go(a, b)
  await go(b, a)
  await app.deps.rooms.edit(roomName('board', a), (doc) => void renameCard(doc, id, 'Weld twice'))
  const putBack = () =>
    app.deps.rooms.edit(roomName('board', b), (doc) => void restoreCard(doc, id))
  await standing({ board: b }, putBack)
  expect(await isWrittenOn(a, id)).toBe(true)
})

test('a card that is turned back takes nobody’s move in hand that has just begun', async () => {
  const { a, b, c, id, sweep, go, cutOff, standing, where } = await slowMove()
  await standing({ board: b }, async () => {
    await sweep()
    await go(a, c)
    await go(c, a)
    await cutOff(a, c, c)
  })
  expect(await where()).toEqual([1, 0, 0])
  expect(await movesOf(app.deps, [id])).toEqual(expect.arrayContaining([[a, c, 'going']]))
})
