import { must } from '@atelier/shared/basics/must'
import type { StoredFile } from '@atelier/shared/files/file'
import { expect, test } from 'vitest'
import { RequestFailed } from '../api/request-failed'
import { type SendFile, Uploads } from './uploads'

type Sending = { file: File; onShare: (share: number) => void } & {
  signal: AbortSignal
  arrive: () => void
  fail: (error: unknown) => void
}

/** Nothing arrives before the test says so. */
function heldServer() {
  const sendings: Sending[] = []
  const send: SendFile = (file, how) =>
    new Promise((resolve, reject) => {
      const stored = { id: file.name, name: file.name } as StoredFile
      sendings.push({ file, ...how, arrive: () => resolve(stored), fail: reject })
      how.signal.addEventListener('abort', () => reject(how.signal.reason))
    })
  const done: string[] = []
  const uploads = new Uploads(send, (id) => done.push(id))
  const under = (name: string) =>
    must(
      sendings.findLast(({ file }) => file.name === name),
      name,
    )
  const settle = () => new Promise((resolve) => setTimeout(resolve))
  return { uploads, sendings, done, under, settle }
}
const named = (name: string) => new File(['x'], name)

test('two are sent at once, the others wait their turn', async () => {
  const { uploads, sendings, done, under, settle } = heldServer()
  for (const name of ['a', 'b', 'c']) uploads.add(name, named(name))
  expect(sendings.map(({ file }) => file.name)).toEqual(['a', 'b'])
  expect(uploads.get('c')?.state).toEqual({ kind: 'waiting' })
  under('b').arrive()
  await settle()
  expect(done).toEqual(['b'])
  expect(sendings.map(({ file }) => file.name)).toEqual(['a', 'b', 'c'])
  expect(uploads.size).toBe(2)
})

test('how far it is can be seen', () => {
  const { uploads, under } = heldServer()
  uploads.add('a', named('a'))
  under('a').onShare(0.4)
  expect(uploads.get('a')?.state).toEqual({ kind: 'sending', share: 0.4 })
})

test('one that fails stays, and can be tried again', async () => {
  const { uploads, done, under, settle } = heldServer()
  uploads.add('a', named('a'))
  under('a').fail(new RequestFailed('unavailable'))
  await settle()
  expect(uploads.get('a')?.state).toMatchObject({ kind: 'failed', error: { code: 'unavailable' } })
  uploads.retry('a')
  under('a').arrive()
  await settle()
  expect([done, uploads.size]).toEqual([['a'], 0])
})

test('back online, only what found nobody is tried again', async () => {
  const { uploads, under, settle } = heldServer()
  for (const name of ['a', 'b']) uploads.add(name, named(name))
  under('a').fail(new RequestFailed('unreachable'))
  under('b').fail(new RequestFailed('too-large'))
  await settle()
  uploads.retryUnreachable()
  expect(uploads.get('a')?.state.kind).toBe('sending')
  expect(uploads.get('b')?.state.kind).toBe('failed')
})

test('one that is taken back is gone, on its way too, and arrives nowhere', async () => {
  const { uploads, done, under, settle } = heldServer()
  for (const name of ['a', 'b', 'c']) uploads.add(name, named(name))
  uploads.cancel('a')
  uploads.cancel('c')
  await settle()
  expect(under('a').signal.aborted).toBe(true)
  expect(uploads.size).toBe(1)
  uploads.cancelAll()
  under('b').arrive()
  await settle()
  expect([done, uploads.size]).toEqual([[], 0])
})
