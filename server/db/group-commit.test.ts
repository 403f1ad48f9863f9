import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Append, groupCommit } from './group-commit'

const gatherMs = 3

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const anAppend = (roomId: string, length = 1): Append => ({
  roomId,
  bytes: new Uint8Array(length),
  personId: null,
})

/** A database that commits when the test says so. */
function slowDatabase() {
  const batches: { rooms: string[]; commit(): void; fail(error: unknown): void }[] = []
  const insert = (batch: readonly Append[]) =>
    new Promise<void>((commit, fail) => {
      batches.push({ rooms: batch.map(({ roomId }) => roomId), commit, fail })
    })
  return { batches, commits: groupCommit({ insert, gatherMs }) }
}

const windowPasses = () => vi.advanceTimersByTimeAsync(gatherMs)
const settled = () => vi.advanceTimersByTimeAsync(0)

test('[S1] what comes in one moment is committed together', async () => {
  const { batches, commits } = slowDatabase()
  const all = [commits.append(anAppend('a'))]
  await vi.advanceTimersByTimeAsync(gatherMs - 1)
  all.push(commits.append(anAppend('b')))
  expect(batches).toEqual([])
  await vi.advanceTimersByTimeAsync(1)
  expect(batches.map(({ rooms }) => rooms)).toEqual([['a', 'b']])
  batches[0]?.commit()
  await Promise.all(all)
})

test('[S1] what comes during a commit is committed together with the next, in order', async () => {
  const { batches, commits } = slowDatabase()
  const stored: string[] = []
  const add = (room: string) => commits.append(anAppend(room)).then(() => stored.push(room))
  const all = [add('a')]
  await windowPasses()
  all.push(add('b'), add('c'), add('a'))
  await windowPasses()
  expect(batches.map(({ rooms }) => rooms)).toEqual([['a']])
  expect(stored).toEqual([])
  batches[0]?.commit()
  await windowPasses()
  expect(batches[1]?.rooms).toEqual(['b', 'c', 'a'])
  batches[1]?.commit()
  await Promise.all(all)
  expect(stored).toEqual(['a', 'b', 'c', 'a'])
})

test('many do not wait for more', async () => {
  const { batches, commits } = slowDatabase()
  const all = Array.from({ length: 200 }, (_, i) => commits.append(anAppend(`${i}`)))
  expect(batches).toHaveLength(1)
  batches[0]?.commit()
  await Promise.all(all)
})

test('[S2] a database that is away rejects all of a batch, once, and takes the next', async () => {
  const { batches, commits } = slowDatabase()
  const lost = Promise.allSettled([commits.append(anAppend('a')), commits.append(anAppend('b'))])
  await windowPasses()
  batches[0]?.fail(new Error('connection lost'))
  expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(batches).toHaveLength(1)
  const next = commits.append(anAppend('c'))
  await windowPasses()
  batches[1]?.commit()
  await next
})

test('a batch holds only so many bytes, but always something', async () => {
  const { batches, commits } = slowDatabase()
  const all = Promise.all([1, 2, 3].map((n) => commits.append(anAppend(`${n}`, 5 * 1024 * 1024))))
  for (let n = 0; n < 3; n++) {
    await settled()
    expect(batches[n]?.rooms).toEqual([`${n + 1}`])
    batches[n]?.commit()
  }
  await all
})

test('[S2] how much waits is known, until it is committed or given back', async () => {
  const { batches, commits } = slowDatabase()
  const first = commits.append(anAppend('a', 100))
  await windowPasses()
  const second = commits.append(anAppend('b', 50)).catch(() => 'given back')
  expect(commits.backlogBytes).toBe(150)
  batches[0]?.commit()
  await first
  await windowPasses()
  expect(commits.backlogBytes).toBe(50)
  batches[1]?.fail(new Error('disk full'))
  expect(await second).toBe('given back')
  await settled()
  expect(commits.backlogBytes).toBe(0)
})
