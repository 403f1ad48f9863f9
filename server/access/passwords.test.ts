import { Refusal } from '@atelier/shared/refusals'
import { expect, test } from 'vitest'
import { bounded, passwords } from './passwords'

test('a password is known again, a wrong one is not, and nobody has none', async () => {
  const { hash, matches } = passwords()
  const stored = await hash('correct horse battery staple')
  expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(await matches(stored, 'correct horse battery staple')).toBe(true)
  expect(await matches(stored, 'correct horse battery stapl')).toBe(false)
  expect(await matches(null, 'correct horse battery staple')).toBe(false)
})

test('no more than two run at once, the rest wait their turn, and too many are turned away', async () => {
  const inTurn = bounded(2, 3)
  const started: number[] = []
  const finish: (() => void)[] = []
  const work = (n: number) =>
    inTurn(() => {
      started.push(n)
      return new Promise<void>((resolve) => finish.push(resolve))
    })
  const all = [0, 1, 2, 3, 4].map(work)
  expect(started).toEqual([0, 1])
  await expect(work(5)).rejects.toBeInstanceOf(Refusal)

  finish[0]?.()
  await all[0]
  await Promise.resolve()
  expect(started).toEqual([0, 1, 2])
  while (started.length < 5 || finish.length > 0) {
    finish.shift()?.()
    await Promise.resolve()
  }
  await Promise.all(all)
  expect(started).toEqual([0, 1, 2, 3, 4])
})

test('work that fails gives its turn on', async () => {
  const inTurn = bounded(1, 5)
  const failing = inTurn(() => Promise.reject(new Error('no')))
  const next = inTurn(async () => 'done')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('done')
})
