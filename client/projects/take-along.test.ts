// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { roomName } from '@atelier/shared/sync/room-name'
import { beforeEach, expect, it, vi } from 'vitest'
import { databaseName, databasesOf, eraseDatabases } from '../offline/device-databases'
import { keepFile, listKeptFiles } from '../offline/kept-files'
import { keepRecord } from '../offline/kept-records'
import { forgetWho, rememberWho } from '../offline/remembered-who'
import { openOfflineCopy } from '../sync/offline-copy'
import { squashUpdates } from '../sync/squash-updates'
import { type Bring, type Luggage, takeAlong, type Wanted } from './take-along'

const who = { workspaceId: 'w', personId: 'ada' }
const ada = { who, me: { id: 'ada', name: 'Ada', colour: 'teal' as const } }
const docId = '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01'
const doc = (changedAt = 'monday'): Wanted => ({ kind: 'doc', id: docId, changedAt })
const room = `doc:${docId}`

let brought: string[] = []
let talked: string[] = []
const bringRoom: Bring['room'] = async ({ changedAt }, room) => {
  brought.push(changedAt)
  const copy = await openOfflineCopy(databaseName(who, room), squashUpdates)
  await copy.take(new Uint8Array([0, 0]), {
    welcome: null,
    unstored: 0,
    owedFrom: [],
    refused: null,
    title: '',
  })
  copy.close()
}
const bring: Bring = {
  room: bringRoom,
  threads: async (docId) => {
    talked.push(docId)
  },
}
const pin = (...projectIds: string[]) => keepRecord(who, ['pinned'], projectIds)
const take = (...luggage: [string, Wanted[] | null][]) =>
  takeAlong(
    luggage.map(([projectId, wanted]): Luggage => ({ projectId, wanted })),
    ada,
    bring,
  )
const isHere = async () => (await databasesOf(who)).includes(room)

beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
  brought = []
  talked = []
})

it('a doc is brought once, and again when it has changed', async () => {
  await pin('a')
  await take(['a', [doc()]])
  await take(['a', [doc()]])
  expect(brought).toEqual(['monday'])
  await take(['a', [doc('tuesday')]])
  expect(brought).toEqual(['monday', 'tuesday'])
})

it('a doc that moves from one pinned project to another stays on the device', async () => {
  await pin('a', 'b')
  await take(['a', [doc()]], ['b', []])
  // Whichever page is asked for again first.
  await take(['a', [doc()]], ['b', [doc()]])
  await take(['a', []], ['b', [doc()]])
  expect(await isHere()).toBe(true)
  await take(['a', []], ['b', []])
  expect(await isHere()).toBe(false)
})

it('what has left one project is brought by the other, if that is heard later', async () => {
  await pin('a', 'b')
  await take(['a', [doc()]], ['b', []])
  await take(['a', []], ['b', []])
  await take(['a', []], ['b', [doc()]])
  expect(await isHere()).toBe(true)
})

it('what was being brought when the page went is let go all the same', async () => {
  await pin('a')
  const gone = async (...[one, room, traveller]: Parameters<Bring['room']>) => {
    await bringRoom(one, room, traveller)
    throw new Error('The page is gone.')
  }
  const luggage: Luggage[] = [{ projectId: 'a', wanted: [doc()] }]
  await expect(takeAlong(luggage, ada, { ...bring, room: gone })).rejects.toThrow('gone')
  await take(['a', []])
  expect(await isHere()).toBe(false)
})

it('nothing goes as long as it is not known what is in the project', async () => {
  await pin('a', 'b')
  await take(['a', [doc()]], ['b', []])
  await take(['a', null], ['b', []])
  expect(await isHere()).toBe(true)
})

it('a tab that has not heard of a pin yet takes nothing away', async () => {
  await pin('a')
  await take(['a', [doc()]])
  await take()
  await take(['a', [doc()]])
  expect(brought).toEqual(['monday'])
})

it('what was brought for one project before marks were kept by room, still goes with it', async () => {
  await pin('a')
  await bringRoom(doc(), roomName('doc', docId), ada)
  await keepRecord(who, ['taken', 'a'], { [room]: 'monday' })
  await take(['a', [doc()]])
  expect(brought).toEqual(['monday'])
  await take(['a', []])
  expect(await isHere()).toBe(false)
})

it('with the pin go its pictures and files, and the docs stay as any that was open here', async () => {
  await pin('a')
  await take(['a', [doc()]])
  await keepFile(who, { id: 'f', room: roomName('doc', docId), bytes: new Blob(['x']) })
  await keepRecord(who, ['taken'], {
    [room]: { projectId: 'a', changedAt: 'monday', files: ['f'] },
  })
  await take(['a', null])
  expect(await listKeptFiles(who)).toHaveLength(1)
  await pin()
  await take()
  expect(await listKeptFiles(who)).toEqual([])
  expect(await isHere()).toBe(true)
})

it('what is said about a doc is brought with it, and again when a thread was opened or settled, or after an hour', async () => {
  await pin('a')
  await take(['a', [{ ...doc(), openThreads: 0 }]])
  await take(['a', [{ ...doc(), openThreads: 0 }]])
  expect(talked).toEqual([docId])
  await take(['a', [{ ...doc(), openThreads: 1 }]])
  await take(['a', [{ ...doc(), openThreads: 1 }]])
  expect([talked.length, brought.length]).toEqual([2, 1])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 61 * 60_000 })
  await take(['a', [{ ...doc(), openThreads: 1 }]])
  await take(['a', [{ ...doc(), openThreads: 1 }]])
  vi.useRealTimers()
  expect([talked.length, brought.length]).toEqual([3, 1])
})

it('a room that arrives while somebody signs out is not here afterwards', async () => {
  await pin('a')
  const page = { access: 'write', title: 'Scrap' }
  const fetch = vi.spyOn(globalThis, 'fetch').mockImplementation(async (address) => {
    if (!String(address).endsWith('/content')) return Response.json(page)
    forgetWho()
    await eraseDatabases(who)
    return new Response(new Uint8Array([0, 0]))
  })
  const taking = takeAlong([{ projectId: 'a', wanted: [doc()] }], ada)
  await expect(taking).rejects.toMatchObject({ code: 'signed-out' })
  expect(fetch).toHaveBeenCalledTimes(2)
  fetch.mockRestore()
  expect(await isHere()).toBe(false)
})

it('nor is one that was brought before, and is looked at then', async () => {
  await pin('a')
  const last = async (...[one, room, traveller]: Parameters<Bring['room']>) => {
    await bringRoom(one, room, traveller)
    forgetWho()
    await eraseDatabases(who)
  }
  const taking = takeAlong([{ projectId: 'a', wanted: [doc()] }], ada, { ...bring, room: last })
  await expect(taking).rejects.toMatchObject({ code: 'signed-out' })
  expect(await databasesOf(who)).toEqual([])
})
