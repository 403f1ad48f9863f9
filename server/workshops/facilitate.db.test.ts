/** What facilitators do with all the others: stages, timer, the end, and who else facilitates. */
import { must } from '@atelier/shared/basics/must'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import {
  type MadePerson,
  type MadeProject,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import {
  type MadeWorkshop,
  makeGuest,
  makeSeat,
  makeWorkshop,
  seatOf,
} from '../testing/make-workshop'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let lead: MadePerson
let helper: MadePerson
let listener: MadePerson
let project: MadeProject
let workshop: MadeWorkshop
let asLead: Browser
let asHelper: Browser

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  lead = await makePerson(db, workspace)
  helper = await makePerson(db, workspace)
  listener = await makePerson(db, workspace)
  project = await makeProject(db, lead, {
    members: [
      [helper, 'contributor'],
      [listener, 'commenter'],
    ],
  })
  asLead = await app.as(lead)
  asHelper = await app.as(helper)
})
beforeEach(async () => {
  const { db } = app.deps
  workshop = await makeWorkshop(db, project, helper)
  for (const person of [lead, listener])
    await makeSeat(db, { ...workshop, project }, { person, byLink: false })
})
afterAll(() => app.stop())

const at = (path: string) => `/api/workshops/${workshop.id}${path}`
const page = async (browser = asHelper) => (await browser.get(at(''))).body
const stageId = (nth: number) => must(workshop.stages[nth], 'stage').id
const go = (to: number, from: number | null, browser = asHelper) =>
  browser.post(at('/stage'), { stageId: stageId(to), from: from === null ? null : stageId(from) })
const timer = async (act: object, browser = asHelper) =>
  (await browser.post(at('/timer'), act)).status
const seat = ({ id }: { id: string }) => seatOf(app.deps.db, workshop.id, id)
const change = async (who: MadePerson, what: object, by = asHelper) =>
  (await by.patch(at(`/people/${(await seat(who)).id}`), what)).status

describe('stages', () => {
  test('the first one begins the workshop, and each is where everybody is', async () => {
    expect(await page()).toMatchObject({ state: 'planned', stageId: null, startedAt: null })
    expect((await go(0, null)).status).toBe(204)
    const begun = await page(asLead)
    expect(begun).toMatchObject({ state: 'open', stageId: stageId(0), timer: null })
    await go(2, 0)
    await go(1, 2)
    expect(await page()).toMatchObject({ stageId: stageId(1), startedAt: begun.startedAt })
  })

  test('of two who go on at the same moment to different ones, one does', async () => {
    await go(0, null)
    const answers = await Promise.all([go(1, 0), go(2, 0, asLead)])
    expect(answers.map(({ status }) => status).sort()).toEqual([204, 409])
    const won = answers[0]?.status === 204 ? 1 : 2
    expect((await page()).stageId).toBe(stageId(won))
  })

  test('who is sent there twice is there, and the timer of the second time runs on', async () => {
    await go(0, null)
    await go(1, 0)
    await timer({ act: 'start', seconds: 60 })
    expect((await go(1, 0)).status).toBe(204)
    expect((await page()).timer).toMatchObject({ state: 'running' })
    await go(2, 1)
    expect((await page()).timer).toBeNull()
  })

  test('nobody is led into a stage of another workshop, nor by who does not facilitate', async () => {
    const other = await makeWorkshop(app.deps.db, project, helper)
    const elsewhere = { stageId: must(other.stages[0], 'stage').id, from: null }
    expect((await asHelper.post(at('/stage'), elsewhere)).status).toBe(404)
    const guest = await makeGuest(app.deps.db, { ...workshop, project })
    const others = [app.browser(`guest-${workshop.id}=${guest.token}`), await app.as(listener)]
    for (const one of others) {
      expect((await go(0, null, one)).status).toBe(403)
      expect(await timer({ act: 'start', seconds: 60 }, one)).toBe(403)
    }
    expect((await page()).state).toBe('planned')
  })

  test('whoever says they are done is counted, and is not any more in the next one', async () => {
    await go(0, null)
    await asLead.patch(at('/me'), { doneStageId: stageId(0) })
    expect(await page()).toMatchObject({ done: 1, people: 3 })
    await go(1, 0)
    expect(await page()).toMatchObject({ done: 0 })
    const other = await makeWorkshop(app.deps.db, project, helper)
    const elsewhere = { doneStageId: must(other.stages[0], 'stage').id }
    expect((await asLead.patch(at('/me'), elsewhere)).status).toBe(404)
  })
})

