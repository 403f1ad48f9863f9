// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { roomName } from '@atelier/shared/sync/room-name'
import { beforeEach, expect, it } from 'vitest'
import { findUnstored, keptTitle } from '../sync/offline-copy'
import { databasesOf, eraseDatabases } from './device-databases'
import { keepFile, listKeptFiles } from './kept-files'
import { keepRecord, readRecord } from './kept-records'
import { dropUpload, listUploads } from './kept-uploads'
import { forgetWho, rememberWho } from './remembered-who'

const who = { workspaceId: 'w', personId: 'ada' }
const room = roomName('doc', '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01')
const file = { id: 'f', room, bytes: new Blob(['x']) }

beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
})

it('a tab that does not know yet that they have signed out makes no database of theirs', async () => {
  await keepRecord(who, ['pinned'], ['a'])
  forgetWho()
  await eraseDatabases(who)
  for (const late of [
    () => keepRecord(who, ['pinned'], ['a']),
    () => keepFile(who, file),
    () => dropUpload(who, 'u'),
  ]) {
    await expect(late()).rejects.toMatchObject({ code: 'signed-out' })
  }
  expect(await databasesOf(who)).toEqual([])
})

it('nor does what was on its way when they signed out', async () => {
  const late = Promise.allSettled([keepRecord(who, ['pinned'], ['a']), keepFile(who, file)])
  forgetWho()
  const erased = eraseDatabases(who)
  await late
  await erased
  await eraseDatabases(who)
  const [again] = await Promise.allSettled([keepFile(who, file)])
  expect(again?.status).toBe('rejected')
  expect(await databasesOf(who)).toEqual([])
})

it('to look for something where nothing is makes no database', async () => {
  expect(await readRecord(who, ['pinned'])).toBe(undefined)
  expect([await listKeptFiles(who), await listUploads(who)]).toEqual([[], []])
  expect([await findUnstored(who), await keptTitle(who, room)]).toEqual([[], ''])
  expect(await databasesOf(who)).toEqual([])
})
