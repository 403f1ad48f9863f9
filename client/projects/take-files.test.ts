// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { Blob as DeviceBlob } from 'node:buffer'
import { roomName } from '@atelier/shared/sync/room-name'
import { beforeEach, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { RequestFailed } from '../api/request-failed'
import { databaseName, eraseDatabases } from '../offline/device-databases'
import { listKeptFiles, readKeptFile } from '../offline/kept-files'
import { forgetWho, rememberWho } from '../offline/remembered-who'
import { openOfflineCopy } from '../sync/offline-copy'
import { squashUpdates } from '../sync/squash-updates'
import { type FileSource, filesShownIn, takeFiles } from './take-files'

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

it('what was asked for in vain is asked for again a day later, or once there is more room', async () => {
  await takeFiles(who, shown('gone', 'a', 'b'), source(15))
  await takeFiles(who, shown('gone', 'a', 'b'), source(15))
  expect(asked).toEqual(['gone', 'a', 'b'])
  expect(await takeFiles(who, shown('gone', 'a', 'b', 'c'), source(15))).toEqual({ leftOut: 2 })
  await takeFiles(who, shown('gone', 'a', 'b'), source(20))
  expect(asked).toEqual(['gone', 'a', 'b', 'c', 'b'])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 25 * 60 * 60_000 })
  await takeFiles(who, shown('gone', 'a', 'b'), source(25))
  vi.useRealTimers()
  expect(asked.slice(5)).toEqual(['gone'])
})

it('however many ids somebody makes up, a device asks for so many at a time, and for each once', async () => {
  const madeUp = Array.from({ length: 1_500 }, (_, nth) => `made-up-${nth}`)
  const fetch: FileSource['fetch'] = async (id) => {
    asked.push(id)
    return 'gone'
  }
  for (const total of [1_000, 1_500, 1_500]) {
    await takeFiles(who, shown(...madeUp), { fetch, limit: 100 })
    expect(asked).toHaveLength(total)
  }
})

it('of one room only so many ids count', async () => {
  const text = new Y.Doc()
  for (let nth = 0; nth < 501; nth++) {
    const picture = new Y.XmlElement('picture')
    text.getXmlFragment('body').push([picture])
    picture.setAttribute('file', crypto.randomUUID())
  }
  const copy = await openOfflineCopy(databaseName(who, docA), squashUpdates)
  const memo = { welcome: null, unstored: 0, owedFrom: [], refused: null, title: '' }
  await copy.take(Y.encodeStateAsUpdate(text), memo)
  copy.close()
  expect(await filesShownIn(who, docA)).toHaveLength(500)
})

it('a server that wants to hear no more of it is asked for nothing else', async () => {
  for (const [status, code] of [
    [401, 'signed-out'],
    [429, 'too-many'],
  ] as const) {
    const fetch = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(null, { status }))
    await expect(takeFiles(who, shown('a', 'b'))).rejects.toMatchObject({ code })
    expect(fetch).toHaveBeenCalledTimes(1)
    fetch.mockRestore()
  }
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
