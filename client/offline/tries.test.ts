import { expect, it } from 'vitest'
import { RequestFailed } from '../api/request-failed'
import { Tries } from './tries'

function stage(random = 0) {
  const clock = { at: 0 }
  const tries = new Tries({ now: () => clock.at, random: () => random })
  const sent: number[] = []
  let error: Error | null = new RequestFailed('unavailable')
  const send = async () => {
    sent.push(clock.at)
    if (error) throw error
  }
  return {
    ...{ clock, tries, sent },
    answer: (next: Error | null) => {
      error = next
    },
    round: () => tries.sendAll([{ id: 'one' }], { lineOf: ({ id }) => id, send }),
  }
}

it('is tried after twice as long each time, up to ten minutes, and then anew', async () => {
  const { clock, tries, sent, round, answer } = stage()
  for (let n = 0; n < 10; n++) {
    await expect(round()).rejects.toMatchObject({ code: 'unavailable' })
    // Asked in between, nothing goes out.
    await expect(round()).rejects.toMatchObject({ code: 'unavailable' })
    clock.at += tries.msUntilDue()
  }
  const waits = sent.map((at, n) => (at - (sent[n - 1] ?? 0)) / 1000).slice(1)
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600])
  answer(null)
  await round()
  answer(new RequestFailed('unavailable'))
  await expect(round()).rejects.toThrow()
  expect(tries.msUntilDue()).toBe(5_000)
})

it('not all at the same time, and never before the server wants it', async () => {
  const early = stage(1)
  await expect(early.round()).rejects.toThrow()
  expect(early.tries.msUntilDue()).toBe(2_500)
  early.answer(new RequestFailed('too-many', { retryAfterSeconds: 90 }))
  early.clock.at = 2_500
  await expect(early.round()).rejects.toMatchObject({ code: 'too-many' })
  expect(early.tries.msUntilDue()).toBe(90_000)
})

it('a server that cannot be reached ends the round, and counts against nobody', async () => {
  const { tries } = stage()
  const sent: string[] = []
  const round = () =>
    tries.sendAll([{ id: 'a' }, { id: 'b' }], {
      lineOf: ({ id }) => id,
      send: async ({ id }) => {
        sent.push(id)
        throw new RequestFailed('unreachable')
      },
    })
  await expect(round()).rejects.toMatchObject({ code: 'unreachable' })
  await expect(round()).rejects.toMatchObject({ code: 'unreachable' })
  expect(sent).toEqual(['a', 'a'])
})
