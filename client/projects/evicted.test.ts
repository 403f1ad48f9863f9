// @vitest-environment happy-dom
/** A browser short of space drops what pages keep: all of it, or only some of the databases. */
import 'fake-indexeddb/auto'
import { roomName } from '@atelier/shared/sync/room-name'
import { beforeEach, expect, it, vi } from 'vitest'
import { databaseName, eraseDatabases } from '../offline/device-databases'
import { keepRecord } from '../offline/kept-records'
import { rememberWho } from '../offline/remembered-who'
import { holdsCopy, openOfflineCopy } from '../sync/offline-copy'
import { squashUpdates } from '../sync/squash-updates'
import type { Bring, Wanted } from './take-along'

const who = { workspaceId: 'w', personId: 'ada' }
const ada = { who, me: { id: 'ada', name: 'Ada', colour: 'teal' as const } }
const docId = '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01'
const room = roomName('doc', docId)
const wanted: Wanted = { kind: 'doc', id: docId, changedAt: 'monday' }
const memo = { welcome: null, unstored: 0, owedFrom: [], refused: null, title: '' }

let brought: string[]
const bring: Bring = {
  room: async (_, room) => {
    brought.push(room)
    const copy = await openOfflineCopy(databaseName(who, room), squashUpdates)
    await copy.take(new Uint8Array([0, 0]), memo)
    copy.close()
  },
  threads: async () => undefined,
}

/** In a page that was loaded anew, as it is after a browser has dropped something. */
async function visit(): Promise<void> {
  vi.resetModules()
  const { takeAlong } = await import('./take-along')
  await takeAlong([{ projectId: 'a', wanted: [wanted] }], ada, bring)
}

const evict = (what: string) =>
  new Promise<void>((resolve, reject) => {
    const dropping = indexedDB.deleteDatabase(databaseName(who, what))
    dropping.onsuccess = () => resolve()
    dropping.onerror = () => reject(dropping.error)
  })

beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
  await keepRecord(who, ['pinned'], ['a'])
  brought = []
  await visit()
})

it('a doc that is noted as brought and is gone is brought again, though nobody has changed it', async () => {
  await visit()
  expect(brought).toEqual([room])
  await evict(room)
  await visit()
  expect(brought).toEqual([room, room])
  expect(await holdsCopy(who, room)).toBe(true)
})

it('so is one that was opened in vain in between, which left an empty copy', async () => {
  await evict(room)
  const copy = await openOfflineCopy(databaseName(who, room), squashUpdates)
  await copy.remember(memo)
  copy.close()
  await visit()
  expect(brought).toEqual([room, room])
})

it('what is there and noted nowhere stays, with the words in it that nobody else has', async () => {
  const copy = await openOfflineCopy(databaseName(who, room), squashUpdates)
  await copy.append([new Uint8Array([0, 0])], { ...memo, unstored: 2, title: 'Minutes' })
  copy.close()
  await evict('records')
  await visit()
  // Nothing is pinned any more as far as this device knows: nothing is brought, nor taken away.
  expect(brought).toEqual([room])
  await keepRecord(who, ['pinned'], ['a'])
  await visit()
  const { findUnstored } = await import('../sync/offline-copy')
  expect(await findUnstored(who)).toMatchObject([{ room, title: 'Minutes' }])
})

it('where all is gone, a pin made anew brings all of it anew', async () => {
  await eraseDatabases(who)
  await visit()
  expect(brought).toEqual([room])
  await keepRecord(who, ['pinned'], ['a'])
  await visit()
  expect(brought).toEqual([room, room])
})
