// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { RequestFailed } from '../api/request-failed'
import { databasesOf, eraseDatabases } from '../offline/device-databases'
import { noteFresh, noteKnown } from '../offline/fresh-rooms'
import {
  dropKeptComment,
  type KeptComment,
  keepComment,
  listKeptComments,
} from '../offline/kept-comments'
import { forgetWho, rememberWho } from '../offline/remembered-who'
import { Tries } from '../offline/tries'
import { sendKeptComments } from './send-kept-comments'

const who = { workspaceId: 'w', personId: 'ada' }
const docId = '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01'
const comment = (id: string, text = id, about = docId): KeptComment => ({
  id,
  docId: about,
  body: [{ text }],
  threadId: 'thread',
  anchor: null,
  quote: '',
  refused: null,
})

let said: string[]
let heard: string[]
let answer: (id: string) => Promise<unknown>
let tries: Tries
let now: number
let asked: () => Promise<void>
const send = () =>
  sendKeptComments(
    who,
    {
      onSent: ({ id }) => heard.push(`sent ${id}`),
      onRefused: ({ id }) => heard.push(`refused ${id}`),
    },
    {
      ask: () => asked(),
      say: ({ id }) => {
        said.push(id)
        return answer(id)
      },
    },
    tries,
  )
const waiting = async () => (await listKeptComments(who)).map(({ id }) => id)

beforeEach(async () => {
  await eraseDatabases(who)
  said = []
  heard = []
  answer = async () => undefined
  now = 0
  tries = new Tries({ now: () => now, random: () => 0 })
  asked = async () => undefined
  rememberWho(who)
})

it('what was said without a network is sent in its order, and once', async () => {
  for (const id of ['a', 'b']) await keepComment(who, comment(id))
  await keepComment(who, comment('a', 'said again'))
  await Promise.all([send(), send()])
  expect(said).toEqual(['b', 'a'])
  expect(heard).toEqual(['sent b', 'sent a'])
  expect(await waiting()).toEqual([])
})

it('while the server is away, all of it stays', async () => {
  await keepComment(who, comment('a'))
  answer = () => Promise.reject(new RequestFailed('unreachable'))
  await expect(send()).rejects.toMatchObject({ code: 'unreachable' })
  expect(await waiting()).toEqual(['a'])
})

it('what the server refuses stays with the reason, keeps no other back, and is not sent again', async () => {
  for (const id of ['a', 'b']) await keepComment(who, comment(id))
  answer = async (id) => {
    if (id === 'a') throw new RequestFailed('forbidden')
  }
  await send()
  await send()
  expect(said).toEqual(['a', 'b'])
  expect(heard).toEqual(['refused a', 'sent b'])
  expect(await listKeptComments(who)).toEqual([{ ...comment('a'), refused: 'forbidden' }])
})

it('what was taken out is never sent, and nothing outlives signing out', async () => {
  for (const id of ['a', 'b']) await keepComment(who, comment(id))
  await dropKeptComment(who, 'a')
  expect(await waiting()).toEqual(['b'])
  expect(await listKeptComments({ ...who, personId: 'ben' })).toEqual([])
  await eraseDatabases(who)
  expect(await waiting()).toEqual([])
})

it('one the server trips over holds back its doc’s, no other’s, and is refused in the end', async () => {
  for (const id of ['a', 'b']) await keepComment(who, comment(id))
  await keepComment(who, comment('c', 'c', 'another doc'))
  answer = async (id) => {
    if (id === 'a') throw new RequestFailed('bug')
  }
  await expect(send()).rejects.toMatchObject({ code: 'bug' })
  expect(said).toEqual(['a', 'c'])
  for (let more = 0; more < 3; more++) {
    now += 600_000
    await expect(send()).rejects.toMatchObject({ code: 'bug' })
  }
  now += 600_000
  await send()
  expect(said).toEqual(['a', 'c', 'a', 'a', 'a', 'a', 'b'])
  expect(await listKeptComments(who)).toEqual([{ ...comment('a'), refused: 'bug' }])
})

it('what is taken out while others are sent is not sent', async () => {
  for (const id of ['a', 'b']) await keepComment(who, comment(id))
  answer = () => dropKeptComment(who, 'b')
  await send()
  expect(said).toEqual(['a'])
})

it('nobody’s words go out as somebody else’s, who has signed in meanwhile', async () => {
  for (const id of ['a', 'b']) await keepComment(who, comment(id))
  asked = () => Promise.reject(new RequestFailed('signed-out'))
  await expect(send()).rejects.toMatchObject({ code: 'signed-out' })
  expect(said).toEqual([])
  asked = async () => undefined
  answer = async () => rememberWho({ ...who, personId: 'ben' })
  await expect(send()).rejects.toMatchObject({ code: 'signed-out' })
  expect([said, await waiting()]).toEqual([['a'], ['b']])
})

it('a tab that does not know yet that they have signed out leaves nothing here', async () => {
  forgetWho()
  expect(await keepComment(who, comment('a'))).toBe(false)
  expect(await databasesOf(who)).toEqual([])
})

it('about a doc that was begun here it waits until the server knows the doc', async () => {
  await noteFresh(who, { room: `doc:${docId}`, projectId: 'p' })
  await keepComment(who, comment('a'))
  await send()
  expect(said).toEqual([])
  await noteKnown(who, `doc:${docId}`)
  await send()
  expect(said).toEqual(['a'])
})

it('what was said about a card waits until the server knows its board', async () => {
  await noteFresh(who, { room: `board:${docId}`, projectId: 'p' })
  await keepComment(who, { ...comment('a'), threadId: null, cardId: 'card' })
  await send()
  expect(said).toEqual([])
  await noteKnown(who, `board:${docId}`)
  await send()
  expect(said).toEqual(['a'])
})
