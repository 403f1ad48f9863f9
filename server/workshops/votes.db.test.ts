import { votesOf } from '@atelier/shared/workshops/stage'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { workshops, workshopVotes } from '../db/workshop-tables'
import { type TestApp, testApp } from '../testing/test-app'
import { goTo, openWorkshop, putOnWall } from '../testing/workshop-stage'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const [a, b, c] = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()] as const

async function vote() {
  const room = await openWorkshop(app, 'vote')
  await putOnWall(app, room.workshop.id, {
    groups: { [a]: 'Meetings' },
    notes: { [b]: { text: 'Fewer' }, [c]: { text: 'Shorter' } },
  })
  const [mia, ben] = room.others as [(typeof room.others)[0], (typeof room.others)[0]]
  return { ...room, mia, ben, votes: `${room.at}/votes` }
}

const dotsIn = async (stageId: string) => {
  const rows = await app.deps.db
    .select()
    .from(workshopVotes)
    .where(eq(workshopVotes.stageId, stageId))
  return rows.reduce((sum, { dots }) => sum + dots, 0)
}

test('dots lie where somebody put them, once however often they were sent', async () => {
  const { mia, votes } = await vote()
  for (const _ of [1, 2, 3]) {
    expect((await mia.put(votes, { target: a, dots: 2 })).status).toBe(204)
  }
  await mia.put(votes, { target: b, dots: 1 })
  expect((await mia.get(votes)).body.mine).toEqual({ [a]: 2, [b]: 1 })
  await mia.put(votes, { target: a, dots: 0 })
  expect((await mia.get(votes)).body.mine).toEqual({ [b]: 1 })
})

test('nobody puts more dots than they have, or more on one than may lie there', async () => {
  const { mia, votes, stage } = await vote()
  const { budget, onOne } = (await mia.get(votes)).body
  expect(budget).toBe(votesOf(stage))
  expect((await mia.put(votes, { target: a, dots: onOne + 1 })).status).toBe(400)
  for (const target of [a, b, c]) await mia.put(votes, { target, dots: onOne })
  expect(await dotsIn(stage.id)).toBeLessThanOrEqual(budget)
  expect((await mia.put(votes, { target: a, dots: 0.5 })).status).toBe(400)
  expect((await mia.put(votes, { target: a, dots: -1 })).status).toBe(400)
})

test('fifty votes at the same moment stay within the budget', async () => {
  const { mia, votes, stage, workshop } = await vote()
  const targets = Array.from({ length: 50 }, () => crypto.randomUUID())
  const notes = Object.fromEntries(targets.map((id) => [id, { text: 'One' }]))
  await putOnWall(app, workshop.id, { notes })
  const answers = await Promise.all(targets.map((target) => mia.put(votes, { target, dots: 1 })))
  const taken = answers.filter(({ status }) => status === 204).length
  expect(taken).toBe(votesOf(stage))
  expect(await dotsIn(stage.id)).toBe(votesOf(stage))
})

test('a script that votes without end is told to wait, and others vote on', async () => {
  const { mia, ben, votes } = await vote()
  // More than two spans of the limit take, wherever in them this begins.
  const all = Array.from({ length: 150 }, (_, nth) => mia.put(votes, { target: a, dots: nth % 2 }))
  const statuses = (await Promise.all(all)).map(({ status }) => status)
  expect(statuses).toContain(429)
  expect((await ben.put(votes, { target: a, dots: 1 })).status).toBe(204)
})

test('nobody learns of a total before voting is closed, and then everybody does', async () => {
  const { mia, ben, host, votes, at } = await vote()
  await mia.put(votes, { target: a, dots: 2 })
  for (const one of [ben, host]) {
    expect((await one.get(votes)).body).toMatchObject({ mine: {}, totals: null, voters: null })
  }
  await ben.put(votes, { target: a, dots: 1 })
  await ben.put(votes, { target: b, dots: 1 })
  for (const _ of [1, 2]) expect((await host.post(`${at}/close`)).status).toBe(204)
  for (const one of [mia, ben, host]) {
    expect((await one.get(votes)).body).toMatchObject({ totals: { [a]: 3, [b]: 1 }, voters: 2 })
  }
  expect((await mia.put(votes, { target: b, dots: 1 })).status).toBe(409)
})

test('opened again, voting goes on with what was voted, and the totals are hidden', async () => {
  const { mia, ben, host, votes, at } = await vote()
  await mia.put(votes, { target: a, dots: 2 })
  await host.post(`${at}/close`)
  expect((await host.post(`${at}/open`)).status).toBe(204)
  expect((await ben.get(votes)).body).toMatchObject({ totals: null, voters: null })
  expect((await mia.get(votes)).body.mine).toEqual({ [a]: 2 })
  expect((await ben.put(votes, { target: b, dots: 1 })).status).toBe(204)
})

test('only who facilitates closes it', async () => {
  const { mia, votes, at } = await vote()
  expect((await mia.post(`${at}/close`)).status).toBe(403)
  expect((await mia.post(`${at}/open`)).status).toBe(403)
  expect((await mia.get(votes)).body.totals).toBeNull()
})

test('dots lie on what is on the wall, in the stage where everybody is', async () => {
  const { mia, votes, workshop } = await vote()
  const gone = crypto.randomUUID()
  expect((await mia.put(votes, { target: gone, dots: 1 })).status).toBe(404)
  await goTo(app, workshop.id, workshop.stage('group').id)
  expect((await mia.put(votes, { target: a, dots: 1 })).status).toBe(409)
  await app.deps.db.update(workshops).set({ roams: true }).where(eq(workshops.id, workshop.id))
  expect((await mia.put(votes, { target: a, dots: 1 })).status).toBe(204)
})

test('a stage of another workshop, or of another kind, is no place to vote', async () => {
  const { mia, path, votes } = await vote()
  const other = await vote()
  expect((await mia.put(other.votes, { target: a, dots: 1 })).status).toBe(404)
  const stranger = `${path}/stages/${other.stage.id}/votes`
  expect((await mia.put(stranger, { target: a, dots: 1 })).status).toBe(404)
  const ideas = votes.replace(/stages\/[^/]+/, `stages/${other.workshop.stage('ideate').id}`)
  expect((await mia.put(ideas, { target: a, dots: 1 })).status).toBe(404)
})
