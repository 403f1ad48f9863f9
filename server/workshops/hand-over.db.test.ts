/** When nobody facilitates any more, somebody who is there does. */
import { must } from '@atelier/shared/basics/must'
import type { PresentPerson } from '@atelier/shared/sync/messages'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { textsUntil } from '../testing/enter-section'
import { enterRoom, workshopRoomPath } from '../testing/enter-workshop'
import { type LiveApp, liveApp } from '../testing/live-app'
import {
  type MadePerson,
  type MadeProject,
  makeDoc,
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
import { settled } from '../testing/test-clock'
import { moveToStage } from './facilitate-queries'
import { handOver } from './hand-over'
import { passOnFacilitating } from './pass-on-queries'

let app: LiveApp
let project: MadeProject
let workshop: MadeWorkshop
let [lead, first, second, commenter] = [] as unknown as MadePerson[]

beforeAll(async () => {
  app = await liveApp()
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const made = await Promise.all(Array.from({ length: 4 }, () => makePerson(db, workspace)))
  ;[lead, first, second, commenter] = made
  project = await makeProject(db, the(lead), {
    members: [
      [the(first), 'contributor'],
      [the(second), 'contributor'],
      [the(commenter), 'commenter'],
    ],
  })
})
beforeEach(async () => {
  const { db } = app.deps
  workshop = await makeWorkshop(db, project, the(lead))
  for (const person of [commenter, first, second])
    await makeSeat(db, { ...workshop, project }, { person: the(person), byLink: false })
  await begin(workshop)
})
afterAll(() => app.stop())

const the = (person: MadePerson | undefined) => must(person, 'person')
const begin = (one: MadeWorkshop) =>
  moveToStage(app.deps.db, one, { stageId: must(one.stages[0], 'stage').id, from: null })
const pass = (...people: (MadePerson | undefined)[]) =>
  passOnFacilitating(
    app.deps.db,
    workshop.id,
    people.map((one) => the(one).id),
  )
async function facilitating() {
  const all = [lead, first, second, commenter].map(the)
  const seats = await Promise.all(all.map(({ id }) => seatOf(app.deps.db, workshop.id, id)))
  return seats.filter(({ role }) => role === 'facilitator').map(({ name }) => name)
}
const namesOf = (...people: (MadePerson | undefined)[]) => people.map((one) => the(one).name)

describe('who is there and has sat there longest facilitates as well', () => {
  test('of those who may change its project, and nobody while a facilitator is there', async () => {
    expect(await pass(lead, first)).toBe(false)
    expect(await pass(commenter, second, first)).toBe(true)
    expect(await facilitating()).toEqual(namesOf(lead, first))
    expect(await pass(first, second)).toBe(false)
  })

  test('and where there is nobody such nothing happens, until one of them comes', async () => {
    expect(await pass(commenter)).toBe(false)
    expect(await pass()).toBe(false)
    expect(await pass(commenter, second)).toBe(true)
    expect(await facilitating()).toEqual(namesOf(lead, second))
  })

  test('one of them, however many servers see to it at once', async () => {
    const passed = await Promise.all([
      pass(first, second),
      pass(first, second),
      pass(second, first),
    ])
    expect(passed.filter(Boolean)).toHaveLength(1)
    expect(await facilitating()).toHaveLength(2)
  })

  test('only while it is open', async () => {
    const begun = workshop
    workshop = await makeWorkshop(app.deps.db, project, the(lead))
    await makeSeat(app.deps.db, { ...workshop, project }, { person: the(first), byLink: false })
    expect(await pass(first)).toBe(false)
    workshop = begun
    await (await app.as(the(lead))).post(`/api/workshops/${workshop.id}/end`)
    expect(await pass(first)).toBe(false)
  })
})

describe('a wall at which people come and go', () => {
  test('is looked at once for all of them, and again where that failed', async () => {
    const due: (() => void)[] = []
    let looks = 0
    const errors: unknown[] = []
    const hear = handOver({
      ...app.deps,
      peopleAt: () => {
        if (++looks === 1) throw new Error('away')
        return [] as PresentPerson[]
      },
      later: (work) => due.push(work),
      onError: (error) => errors.push(error),
    })
    for (let i = 0; i < 5; i++) hear(workshop.id)
    expect(due).toHaveLength(1)
    due.shift()?.()
    await settled()
    expect([errors.length, due.length]).toEqual([1, 1])
    due.shift()?.()
    await settled()
    expect([looks, due.length]).toEqual([2, 0])
  })

  test('goes on when the only facilitator is cut off, and everybody is told', async () => {
    const { db } = app.deps
    const guest = await makeGuest(db, { ...workshop, project })
    const cookie = { cookie: `guest-${workshop.id}=${guest.token}`, origin: 'http://atelier.test' }
    const enter = async (person?: MadePerson) =>
      enterRoom(
        app,
        workshopRoomPath('workshop', workshop.id, person ? undefined : workshop.id),
        person ? await app.signedIn(person) : cookie,
      )
    const notices = app.open(`/ws/notices?workshop=${workshop.id}`, cookie)
    await notices.opened
    const [leading, here, asGuest] = [
      await enter(the(lead)),
      await enter(the(second)),
      await enter(),
    ]
    await leading.leave()
    await textsUntil(notices, (text) => text.includes('"workshop-people"'))
    expect(await facilitating()).toEqual(namesOf(lead, second))
    const page = await (await app.as(the(second))).get(`/api/workshops/${workshop.id}`)
    expect(page.body.me.role).toBe('facilitator')
    expect(here.isConnected && asGuest.isConnected).toBe(true)
    await Promise.all([here.leave(), asGuest.leave()])
    notices.socket.close()
  })

  test('is no news for lists, which show who is in docs and boards', async () => {
    const { db } = app.deps
    const other = await makeProject(db, the(lead))
    const doc = await makeDoc(db, other, the(lead), 'Elsewhere')
    const headers = await app.signedIn(the(lead))
    const notices = app.open('/ws/notices', headers)
    await notices.opened
    const isHere = (id: string) => (text: string) => text === JSON.stringify({ what: 'here', id })
    const wall = await enterRoom(app, workshopRoomPath('workshop', workshop.id), headers)
    const docs = await enterRoom(app, workshopRoomPath('doc', doc.id), headers)
    const told = await textsUntil(notices, isHere(other.id))
    await wall.leave()
    await docs.leave()
    told.push(...(await textsUntil(notices, isHere(other.id))))
    expect(told.filter(isHere(project.id))).toEqual([])
    notices.socket.close()
  })
})
