import { expect, test } from 'vitest'
import { settled } from '../testing/test-clock'
import { type Append, groupCommit } from './group-commit'

const anAppend = (roomId: string, length = 1): Append => ({
  roomId,
  bytes: new Uint8Array(length),
  personId: null,
})

/** A database that commits when the test says so. */
function slowInsert() {
  const batches: { rooms: string[]; commit(): void; fail(error: unknown): void }[] = []
  const insert = (batch: readonly Append[]) =>
    new Promise<void>((commit, fail) => {
      batches.push({ rooms: batch.map(({ roomId }) => roomId), commit, fail })
    })
  return { batches, insert }
}

test('[S1] what comes during a commit is committed together with the next, in order', async () => {
  const { batches, insert } = slowInsert()
  const append = groupCommit(insert)
  const stored: string[] = []
  const add = (room: string) =>
    append(anAppend(room)).then(
      () => stored.push(room),
      () => undefined,
    )
  const all = [add('a')]
  await settled()
  all.push(add('b'), add('c'), add('a'))
  expect(batches.map(({ rooms }) => rooms)).toEqual([['a']])
  expect(stored).toEqual([])
  batches[0]?.commit()
  await settled()
  expect(batches[1]?.rooms).toEqual(['b', 'c', 'a'])
  batches[1]?.commit()
  await Promise.all(all)
  expect(stored).toEqual(['a', 'b', 'c', 'a'])
})

test('[S2] a database that is away rejects all of a batch, once, and takes the next', async () => {
  const { batches, insert } = slowInsert()
  const append = groupCommit(insert)
  const lost = Promise.allSettled([append(anAppend('a')), append(anAppend('b'))])
  await settled()
  batches[0]?.fail(new Error('connection lost'))
  expect((await lost).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(batches).toHaveLength(1)
  const next = append(anAppend('c'))
  await settled()
  batches[1]?.commit()
  await next
})

test('a batch holds only so many bytes, but always something', async () => {
  const { batches, insert } = slowInsert()
  const append = groupCommit(insert)
  const all = Promise.all([1, 2, 3].map((n) => append(anAppend(`${n}`, 5 * 1024 * 1024))))
  for (let n = 0; n < 3; n++) {
    await settled()
    expect(batches[n]?.rooms).toEqual([`${n + 1}`])
    batches[n]?.commit()
  }
  await all
})
