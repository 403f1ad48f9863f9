import { expect, test } from 'vitest'
import { RequestFailed } from '../../api/request-failed'
import { inPortions } from './in-portions'

const cards = ['a', 'b', 'c', 'd', 'e']
const failing = (code: 'unreachable' | 'forbidden', at: string) => async (portion: string[]) => {
  if (portion.includes(at)) throw new RequestFailed(code)
  return portion.join('')
}

test('all are sent, in their order', async () => {
  expect(await inPortions(cards, 2, async (portion) => portion.join(''))).toEqual({
    answers: ['ab', 'cd', 'e'],
    broken: null,
  })
})

test('where the network goes in between, what was done is kept, and what nobody knows of is named', async () => {
  expect(await inPortions(cards, 2, failing('unreachable', 'c'))).toMatchObject({
    answers: ['ab'],
    broken: { portion: ['c', 'd'], rest: ['e'] },
  })
  expect(await inPortions(cards, 2, failing('unreachable', 'a'))).toMatchObject({
    answers: [],
    broken: { portion: ['a', 'b'], rest: ['c', 'd', 'e'] },
  })
  expect((await inPortions(cards, 2, failing('forbidden', 'e'))).answers).toEqual(['ab', 'cd'])
})

test('what is refused at first was not done, and is said as any refusal', async () => {
  await expect(inPortions(cards, 2, failing('forbidden', 'a'))).rejects.toMatchObject({
    code: 'forbidden',
  })
})
