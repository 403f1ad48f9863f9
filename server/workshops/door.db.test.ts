/** The way into a workshop by its link. */
import { must } from '@atelier/shared/basics/must'
import { mostSeats } from '@atelier/shared/workshops/workshop'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { workshopParticipants, workshops } from '../db/workshop-tables'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type MadeWorkshop, makeSeat, makeWorkshop, seatOf } from '../testing/make-workshop'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let lead: MadePerson
let project: MadeProject
let workshop: MadeWorkshop
let asLead: Browser

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace)
  project = await makeProject(app.deps.db, lead)
  asLead = await app.as(lead)
})
beforeEach(async () => {
  workshop = await makeWorkshop(app.deps.db, project, lead)
})
afterAll(() => app.stop())

const at = (path: string) => `/api/workshops/${workshop.id}${path}`
const join = (browser: Browser, nickname = 'Gusti', code = workshop.code) =>
  browser.post('/api/workshops/join', { code, nickname })
const pageOf = async (browser: Browser) => (await browser.get(at(''))).body
const people = async () => (await asLead.get(at('/people'))).body as { name: string }[]
const named = async () => (await people()).map(({ name }) => name)
const change = (what: object) => asLead.patch(at(''), what)
const guestOn = async (nickname = 'Gusti') => {
  const browser = app.browser()
  expect((await join(browser, nickname)).status).toBe(200)
  return browser
}
const idOf = async (name: string) =>
  must(
    ((await people()) as { id: string; name: string }[]).find((one) => one.name === name),
    name,
  ).id

describe('who has the link', () => {
  test('is told what it leads to, however they write the code, and nothing more', async () => {
    const written = `${workshop.code.slice(0, 4).toLowerCase()} - ${workshop.code.slice(4)}`
    const { body } = await app.browser().post('/api/workshops/look-up', { code: written })
    expect(body).toEqual({
      ...{ id: workshop.id, title: 'Retrospective', workspace: expect.any(String) },
      ...{ state: 'planned', lobby: false, locked: false },
    })
  })

  test('with a wrong one finds nothing', async () => {
    for (const code of ['', 'ABCD', 'ABCDEFG2', '💥💥💥💥', workshop.code.slice(1)]) {
      for (const path of ['look-up', 'join']) {
        const answer = await app.browser().post(`/api/workshops/${path}`, { code, nickname: 'G' })
        expect([path, code, answer.status]).toEqual([path, code, 404])
      }
    }
  })

  test('is in with a nickname and nothing else, and in this one workshop alone', async () => {
    const guest = await guestOn()
    const page = await pageOf(guest)
    expect(page.me).toMatchObject({
      name: 'Gusti',
      isGuest: true,
      state: 'in',
      role: 'participant',
    })
    expect([page.project, page.code]).toEqual([null, null])
    const other = await makeWorkshop(app.deps.db, project, lead)
    expect((await guest.get(`/api/workshops/${other.id}`)).status).toBe(401)
    for (const path of ['/api/projects', `/api/projects/${project.id}/workshops`, '/api/me/inbox'])
      expect([path, (await guest.get(path)).status]).toEqual([path, 401])
    for (const path of ['/end', '/code', '/guests/end'])
      expect([path, (await guest.post(at(path))).status]).toEqual([path, 403])
  })

  test('is let in by a cookie that no script reads', async () => {
    const { headers } = await join(app.browser())
    const [cookie] = headers.getSetCookie()
    expect(cookie).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)
    expect(cookie).toContain(`guest-${workshop.id}=`)
  })

  test('cannot be called nothing, or what nobody sees', async () => {
    for (const nickname of ['', '  ', '\u200b\u200b', '\u0000', 'x'.repeat(41)])
      expect((await join(app.browser(), nickname)).status).toBe(400)
  })

  test('is called so that nobody takes them for another', async () => {
    for (const name of ['Gusti', ' gusti ', 'GUSTI\u200b', `${lead.name}`]) await guestOn(name)
    expect(await named()).toEqual([
      lead.name,
      'Gusti',
      'gusti, 2',
      'GUSTI\u200b, 3',
      `${lead.name}, 2`,
    ])
  })

  test('comes back into the same seat, and stays who they were', async () => {
    const guest = await guestOn()
    const { me } = await pageOf(guest)
    expect((await join(guest, 'Somebody Else')).status).toBe(200)
    expect((await pageOf(guest)).me).toEqual(me)
    expect(await people()).toHaveLength(2)
    await guest.patch(at('/me'), { name: 'Somebody Else' })
    expect((await pageOf(guest)).me).toEqual({ ...me, name: 'Somebody Else' })
  })
})

describe('with an account', () => {
  test('one sits down as who one is, and leaves with the project only as somebody of it', async () => {
    const [member, outsider] = [
      await makePerson(app.deps.db, workspace),
      await makePerson(app.deps.db, workspace),
    ]
    await asLead.put(`/api/projects/${project.id}/members/${member.id}`, { role: 'contributor' })
    for (const one of [member, outsider]) expect((await join(await app.as(one))).status).toBe(200)
    expect(await named()).toEqual([lead.name, member.name, outsider.name])
    const { db } = app.deps
    const links = [member, outsider].map(
      async ({ id }) => (await seatOf(db, workshop.id, id)).byLink,
    )
    expect(await Promise.all(links)).toEqual([false, true])
    await asLead.delete(`/api/projects/${project.id}/members/${member.id}`)
    expect((await (await app.as(member)).get(at(''))).status).toBe(404)
    expect((await (await app.as(outsider)).get(at(''))).status).toBe(200)
  })

  test('of another workspace one has no seat', async () => {
    const { owner } = await makeWorkspace(app.deps.db)
    expect((await join(await app.as(owner))).status).toBe(403)
    expect(await people()).toHaveLength(1)
  })
})

