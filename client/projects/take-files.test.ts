// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { Blob as DeviceBlob } from 'node:buffer'
import { roomName } from '@atelier/shared/sync/room-name'
import { beforeEach, expect, it, vi } from 'vitest'
import { RequestFailed } from '../api/request-failed'
import { eraseDatabases } from '../offline/device-databases'
import { listKeptFiles, readKeptFile } from '../offline/kept-files'
import { forgetWho, rememberWho } from '../offline/kept-records'
import { type FileSource, takeFiles } from './take-files'

const who = { workspaceId: 'w', personId: 'ada' }
const docA = roomName('doc', '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c01')
const docB = roomName('doc', '6b1f7c1e-2f65-4e6b-9a3d-0d6f7f6a1c02')

let asked: string[]
/** Each file is ten bytes large. */
const source = (limit = 100): FileSource => ({
  limit,
  fetch: async (id, most) => {
    asked.push(id)
    if (id === 'gone') return 'gone'
    if (id === 'away') throw new RequestFailed('unreachable')
    return most < 10 ? 'too-large' : (new DeviceBlob(['0123456789']) as Blob)
  },
})
const shown = (...files: string[]) => new Map(files.map((id) => [id, docA]))
const here = async () => (await listKeptFiles(who)).map(({ id }) => id).sort()

beforeEach(async () => {
  await eraseDatabases(who)
  rememberWho(who)
  asked = []
})

it('what pinned rooms show is brought once, and each file knows its room', async () => {
  expect(
    await takeFiles(
      who,
      new Map([
        ['a', docA],
        ['b', docB],
      ]),
      source(),
    ),
  ).toEqual({ leftOut: 0 })
  await takeFiles(who, shown('a', 'b'), source())
  expect(asked).toEqual(['a', 'b'])
  expect((await readKeptFile(who, 'b'))?.room).toBe(docB)
})

it('what no pinned room shows any more goes', async () => {
  await takeFiles(who, shown('a', 'b'), source())
  await takeFiles(who, shown('b'), source())
  expect(await here()).toEqual(['b'])
  await takeFiles(who, shown(), source())
  expect(await here()).toEqual([])
})

it('beyond the limit nothing is brought, those first that matter most, and it is told how many', async () => {
  expect(await takeFiles(who, shown('a', 'b', 'c', 'd'), source(25))).toEqual({ leftOut: 2 })
  expect(await here()).toEqual(['a', 'b'])
  expect(await takeFiles(who, shown('c', 'b'), source(25))).toEqual({ leftOut: 0 })
  expect(await here()).toEqual(['b', 'c'])
})

it('what is not for this person is left out without a word, and a server that is away ends it', async () => {
  expect(await takeFiles(who, shown('gone', 'a'), source())).toEqual({ leftOut: 0 })
  await expect(takeFiles(who, shown('a', 'away', 'b'), source())).rejects.toMatchObject({
    code: 'unreachable',
  })
  expect(await here()).toEqual(['a'])
})

it('a device that is full before we are is no reason to stop', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const put = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await takeFiles(who, shown('a', 'b'), source())).toEqual({ leftOut: 2 })
  put.mockRestore()
})

it('whoever signs out meanwhile leaves nothing, and nobody else finds what is here', async () => {
  await takeFiles(who, shown('a'), source())
  expect(await readKeptFile({ ...who, personId: 'ben' }, 'a')).toBeUndefined()
  forgetWho()
  await eraseDatabases(who)
  await takeFiles(who, shown('a'), source())
  expect(await here()).toEqual([])
})