describe('the timer', () => {
  const leftMs = async () => {
    const { timer: its, now } = await page()
    return its.state === 'paused' ? its.leftMs : Date.parse(its.endsAt) - Date.parse(now)
  }

  test('runs by the clock of the server, which it tells along', async () => {
    await timer({ act: 'start', seconds: 3600 })
    const before = await leftMs()
    expect(before).toBeLessThanOrEqual(3600_000)
    expect(before).toBeGreaterThan(3500_000)
    expect((await page()).timer).toMatchObject({ state: 'running', totalMs: 3600_000 })
  })

  test('is paused where it is, and goes on from there', async () => {
    await timer({ act: 'start', seconds: 3600 })
    await timer({ act: 'pause' })
    const paused = (await page()).timer
    expect(paused.state).toBe('paused')
    // Pressed twice, or by two.
    await Promise.all([timer({ act: 'pause' }), timer({ act: 'pause' }, asLead)])
    expect((await page()).timer).toEqual(paused)
    await timer({ act: 'add', seconds: 60 })
    expect((await page()).timer.leftMs).toBe(paused.leftMs + 60_000)
    await Promise.all([timer({ act: 'resume' }), timer({ act: 'resume' }, asLead)])
    const after = await leftMs()
    expect(after).toBeLessThanOrEqual(paused.leftMs + 60_000)
    expect(after).toBeGreaterThan(paused.leftMs)
  })

  test('is lengthened by all who add to it at the same moment', async () => {
    await timer({ act: 'start', seconds: 60 })
    await Promise.all(Array.from({ length: 10 }, () => timer({ act: 'add', seconds: 60 })))
    expect((await page()).timer.totalMs).toBe(11 * 60_000)
    const left = await leftMs()
    expect(left).toBeLessThanOrEqual(11 * 60_000)
    expect(left).toBeGreaterThan(10 * 60_000)
  })

  test('ends at once where more is taken away than is left, and lasts no longer than a day', async () => {
    await timer({ act: 'start', seconds: 60 })
    await timer({ act: 'add', seconds: -3600 })
    expect(await leftMs()).toBeLessThanOrEqual(0)
    expect((await page()).timer.totalMs).toBe(0)
    for (let i = 0; i < 30; i++) await timer({ act: 'add', seconds: 3600 })
    expect(await leftMs()).toBeLessThanOrEqual(24 * 3600_000)
  })

  test('that is none is not lengthened, and is stopped as often as somebody likes', async () => {
    expect(await timer({ act: 'add', seconds: 60 })).toBe(409)
    for (const act of ['pause', 'resume', 'stop']) expect(await timer({ act })).toBe(204)
    expect((await page()).timer).toBeNull()
    for (const seconds of [0, 4, 1.5, 1e9, '60', null])
      expect(await timer({ act: 'start', seconds })).toBe(400)
  })
})

describe('the end', () => {
  test('is one, also where two end it at once, and is taken back', async () => {
    await go(0, null)
    await timer({ act: 'start', seconds: 60 })
    const ends = await Promise.all([asHelper.post(at('/end')), asLead.post(at('/end'))])
    expect(ends.map(({ status }) => status)).toEqual([204, 204])
    const { endedAt } = await page()
    expect(await page()).toMatchObject({ state: 'ended', timer: null })
    await asLead.post(at('/end'))
    expect((await page()).endedAt).toBe(endedAt)
    expect((await go(1, 0)).status).toBe(403)
    expect((await asHelper.post(at('/reopen'))).status).toBe(204)
    expect(await page()).toMatchObject({ state: 'open', stageId: stageId(0), endedAt: null })
  })

  test('of what was never begun leads back to its plan', async () => {
    await asHelper.post(at('/end'))
    await asHelper.post(at('/reopen'))
    expect((await page()).state).toBe('planned')
  })
})

describe('several facilitate', () => {
  test('whoever may change the project, and has an account', async () => {
    expect(await change(lead, { role: 'facilitator' })).toBe(204)
    expect(await change(listener, { role: 'facilitator' })).toBe(409)
    const guest = await makeGuest(app.deps.db, { ...workshop, project })
    const made = await asHelper.patch(at(`/people/${guest.id}`), { role: 'facilitator' })
    expect(made.status).toBe(409)
  })

  test('and the last of them goes neither by their own hand nor by another’s', async () => {
    for (const what of [{ role: 'participant' }, { state: 'removed' }]) {
      expect(await change(helper, what)).toBe(409)
      expect(await change(helper, what, asLead)).toBe(409)
    }
    await change(lead, { role: 'facilitator' })
    const both = await Promise.all([
      change(helper, { role: 'participant' }),
      change(lead, { role: 'participant' }, asLead),
    ])
    expect(both.filter((status) => status === 204)).toHaveLength(1)
  })

  test('and whoever leads the project may, whether they sit there or not', async () => {
    expect((await seat(lead)).role).toBe('participant')
    expect((await go(0, null, asLead)).status).toBe(204)
  })

  test('who was removed comes in again where it is taken back, and not else', async () => {
    const asListener = await app.as(listener)
    expect(await change(listener, { state: 'removed' })).toBe(204)
    expect((await asListener.post(at('/seat'))).status).toBe(403)
    expect((await page(asListener)).rights.seat).toMatchObject({ state: 'removed' })
    const people = (await asListener.get(at('/people'))).body as { personId: string }[]
    expect(people.map(({ personId }) => personId)).not.toContain(listener.id)
    await change(listener, { state: 'in' })
    expect((await page(asListener)).me.state).toBe('in')
  })

  test('who has left comes back of their own, and by nobody else’s hand', async () => {
    const asListener = await app.as(listener)
    await asListener.post(at('/leave'))
    expect(await change(listener, { state: 'in' })).toBe(409)
    expect((await asListener.post(at('/seat'))).status).toBe(204)
    expect((await seat(listener)).state).toBe('in')
  })

  test('of a seat in another workshop nobody knows here', async () => {
    const other = await makeWorkshop(app.deps.db, project, helper)
    const guest = await makeGuest(app.deps.db, { ...other, project })
    const removed = await asHelper.patch(at(`/people/${guest.id}`), { state: 'removed' })
    expect(removed.status).toBe(404)
  })
})
