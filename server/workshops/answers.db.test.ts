import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestApp, testApp } from '../testing/test-app'
import { openWorkshop } from '../testing/workshop-stage'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

async function checkIn(others = 6) {
  const room = await openWorkshop(app, 'check-in', { others })
  return { ...room, answer: `${room.at}/answer` }
}

test('everybody reads their own answer, and changes it, and takes it back', async () => {
  const { answer, others } = await checkIn(1)
  const [mia] = others as [(typeof others)[0]]
  await mia.put(answer, { mark: 2, words: 'Tired' })
  await mia.put(answer, { mark: 4, words: ' Awake ' })
  expect((await mia.get(answer)).body.mine).toEqual({ mark: 4, words: 'Awake' })
  await mia.put(answer, { mark: null, words: '' })
  expect((await mia.get(answer)).body.mine).toBeNull()
  expect((await mia.put(answer, { mark: 6, words: '' })).status).toBe(400)
  expect((await mia.put(answer, { mark: 3, words: 'x'.repeat(281) })).status).toBe(400)
})

test('what was answered is shown to everybody at once when it is closed, in no order of theirs', async () => {
  const { answer, others, host, at } = await checkIn()
  const said = ['e', 'b', 'd', 'a', 'c', '']
  for (const [nth, one] of others.entries()) {
    await one.put(answer, { mark: 5 - (nth % 3), words: said[nth] ?? '' })
    expect((await host.get(answer)).body).toMatchObject({ mine: null, marks: null, words: null })
  }
  await host.post(`${at}/close`)
  const [mia] = others as [(typeof others)[0]]
  for (const one of [host, mia]) {
    expect((await one.get(answer)).body).toMatchObject({
      answered: 6,
      marks: [3, 3, 4, 4, 5, 5],
      words: ['a', 'b', 'c', 'd', 'e'],
    })
  }
  expect((await mia.get(answer)).body.mine).toEqual({ mark: 5, words: 'e' })
})

test('once it is shown it never changes, so that whoever came last does not stand out', async () => {
  const { answer, others, host, at } = await checkIn()
  const late = others.at(-1) as (typeof others)[0]
  for (const one of others.slice(0, -1)) await one.put(answer, { mark: 4, words: '' })
  await host.post(`${at}/close`)
  expect((await late.put(answer, { mark: 1, words: 'Late' })).status).toBe(409)
  expect((await host.post(`${at}/open`)).status).toBe(409)
  expect((await host.get(answer)).body).toMatchObject({ marks: [4, 4, 4, 4, 4], words: [] })
})

test('of fewer than five nothing is shown, not even how many they are, and it can be opened again', async () => {
  const { answer, others, host, at } = await checkIn()
  const [mia, ben] = others as [(typeof others)[0], (typeof others)[0]]
  for (const one of others.slice(0, 4)) await one.put(answer, { mark: 4, words: 'Here' })
  await host.post(`${at}/close`)
  expect((await ben.get(answer)).body).toMatchObject({ answered: null, marks: null, words: null })
  expect((await host.post(`${at}/open`)).status).toBe(204)
  expect((await mia.put(answer, { mark: 5, words: '' })).status).toBe(204)
})

test('of five it is said that they are five', async () => {
  const { answer, others, host } = await checkIn()
  for (const one of others.slice(0, 5)) await one.put(answer, { mark: 4, words: '' })
  expect((await host.get(answer)).body).toMatchObject({ answered: 5, marks: null })
})
