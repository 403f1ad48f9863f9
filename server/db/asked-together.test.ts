import { expect, test } from 'vitest'
import { askedTogether } from './asked-together'

function asking() {
  const queries: (readonly number[])[] = []
  const ask = askedTogether(async (numbers: readonly number[]) => {
    queries.push(numbers)
    if (numbers.includes(13)) throw new Error('away')
    return numbers.map((number) => 2 * number)
  })
  return { queries, ask }
}

test('questions of the same moment are one query, and each has its own answer', async () => {
  const { queries, ask } = asking()
  expect(await Promise.all([ask(1), ask(2), ask(1)])).toEqual([2, 4, 2])
  expect(queries).toEqual([[1, 2, 1]])
})

test('[S5] nothing is remembered: the same question is asked again', async () => {
  const { queries, ask } = asking()
  await ask(1)
  await ask(1)
  expect(queries).toEqual([[1], [1]])
})

test('very many questions are several queries', async () => {
  const { queries, ask } = asking()
  await Promise.all(Array.from({ length: 150 }, (_, number) => ask(200 + number)))
  expect(queries.map(({ length }) => length)).toEqual([64, 64, 22])
})

test('a query that fails is told to everybody who asked, and not to who asks later', async () => {
  const { ask } = asking()
  const answers = await Promise.allSettled([ask(1), ask(13)])
  expect(answers.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await ask(1)).toBe(2)
})
