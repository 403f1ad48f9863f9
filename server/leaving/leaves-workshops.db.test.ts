/** What somebody leaves in workshops who ends their account. */
import { noName } from '@atelier/shared/people/leaving'
import { roomName } from '@atelier/shared/sync/room-name'
import { docOf } from '@atelier/shared/workshops/new-revealed'
import { readWall } from '@atelier/shared/workshops/wall'
import { addNote, setAuthor } from '@atelier/shared/workshops/wall-edits'
import type { Participant } from '@atelier/shared/workshops/workshop'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { roomUpdates } from '../db/log-tables'
import { rooms } from '../db/tables'
import { workshopNotes, workshopVotes } from '../db/workshop-tables'
import {
  type MadePerson,
  type MadeProject,
  makePerson,
  makeProject,
  makeWorkspace,
  password,
} from '../testing/make'
import { type MadeWorkshop, makeSeat, makeWorkshop, seatOf } from '../testing/make-workshop'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let project: MadeProject
let workshop: MadeWorkshop
let mia: MadePerson
let asMia: Browser
let asLead: Browser

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

beforeEach(async () => {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const lead = await makePerson(db, workspace)
  mia = await makePerson(db, workspace, { name: 'Mia' })
  project = await makeProject(db, lead, { members: [[mia, 'contributor']] })
  workshop = await makeWorkshop(db, project, lead)
  await makeSeat(db, { id: workshop.id, project }, { person: mia, byLink: false })
  asMia = await app.as(mia)
  asLead = await app.as(lead)
})

const leave = (keepName: boolean) => asMia.post('/api/me/leave', { password, keepName })
const names = async () =>
  (await asLead.get(`/api/workshops/${workshop.id}/people`)).body.map(
    ({ name, state }: Participant) => `${name} ${state}`,
  )

describe('an account that ends', () => {
  test('takes along what was written unseen, and which notes were whose', async () => {
    const { db } = app.deps
    const { id: participantId, padId } = await seatOf(db, workshop.id, mia.id)
    const stageId = workshop.stage('ideate').id
    const noteId = crypto.randomUUID()
    await db
      .insert(workshopNotes)
      .values({ workshopId: workshop.id, noteId, stageId, participantId })
    const reported: (string[] | undefined)[] = []
    app.deps.accessChanges.onChange(({ roomIds }) => reported.push(roomIds))
    expect((await leave(true)).status).toBe(204)
    expect(await db.select().from(rooms).where(eq(rooms.id, padId))).toEqual([])
    expect(await db.select().from(roomUpdates).where(eq(roomUpdates.roomId, padId))).toEqual([])
    const notes = await db.select().from(workshopNotes).where(eq(workshopNotes.noteId, noteId))
    expect(notes).toEqual([])
    expect(reported).toEqual([[padId]])
  })

  test('leaves its votes in their place', async () => {
    const { db } = app.deps
    const { id: participantId } = await seatOf(db, workshop.id, mia.id)
    const stageId = workshop.stage('vote').id
    const target = crypto.randomUUID()
    await db.insert(workshopVotes).values({ stageId, participantId, target, dots: 2 })
    await leave(false)
    const votes = await db.select().from(workshopVotes).where(eq(workshopVotes.stageId, stageId))
    expect(votes).toMatchObject([{ target, dots: 2 }])
  })

  test('is called by its name in the workshop, or by none where its person wished so', async () => {
    expect(await names()).toContain('Mia in')
    await leave(false)
    expect(await names()).toContain(`${noName} left`)
    expect(await names()).not.toContain('Mia in')
  })

  test('keeps its name in the workshop where its person wished so', async () => {
    await leave(true)
    expect(await names()).toContain('Mia left')
  })

  test.each([
    ['takes its name off the notes it had put it to', false, null],
    ['leaves its name at the notes it had put it to where its person wished so', true, 'Mia'],
  ])('%s', async (_what, keepName, author) => {
    const { db, rooms: live } = app.deps
    const { id: participantId } = await seatOf(db, workshop.id, mia.id)
    const stageId = workshop.stage('ideate').id
    const wall = roomName('workshop', workshop.id)
    const noteId = crypto.randomUUID()
    const note = { id: noteId, colour: 'blue', stage: stageId, spot: { x: 0, y: 0, z: 0 } } as const
    await live.edit(wall, (doc) => {
      addNote(doc, note)
      setAuthor(doc, noteId, 'Mia')
    })
    await db
      .insert(workshopNotes)
      .values({ workshopId: workshop.id, noteId, stageId, participantId })
    expect((await leave(keepName)).status).toBe(204)
    const { byId } = readWall(docOf([await live.read(wall)]))
    expect(byId.get(noteId)?.author).toBe(author)
  })
})
