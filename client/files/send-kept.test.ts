// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { readBoard } from '@atelier/shared/boards/board'
import { newBoardUpdate } from '@atelier/shared/boards/new-board'
import { docBody } from '@atelier/shared/docs/doc'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import type { StoredFile } from '@atelier/shared/files/file'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import { beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { RequestFailed } from '../api/request-failed'
import { claimIfFree } from '../offline/alone'
import { eraseDatabases } from '../offline/device-databases'
import { fakeLocks } from '../offline/fake-locks'
import { type KeptUpload, keepUpload, listUploads } from '../offline/kept-uploads'
import { forgetWho, rememberWho } from '../offline/remembered-who'
import { Tries } from '../offline/tries'
import { nameOfText } from '../sync/text-names'
import { textOfCard } from './card-text'
import { sendKeptFiles, type Ways } from './send-kept'
import { uploadLock } from './upload-keeper'

const who = { workspaceId: 'w', personId: 'ada' }
const id = '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01'
const stored = { id, name: 'a.txt', mime: 'a/b', size: 1, width: null, height: null }

let doc: Y.Doc
let sent: RoomName[]
let heard: string[]
let answer: (name: string) => Promise<StoredFile>
let mayWrite: boolean
let tries: Tries
let now: number
let asked: () => Promise<void>
let ways: Ways
const usual: Ways = {
  ask: () => asked(),
  send: (room, { name }) => {
    sent.push(room)
    return answer(name)
  },
  write: async (_who, _room, write) => (mayWrite ? write(doc) : null),
}
const send = () => sendKeptFiles(who, ({ name }) => heard.push(name), ways, tries)
const waits = (change: Partial<KeptUpload> = {}) => {
  const room = roomName('doc', id)
  const bytes = new Blob(['x'])
  const none = { place: null, stored: null, refused: null }
  const upload = { id, room, page: room, text: 'body', name: 'a.txt', type: '', bytes, nth: 1 }
  return keepUpload(who, { ...upload, ...none, ...change })
}
const waiting = async () => (await listUploads(who)).length
const shown = (text: Y.XmlFragment) => text.toArray().map((one) => (one as Y.XmlElement).nodeName)

beforeEach(async () => {
  Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true })
  await eraseDatabases(who)
  doc = new Y.Doc()
  Y.applyUpdate(doc, newDocUpdate({ title: '' }))
  sent = []
  heard = []
  answer = async () => stored
  mayWrite = true
  ways = { ...usual }
  now = 0
  tries = new Tries({ now: () => now, random: () => 0 })
  asked = async () => undefined
  rememberWho(who)
})

it('a file that waits in a doc nobody has open is sent, and stands there', async () => {
  await waits()
  await send()
  expect(shown(docBody(doc))).toEqual(['paragraph', 'attachment'])
  expect([sent.length, await waiting()]).toEqual([1, 0])
})

it('in a card as well; with the card it is gone, and that is told', async () => {
  const card = new Y.XmlFragment()
  doc.getMap('cards').set('a', card)
  await waits({ room: roomName('board', id), text: nameOfText(card) })
  await send()
  expect(shown(card)).toEqual(['attachment'])
  await waits({ room: roomName('board', id), text: nameOfText(card) })
  doc.getMap('cards').delete('a')
  await send()
  expect([heard, (await listUploads(who))[0]?.refused?.code]).toEqual([['a.txt'], 'not-found'])
})

it('one that waits on a card hangs there, once; with the card it is gone, and that is told', async () => {
  doc = new Y.Doc()
  const cards = [{ title: 'a', column: 'To do' }]
  Y.applyUpdate(doc, newBoardUpdate({ title: '', columns: ['To do'], cards }))
  const [card = ''] = readBoard(doc).cards.keys()
  const hanging = () =>
    readBoard(doc)
      .cards.get(card)
      ?.attachments.map(({ name }) => name)
  const board = roomName('board', id)
  await waits({ room: board, text: textOfCard(card) })
  await send()
  expect([hanging(), await waiting()]).toEqual([['a.txt'], 0])
  const addedAt = readBoard(doc).cards.get(card)?.attachments[0]?.addedAt
  await waits({ room: board, text: textOfCard(card), stored })
  await send()
  expect(readBoard(doc).cards.get(card)?.attachments).toMatchObject([{ name: 'a.txt', addedAt }])
  await waits({ id: 'lost', room: board, text: textOfCard('gone') })
  await send()
  expect([heard, (await listUploads(who))[0]?.refused?.code]).toEqual([['a.txt'], 'not-found'])
})

it('while the server is away it stays, and what it took is not sent again', async () => {
  await waits()
  answer = () => Promise.reject(new RequestFailed('unreachable'))
  await expect(send()).rejects.toMatchObject({ code: 'unreachable' })
  answer = async () => stored
  mayWrite = false
  await send()
  expect(await waiting()).toBe(1)
  mayWrite = true
  await send()
  expect([sent.length, await waiting()]).toEqual([2, 0])
})

it('what is refused for good is told once, and not sent again', async () => {
  await waits()
  answer = () => Promise.reject(new RequestFailed('forbidden'))
  await send()
  await send()
  expect([heard, sent.length, await waiting()]).toEqual([['a.txt'], 1, 1])
})

it('one the server trips over holds back no other, and in the end waits to be looked at', async () => {
  await waits({ name: 'poison' })
  await waits({ id: 'later', nth: 2 })
  answer = async (name) => {
    if (name === 'poison') throw new RequestFailed('bug')
    return stored
  }
  await expect(send()).rejects.toMatchObject({ code: 'bug' })
  expect((await listUploads(who)).map(({ name }) => name)).toEqual(['poison'])
  for (let more = 0; more < 3; more++) {
    now += 600_000
    await expect(send()).rejects.toMatchObject({ code: 'bug' })
  }
  now += 600_000
  await send()
  await send()
  expect([heard, sent.length]).toEqual([['poison'], 6])
  expect((await listUploads(who))[0]?.refused?.code).toBe('bug')
})

it('what was sent, but may not be put there any more, is told', async () => {
  await waits({ stored })
  ways.write = () => Promise.reject(new RequestFailed('forbidden'))
  await send()
  expect([heard, (await listUploads(who))[0]?.refused?.code]).toEqual([['a.txt'], 'forbidden'])
})

it('never as somebody else who has signed in meanwhile', async () => {
  await waits()
  await waits({ id: 'later', nth: 2 })
  asked = () => Promise.reject(new RequestFailed('signed-out'))
  await expect(send()).rejects.toMatchObject({ code: 'signed-out' })
  expect(sent).toEqual([])
  asked = async () => undefined
  answer = async () => {
    rememberWho({ ...who, personId: 'ben' })
    return stored
  }
  await expect(send()).rejects.toMatchObject({ code: 'signed-out' })
  forgetWho()
  await expect(send()).rejects.toMatchObject({ code: 'signed-out' })
  expect([sent.length, await waiting()]).toEqual([1, 1])
})

it('what another tab is sending, and a suggestion’s, it leaves alone', async () => {
  await waits()
  await waits({ id: 'other', room: roomName('suggestion', id) })
  const release = await claimIfFree(uploadLock(who, id))
  await send()
  expect(sent).toEqual([])
  release?.()
  await send()
  expect(sent).toEqual([roomName('doc', id)])
})
