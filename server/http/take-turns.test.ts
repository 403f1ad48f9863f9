import { expect, test } from 'vitest'
import { takeTurns } from './take-turns'

/** Work that goes on until the test ends it. */
function heldWork() {
  let end: () => void = () => undefined
  const done = new Promise<void>((resolve) => {
    end = resolve
  })
  return { work: () => done, end }
}

test('one more than may be at once is refused, for that person only, until one has ended', async () => {
  const turn = takeTurns(2)
  const [one, other] = [heldWork(), heldWork()]
  const under = [turn('ada', one.work), turn('ada', other.work)]
  await expect(turn('ada', async () => 'third')).rejects.toMatchObject({ code: 'too-many' })
  expect(await turn('ben', async () => 'his first')).toBe('his first')
  one.end()
  await under[0]
  expect(await turn('ada', async () => 'third')).toBe('third')
  other.end()
  await under[1]
})

test('work that fails has ended, too', async () => {
  const turn = takeTurns(1)
  const failing = turn('ada', () => Promise.reject(new Error('broken')))
  await expect(failing).rejects.toThrow('broken')
  expect(await turn('ada', async () => 'again')).toBe('again')
})
