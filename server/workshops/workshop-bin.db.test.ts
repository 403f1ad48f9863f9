import { must } from '@atelier/shared/basics/must'
import { binDays } from '@atelier/shared/projects/bin'
import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { eraseLongGone } from '../bin/erase-long-gone'
import { roomUpdates } from '../db/log-tables'
import { rooms } from '../db/tables'
import {
  workshopAnswers,
  workshopNotes,
  workshopParticipants,
  workshopResults,
  workshopStages,
  workshops,
  workshopVotes,
} from '../db/workshop-tables'
import {
  type MadePerson,
  type MadeProject,
  makeBoard,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type MadeWorkshop, makeGuest, makeWorkshop, seatOf } from '../testing/make-workshop'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { roomsOfWorkshop } from './workshop-queries'

let app: TestApp
let lead: MadePerson
let project: MadeProject
let asLead: Browser
let asWriter: Browser
let asViewer: Browser

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

beforeEach(async () => {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  lead = await makePerson(db, workspace, { name: 'Lea Lead' })
  const writer = await makePerson(db, workspace)
  const viewer = await makePerson(db, workspace)
  project = await makeProject(db, lead, {
    members: [
      [writer, 'contributor'],
      [viewer, 'viewer'],
    ],
  })
  asLead = await app.as(lead)
  asWriter = await app.as(writer)
  asViewer = await app.as(viewer)
})

const path = ({ id }: { id: string }) => `/api/workshops/${id}`
const trash = (workshop: MadeWorkshop, browser = asWriter) =>
  browser.post(`${path(workshop)}/trash`)
const restore = (workshop: MadeWorkshop, browser = asWriter) =>
  browser.post(`${path(workshop)}/restore`)
const erase = (workshop: MadeWorkshop, browser = asLead) => browser.delete(path(workshop))
const bin = async (browser = asWriter) =>
  (await browser.get(`/api/projects/${project.id}/bin`)).body
const listed = async () => (await asViewer.get(`/api/projects/${project.id}/workshops`)).body.length
const workshop = (title = 'Friday') => makeWorkshop(app.deps.db, project, lead, { title })

/** A guest's browser, with the cookie of this workshop. */
async function guestOf(one: MadeWorkshop) {
  const { token } = await makeGuest(app.deps.db, { id: one.id, project })
  return app.browser(`guest-${one.id}=${token}`)
}

describe('a workshop in the bin', () => {
  test('is in no list and let in nobody, its guests neither, until it is restored', async () => {
    const one = await workshop()
    const asGuest = await guestOf(one)
    expect((await asGuest.get(path(one))).status).toBe(200)
    expect((await trash(one)).status).toBe(204)
    expect(await listed()).toBe(0)
    expect((await asViewer.get(path(one))).status).toBe(404)
    expect((await asGuest.get(path(one))).status).toBe(404)
    expect((await restore(one)).status).toBe(204)
    expect(await listed()).toBe(1)
    expect((await asGuest.get(path(one))).status).toBe(200)
  })

  test('is shown to those who could put it there, with who did, and for how long', async () => {
    const one = await workshop()
    await trash(one, asLead)
    await trash(one, asWriter)
    const [shown] = await bin()
    expect(shown).toMatchObject({ kind: 'workshop', id: one.id, title: 'Friday', under: 0 })
    expect(shown.trashedBy).toBe('Lea Lead')
    expect(Date.parse(shown.endsAt) - Date.parse(shown.trashedAt)).toBe(binDays * 86_400_000)
    expect(await bin(asViewer)).toEqual([])
  })

  test('is put there and taken out by who may edit the project, and nobody else', async () => {
    const one = await workshop()
    const asGuest = await guestOf(one)
    expect((await trash(one, asViewer)).status).toBe(403)
    expect((await trash(one, asGuest)).status).toBe(403)
    await trash(one)
    expect((await restore(one, asViewer)).status).toBe(404)
    expect((await restore(one, asGuest)).status).toBe(404)
    expect((await restore(one, asLead)).status).toBe(204)
    expect(await bin()).toEqual([])
  })

  test('[S5] has everybody on its wall and in their pads asked for their rights again', async () => {
    const one = await workshop()
    await makeGuest(app.deps.db, { id: one.id, project })
    const all = await roomsOfWorkshop(app.deps.db, one.id)
    expect(all).toHaveLength(3)
    const asked: (string[] | undefined)[] = []
    app.deps.accessChanges.onChange((change) => asked.push(change.roomIds?.toSorted()))
    await trash(one)
    await restore(one)
    expect(asked).toEqual([all.toSorted(), all.toSorted()])
  })
})