describe('the door', () => {
  test('with a lobby lets nobody see anything before they are let in', async () => {
    await change({ lobby: true })
    const guest = await guestOn()
    const page = await pageOf(guest)
    expect([page.me.state, page.stages, page.rights.seat.state]).toEqual(['waiting', [], 'waiting'])
    expect((await guest.get(at('/people'))).status).toBe(403)
    const me = await idOf('Gusti')
    expect((await asLead.patch(at(`/people/${me}`), { state: 'in' })).status).toBe(204)
    expect((await pageOf(guest)).stages.length).toBeGreaterThan(3)
  })

  test('tells nobody who waits at it but who facilitates', async () => {
    const guest = await guestOn('First')
    await change({ lobby: true })
    await guestOn('Second')
    const seen = (await guest.get(at('/people'))).body as { name: string }[]
    expect(seen.map(({ name }) => name)).toEqual([lead.name, 'First'])
    expect(await named()).toEqual([lead.name, 'First', 'Second'])
  })

  test('that is locked lets nobody new in; who is in stays', async () => {
    const guest = await guestOn()
    await change({ locked: true })
    const late = await join(app.browser())
    expect([late.status, late.error?.fields]).toEqual([403, [{ field: 'code', problem: 'locked' }]])
    expect((await join(guest)).status).toBe(200)
    expect((await pageOf(guest)).me.state).toBe('in')
  })

  test('is shut where the workshop has ended; who was in reads on', async () => {
    const guest = await guestOn()
    await asLead.post(at('/end'))
    expect((await join(app.browser())).status).toBe(410)
    expect((await pageOf(guest)).state).toBe('ended')
  })

  test('with another code leaves the old link leading nowhere, and throws nobody out', async () => {
    const guest = await guestOn()
    const { code } = (await asLead.post(at('/code'))).body
    expect((await join(app.browser())).status).toBe(404)
    expect((await join(app.browser(), 'New', code)).status).toBe(200)
    expect((await pageOf(guest)).me.state).toBe('in')
  })

  test('holds so many at once, and says so', async () => {
    const { db } = app.deps
    const [seat] = await db
      .select()
      .from(workshopParticipants)
      .where(eq(workshopParticipants.workshopId, workshop.id))
    expect(seat).toBeDefined()
    for (let i = 1; i < mostSeats; i++) await makeSeat(db, { ...workshop, project })
    const { status, error } = await join(app.browser())
    expect([status, error?.fields]).toEqual([409, [{ field: 'code', problem: 'full' }]])
  }, 60_000)

  test('lets nobody in whose time is over, and moves the time of who comes back', async () => {
    const { db } = app.deps
    const guest = await guestOn()
    const { id } = (await pageOf(guest)).me
    const soon = new Date(Date.now() + 60_000)
    const isGusti = eq(workshopParticipants.id, id)
    await db.update(workshopParticipants).set({ endsAt: soon }).where(isGusti)
    await join(guest)
    const [seat] = await db.select().from(workshopParticipants).where(isGusti)
    expect(must(seat?.endsAt, 'end').getTime()).toBeGreaterThan(soon.getTime())
    await db
      .update(workshopParticipants)
      .set({ endsAt: new Date(0) })
      .where(isGusti)
    expect((await guest.get(at(''))).status).toBe(401)
  })

  test('is no door any more where the workshop is in the bin', async () => {
    const guest = await guestOn()
    const { db } = app.deps
    const isIt = eq(workshops.id, workshop.id)
    await db.update(workshops).set({ trashedAt: new Date() }).where(isIt)
    expect((await join(app.browser())).status).toBe(404)
    expect((await guest.get(at(''))).status).toBe(404)
  })
})

describe('too many at once', () => {
  const from = (address: string, code = workshop.code) =>
    app.browser().fetch('/api/workshops/join', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': address },
      body: JSON.stringify({ code, nickname: 'Many' }),
    })

  test('a thousand who join in a second: most are refused, the others sit, each once', async () => {
    const storm = Array.from({ length: 1000 }, (_, i) => from(`198.51.${i >> 8}.${i & 255}`))
    // Who is in goes on meanwhile.
    expect((await asLead.get(at(''))).status).toBe(200)
    const answers = await Promise.all(storm)
    const counts = new Map<number, number>()
    for (const { status } of answers) counts.set(status, (counts.get(status) ?? 0) + 1)
    expect([...counts.keys()].sort()).toEqual([200, 429])
    const seated = counts.get(200) ?? 0
    expect(seated).toBeGreaterThan(0)
    expect(seated).toBeLessThan(mostSeats)
    const names = await named()
    expect(names).toHaveLength(seated + 1)
    expect(new Set(names).size).toBe(names.length)
  }, 60_000)

  test('who guesses codes is soon refused, and nobody else with them', async () => {
    const statuses = new Set<number>()
    for (let i = 0; i < 130; i++) statuses.add((await from('203.0.113.9', 'AAAABBBB')).status)
    expect([...statuses]).toEqual([404, 429])
    expect((await from('203.0.113.10')).status).toBe(200)
  })
})
