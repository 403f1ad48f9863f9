// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import type { StoredFile } from '@atelier/shared/files/file'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RequestFailed } from '../api/request-failed'
import { claimIfFree } from '../offline/alone'
import { databasesOf, eraseDatabases } from '../offline/device-databases'
import { fakeLocks } from '../offline/fake-locks'
import { dropUpload, listUploads, wasEnded } from '../offline/kept-uploads'
import { forgetWho, rememberWho } from '../offline/remembered-who'
import { DeviceCopy } from '../sync/device-copy'
import type { RoomClient } from '../sync/room-client'
import { enterRoom, leaveRoom } from '../sync/room-clients'
import type { RoomParts } from '../sync/room-parts'
import { ShownState } from '../sync/room-state'
import { onUploadsLeft, UploadKeeper, uploadLock } from './upload-keeper'
import { Uploads } from './uploads'

const who = { workspaceId: 'w', personId: 'ada' }
const room = roomName('doc', '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01')
const stored: StoredFile = { id: 'f', name: 'a', mime: 'a/b', size: 1, width: null, height: null }
const soon = { timeout: 10_000 }

/** The server: out of reach, until a test says otherwise. */
let answer: () => Promise<StoredFile>
let sent: number
let put: (StoredFile | null)[]
let uploads: Uploads
let keeper: UploadKeeper

const close = () => {
  uploads.cancelAll()
  keeper.close()
}

beforeEach(async () => {
  Object.defineProperty(navigator, 'locks', { value: fakeLocks(), configurable: true })
  await eraseDatabases(who)
  rememberWho(who)
  answer = () => Promise.reject(new RequestFailed('unreachable'))
  sent = 0
  put = []
  keeper = new UploadKeeper(who, { room, page: room }, () => {
    sent++
    return answer()
  })
  uploads = new Uploads(keeper.send, (_, stored) => put.push(stored))
  keeper.onLost = (id) => uploads.noteKept(id, false)
})
afterEach(() => {
  close()
  forgetWho()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

async function add(): Promise<void> {
  const file = new File(['x'], 'a.txt')
  await keeper.keep({ id: 'u', text: 'body', place: null, nth: 1, file })
  uploads.add('u', file)
  uploads.noteKept('u', true)
  await expect.poll(() => sent, soon).toBe(1)
}
const goOnline = () => {
  answer = async () => stored
  uploads.retryUnreachable()
}

it('what the device has lost is sent from the tab that has it, which is said to be the only one', async () => {
  await add()
  await expect.poll(() => uploads.get('u')?.state.kind).toBe('failed')
  await eraseDatabases(who)
  uploads.retryUnreachable()
  await expect.poll(() => [sent, uploads.onlyHere], soon).toEqual([2, 1])
  await expect.poll(() => uploads.get('u')?.state.kind).toBe('failed')
  goOnline()
  await expect.poll(() => put, soon).toEqual([stored])
})

it('what another tab has ended is not taken for lost', async () => {
  await add()
  await expect.poll(() => uploads.get('u')?.state.kind).toBe('failed')
  await dropUpload(who, 'u')
  goOnline()
  await expect.poll(() => put, soon).toEqual([null])
  expect(sent).toBe(1)
})

it('what one person has put there is never sent for the next who signs in', async () => {
  await add()
  await expect.poll(() => uploads.get('u')?.state.kind).toBe('failed')
  await eraseDatabases(who)
  rememberWho({ ...who, personId: 'ben' })
  goOnline()
  await expect
    .poll(() => uploads.get('u')?.state, soon)
    .toMatchObject({ kind: 'failed', error: { code: 'signed-out' } })
  expect(sent).toBe(1)
})

it('a page that is left while it notes what was taken keeps nobody else from it, and says so', async () => {
  let arrive = () => {}
  answer = () =>
    new Promise((resolve) => {
      arrive = () => resolve(stored)
    })
  await add()
  const left = vi.fn()
  const stop = onUploadsLeft(left)
  // Between the answer and its being noted.
  vi.spyOn(IDBObjectStore.prototype, 'get').mockImplementationOnce(function (
    this: IDBObjectStore,
    key,
  ) {
    close()
    left.mockClear()
    return this.get(key)
  })
  arrive()
  await expect.poll(() => left.mock.calls.length, soon).toBe(1)
  stop()
  expect(await claimIfFree(uploadLock(who, 'u'))).not.toBe(null)
  expect((await listUploads(who))[0]?.stored).toEqual(stored)
})

it('where this device keeps no copy of the text, it is kept until the server has the text', async () => {
  const openCopy = () => Promise.reject(new Error('full'))
  const parts = { openCopy, reportCopyError: () => undefined } as unknown as RoomParts
  const copy = new DeviceCopy(room, parts, () => undefined)
  await copy.load()
  const shown = new ShownState()
  const asked = vi.spyOn(shown, 'subscribeToAll')
  const none = { setPresent: () => undefined, close: () => undefined }
  const client = { name: room, unstored: true, shown, ...none }
  enterRoom('room', () => client as unknown as RoomClient)
  answer = async () => stored
  await add()
  await expect.poll(() => put, soon).toEqual([stored])
  const settling = keeper.settled('u')
  await expect.poll(() => asked.mock.calls.length, soon).toBe(1)
  expect(await listUploads(who)).toHaveLength(1)
  client.unstored = false
  shown.show({ kind: 'opening', unreachable: true })
  await settling
  expect(await listUploads(who)).toEqual([])
  leaveRoom('room')
  copy.close()
})

it('a mark of what was ended here outlasts every tab that still has it, and is then swept', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  await dropUpload(who, 'a')
  expect([await wasEnded(who, 'a'), await listUploads(who)]).toEqual([true, []])
  const days = 24 * 60 * 60_000
  vi.setSystemTime(30 * days)
  await dropUpload(who, 'b')
  expect(await wasEnded(who, 'a')).toBe(true)
  vi.setSystemTime(91 * days)
  await dropUpload(who, 'c')
  expect([await wasEnded(who, 'a'), await wasEnded(who, 'b')]).toEqual([false, true])
})

it('what another tab ended a month ago, while this one slept, is not sent again', async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 0 })
  await add()
  await expect.poll(() => uploads.get('u')?.state.kind).toBe('failed')
  await dropUpload(who, 'u')
  vi.setSystemTime(30 * 24 * 60 * 60_000)
  await dropUpload(who, 'another')
  goOnline()
  await expect.poll(() => put, soon).toEqual([null])
  expect(sent).toBe(1)
})

it('a tab that does not know yet that they have signed out keeps nothing here, and says so', async () => {
  forgetWho()
  await eraseDatabases(who)
  const file = new File(['x'], 'a.txt')
  expect(await keeper.keep({ id: 'u', text: 'body', place: null, nth: 1, file })).toBe(false)
  await keeper.drop('u')
  expect(await databasesOf(who)).toEqual([])
})