describe('a workshop deleted for good', () => {
  test('was in the bin, and who deletes it leads', async () => {
    const one = await workshop()
    expect((await erase(one)).status).toBe(403)
    await trash(one)
    expect((await erase(one, asWriter)).status).toBe(403)
    expect((await erase(one, asViewer)).status).toBe(404)
    expect((await erase(one)).status).toBe(204)
    expect((await asLead.get(path(one))).status).toBe(404)
    expect((await restore(one, asLead)).status).toBe(404)
    expect(await bin(asLead)).toEqual([])
  })

  /** Something in every place where something of a workshop is kept. */
  async function livedIn(title: string, boardId: string) {
    const { db } = app.deps
    const one = await workshop(title)
    const guest = await makeGuest(db, { id: one.id, project })
    const { id: participantId } = await seatOf(db, one.id, lead.id)
    const stageId = one.stage('ideate').id
    const noteId = crypto.randomUUID()
    const [ofGuest, ofLead] = [
      { stageId, participantId: guest.id },
      { stageId, participantId },
    ]
    await db.update(workshops).set({ stageId, state: 'open' }).where(eq(workshops.id, one.id))
    await db.update(workshopParticipants).set({ doneStageId: stageId })
    await db.insert(workshopNotes).values({ ...ofGuest, workshopId: one.id, noteId })
    await db.insert(workshopVotes).values({ ...ofLead, target: noteId, dots: 2 })
    await db.insert(workshopAnswers).values({ ...ofGuest, mark: 4, words: 'Good' })
    const carried = { cardId: 'a-card', boardId, ownerId: participantId, noteId }
    await db.insert(workshopResults).values({
      ...{ id: crypto.randomUUID(), workshopId: one.id, kind: 'action', words: 'Ask', ...carried },
    })
    const pads = (await roomsOfWorkshop(db, one.id)).filter((id) => id !== one.id)
    return { ...one, pads }
  }

  const rowsOf = async ({ id, pads, stages }: MadeWorkshop & { pads: string[] }) => {
    const { db } = app.deps
    const stageIds = stages.map((stage) => stage.id)
    const counted = [
      [workshops, eq(workshops.id, id)],
      [workshopStages, eq(workshopStages.workshopId, id)],
      [workshopParticipants, eq(workshopParticipants.workshopId, id)],
      [workshopNotes, eq(workshopNotes.workshopId, id)],
      [workshopVotes, inArray(workshopVotes.stageId, stageIds)],
      [workshopAnswers, inArray(workshopAnswers.stageId, stageIds)],
      [workshopResults, eq(workshopResults.workshopId, id)],
      [rooms, inArray(rooms.id, [id, ...pads])],
      [roomUpdates, inArray(roomUpdates.roomId, [id, ...pads])],
    ] as const
    return Promise.all(
      counted.map(async ([table, which]) => {
        const count = sql<number>`count(*)::int`
        const [row] = await db.select({ count }).from(table).where(which)
        return row?.count
      }),
    )
  }

  test('leaves nothing of itself, and takes nothing of others', async () => {
    const { db } = app.deps
    const board = await makeBoard(db, project, lead)
    const gone = await livedIn('Gone', board.id)
    const stays = await livedIn('Stays', board.id)
    await db.update(workshops).set({ afterId: gone.id }).where(eq(workshops.id, stays.id))
    const [before, kept] = [await rowsOf(gone), await rowsOf(stays)]
    expect(Math.min(...before.map(Number))).toBeGreaterThan(0)
    await trash(gone)
    expect((await erase(gone)).status).toBe(204)
    expect(await rowsOf(gone)).toEqual(before.map(() => 0))
    expect(await rowsOf(stays)).toEqual(kept)
    expect((await asLead.get(`/api/boards/${board.id}`)).status).toBe(200)
  })

  test('keeps what it came to where a board goes that it went to', async () => {
    const board = await makeBoard(app.deps.db, project, lead)
    const one = await livedIn('Stays', board.id)
    await asLead.post(`/api/boards/${board.id}/trash`)
    expect((await asLead.delete(`/api/boards/${board.id}`)).status).toBe(204)
    const { db } = app.deps
    const results = await db
      .select()
      .from(workshopResults)
      .where(eq(workshopResults.workshopId, one.id))
    expect(results).toMatchObject([{ words: 'Ask', boardId: null, cardId: null }])
  })

  test('went by itself, once its time in the bin was over', async () => {
    const { db } = app.deps
    const [old, fresh] = [await workshop('Old'), await workshop('Fresh')]
    for (const one of [old, fresh]) await trash(one)
    const longAgo = new Date(Date.now() - binDays * 86_400_000 - 1)
    await db.update(workshops).set({ trashedAt: longAgo }).where(eq(workshops.id, old.id))
    await eraseLongGone(db)
    expect((await bin()).map(({ title }: { title: string }) => title)).toEqual(['Fresh'])
    expect(must(await roomsOfWorkshop(db, fresh.id), 'rooms')).toHaveLength(2)
  })
})
