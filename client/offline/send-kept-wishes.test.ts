// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { plainView } from '@atelier/shared/boards/view'
import { roomName } from '@atelier/shared/sync/room-name'
import { beforeEach, expect, it, vi } from 'vitest'
import { RequestFailed } from '../api/request-failed'
import { eraseDatabases } from './device-databases'
import { noteFresh, noteKnown } from './fresh-rooms'
import { keepWish, listKeptWishes, type Wish } from './kept-wishes'
import { forgetWho, rememberWho } from './remembered-who'
import { sayWish, sendKeptWishes } from './send-kept-wishes'
import { Tries } from './tries'

const who = { workspaceId: 'w', personId: 'ada' }
const boardId = '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01'

const watch = (cardId: string, watching = true, board = boardId): Wish => ({
  what: 'watch',
  boardId: board,
  cardId,
  watching,
})
const view = (id: string, name = id): Wish => ({
  what: 'view',
  boardId,
  view: { id, name, view: plainView, isStart: false },
})

let said: string[]
let refused: string[]
let answer: (wish: Wish) => Promise<unknown>
let tries: Tries

const wordsOf = (wish: Wish) => {
  if (wish.what === 'view') return `view ${wish.view.name}`
  return wish.what === 'watch' ? `${wish.watching} ${wish.cardId}` : `no view ${wish.viewId}`
}
const send = () =>
  sendKeptWishes(
    who,
    { onSent: () => undefined, onRefused: (wish) => refused.push(wordsOf(wish)) },
    {
      ask: async () => undefined,
      say: (wish) => {
        said.push(wordsOf(wish))
        return answer(wish)
      },
    },
    tries,
  )
const waiting = async () => (await listKeptWishes(who)).map(wordsOf)

beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
  said = []
  refused = []
  answer = async () => undefined
  tries = new Tries({ now: () => 0, random: () => 0 })
})

it('of one thing the last wish counts, and is sent once, by whichever tab', async () => {
  await keepWish(who, '1', watch('a'))
  await keepWish(who, '2', view('v', 'First'))
  await keepWish(who, '3', watch('a', false))
  await keepWish(who, '4', view('v', 'Then'))
  await Promise.all([send(), send()])
  expect(said).toEqual(['false a', 'view Then'])
  expect(await waiting()).toEqual([])
})

it('while the server is away, all of it stays, and says that it waits', async () => {
  await keepWish(who, '1', watch('a'))
  await keepWish(who, '2', view('v'))
  answer = () => Promise.reject(new RequestFailed('unreachable'))
  await expect(send()).rejects.toMatchObject({ code: 'unreachable' })
  expect((await listKeptWishes(who)).map(({ waits }) => waits)).toEqual([true, true])
})

it('what is wished while it is sent is not lost, and is sent next', async () => {
  await keepWish(who, '1', watch('a'))
  answer = async () => {
    answer = async () => undefined
    await keepWish(who, '2', watch('a', false))
  }
  await send()
  expect(await waiting()).toEqual(['false a'])
  await send()
  expect(said).toEqual(['true a', 'false a'])
})

it('a view that is refused stays here with the reason, and keeps nothing else back', async () => {
  await keepWish(who, '1', view('v'))
  await keepWish(who, '2', watch('a'))
  answer = (wish) =>
    wish.what === 'view' ? Promise.reject(new RequestFailed('too-many')) : Promise.resolve()
  await send()
  expect(refused).toEqual(['view v'])
  expect(await listKeptWishes(who)).toMatchObject([{ id: '1', refused: 'too-many' }])
  await send()
  expect(said).toEqual(['view v', 'true a'])
  answer = async () => undefined
  await keepWish(who, '3', view('v', 'Again'))
  await send()
  expect(await waiting()).toEqual([])
})

it('where it is only said too often, it is said again later', async () => {
  await keepWish(who, '1', view('v'))
  answer = () => Promise.reject(new RequestFailed('too-many', { retryAfterSeconds: 3 }))
  await expect(send()).rejects.toMatchObject({ code: 'too-many' })
  expect(await listKeptWishes(who)).toMatchObject([{ id: '1', refused: null }])
})

it('waits until the server knows the board', async () => {
  const room = roomName('board', boardId)
  await noteFresh(who, { room, projectId: 'p' })
  await keepWish(who, '1', watch('a'))
  await send()
  expect(said).toEqual([])
  await noteKnown(who, room)
  await send()
  expect(said).toEqual(['true a'])
})

it('goes out as who wished it, or not at all', async () => {
  await keepWish(who, '1', watch('a'))
  forgetWho()
  await expect(send()).rejects.toMatchObject({ code: 'signed-out' })
  expect(said).toEqual([])
})

it('a view that is gone already is deleted', async () => {
  const body = JSON.stringify({ error: { code: 'not-found', message: '' } })
  const fetched = vi.fn(async () => new Response(body, { status: 404 }))
  vi.stubGlobal('fetch', fetched)
  await sayWish({ what: 'no-view', boardId, viewId: 'v' }, 'ada')
  await expect(sayWish(view('v'), 'ada')).rejects.toMatchObject({ code: 'not-found' })
  vi.unstubAllGlobals()
})
