// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { beforeEach, expect, it } from 'vitest'
import { RequestFailed } from '../api/request-failed'
import { eraseDatabases } from './device-databases'
import { orKept, orKeptSince } from './kept-answer'
import { readRecord } from './kept-records'
import { forgetWho, rememberWho } from './remembered-who'

const ada = { workspaceId: 'w', personId: 'ada' }
const ben = { workspaceId: 'w', personId: 'ben' }
const key = ['projects']
const away = () => Promise.reject(new RequestFailed('unreachable'))
const kept = (who = ada) => readRecord(who, key)

beforeEach(async () => {
  await Promise.all([eraseDatabases(ada), eraseDatabases(ben)])
  rememberWho(ada)
})

it('while the server is away, what it said last is the answer, but not who was there', async () => {
  await orKept(key, async () => [{ title: 'Scrap', here: [{ name: 'Ben' }] }])
  await expect.poll(kept).toBeDefined()
  expect(await orKept(key, away)).toEqual([{ title: 'Scrap', here: [] }])
})

it('a server that refuses is believed, whatever is kept, and nothing is kept from then on', async () => {
  await orKept(key, async () => ['mine'])
  await expect.poll(kept).toBeDefined()
  const refused = () => Promise.reject(new RequestFailed('not-found'))
  await expect(orKept(key, refused)).rejects.toMatchObject({ code: 'not-found' })
  await expect(orKept(key, away)).rejects.toMatchObject({ code: 'unreachable' })
})

it('nobody is shown what was kept for somebody else, nor anything after signing out', async () => {
  await orKept(key, async () => ['Ada’s'])
  await expect.poll(kept).toBeDefined()
  rememberWho(ben)
  await expect(orKept(key, away)).rejects.toMatchObject({ code: 'unreachable' })
  forgetWho()
  await expect(orKept(key, away)).rejects.toMatchObject({ code: 'unreachable' })
})

it('an answer that was asked for by one is not kept for the next who signs in, nor after the erasure', async () => {
  for (const goes of [() => rememberWho(ben), forgetWho]) {
    rememberWho(ada)
    await orKept(key, async () => {
      goes()
      return ['Ada’s']
    })
    expect([await kept(), await kept(ben)]).toEqual([undefined, undefined])
  }
})

it('an answer that is kept says when it was given, and a new one does not', async () => {
  expect(await orKeptSince(key, async () => ({ title: 'Scrap' }))).toEqual({
    title: 'Scrap',
    asOf: null,
  })
  await expect.poll(kept).toBeDefined()
  const { asOf } = await orKeptSince<{ title: string }>(key, away)
  expect(Date.now() - Date.parse(asOf ?? '')).toBeLessThan(60_000)
})
