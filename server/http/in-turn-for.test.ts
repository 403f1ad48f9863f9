import { expect, test } from 'vitest'
import { inTurnFor } from './in-turn-for'

function held() {
  let end = () => {}
  const until = new Promise<void>((resolve) => {
    end = resolve
  })
  return { until, end: () => end() }
}

test('what shares a thing waits, what does not goes on, and nobody waits for each other for ever', async () => {
  const inTurn = inTurnFor()
  const done: string[] = []
  const first = held()
  const work = (name: string, keys: string[], until = Promise.resolve()) =>
    inTurn(keys, async () => {
      await until
      done.push(name)
      return name
    })
  const all = [
    work('b', ['b'], first.until),
    work('b and c', ['c', 'b']),
    work('b and a', ['b', 'a']),
    work('a and b', ['a', 'b']),
  ]
  expect(await work('d alone', ['d', 'd'])).toBe('d alone')
  expect(done).toEqual(['d alone'])
  first.end()
  await Promise.all(all)
  expect(done.slice(0, 2)).toEqual(['d alone', 'b'])
  expect(done.slice(2).sort()).toEqual(['a and b', 'b and a', 'b and c'])
})

test('what fails does not hold up what waits', async () => {
  const inTurn = inTurnFor()
  const fails = inTurn(['a'], () => Promise.reject(new Error('no')))
  const next = inTurn(['a'], async () => 'next')
  await expect(fails).rejects.toThrow('no')
  expect(await next).toBe('next')
})
