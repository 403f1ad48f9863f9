import { roomName } from '@atelier/shared/sync/room-name'
import { docOf } from '@atelier/shared/workshops/new-revealed'
import { newPadUpdate } from '@atelier/shared/workshops/new-wall'
import { readWall } from '@atelier/shared/workshops/wall'
import { addNote, addNotes, setNoteText } from '@atelier/shared/workshops/wall-edits'
import { noteLetters, wallLimits } from '@atelier/shared/workshops/wall-shape'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as Y from 'yjs'
import { checksumOf } from '../db/checksum'
import { roomUpdates } from '../db/log-tables'
import { workshopParticipants } from '../db/workshop-tables'
import { textsUntil } from '../testing/enter-section'
import { type LiveApp, liveApp } from '../testing/live-app'
import { type MadePerson, type MadeProject, makeProject, makeWorkspace } from '../testing/make'
import {
  type MadeGuest,
  type MadeWorkshop,
  makeGuest,
  makeWorkshop,
} from '../testing/make-workshop'
import { type TestDatabase, testDatabase } from '../testing/test-database'
import { guestHeaders, Witness } from '../testing/workshop-witness'
import { unseenBefore } from './reveal-stages'

let database: TestDatabase
let app: LiveApp
let project: MadeProject
let lead: MadePerson
let workshop: MadeWorkshop
let author: MadeGuest
let stage: string

beforeAll(async () => {
  database = await testDatabase()
  app = await liveApp({ database })
})
afterAll(async () => {
  await app.stop()
  await database.close()
})
beforeEach(async () => {
  lead = (await makeWorkspace(database.db)).owner
  project = await makeProject(database.db, lead)
  workshop = await makeWorkshop(database.db, project, lead)
  author = await guest()
  stage = workshop.stage('ideate').id
})

const guest = () => makeGuest(database.db, { id: workshop.id, project })
const wall = () => roomName('workshop', workshop.id)
const at = (who: MadeGuest) => new Witness(app, workshop.id, guestHeaders(app, workshop.id, who))
async function hearing(who: MadeGuest) {
  const headers = guestHeaders(app, workshop.id, who)
  const notices = app.open(`/ws/notices?workshop=${workshop.id}`, headers)
  await notices.opened
  return notices
}
const blank = () => ({ colour: 'blue', stage, spot: { x: 0, y: 0, z: 0 } }) as const

async function reveal(): Promise<void> {
  const asOwner = await app.as(lead)
  const path = `/api/workshops/${workshop.id}/stages/${stage}/reveal`
  expect((await asOwner.post(path)).status).toBe(204)
}

/** As if a process had committed this and died. */
async function storeInPad(change: (pad: Y.Doc) => void, who = author): Promise<void> {
  const pad = new Y.Doc()
  Y.applyUpdate(pad, newPadUpdate())
  change(pad)
  const bytes = Y.encodeStateAsUpdate(pad)
  const row = { roomId: who.padId, bytes, checksum: checksumOf(bytes) }
  await database.db.insert(roomUpdates).values(row)
}

/** As it is stored. */
async function storedWallDoc() {
  const rows = await database.db
    .select({ bytes: roomUpdates.bytes })
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, workshop.id))
    .orderBy(roomUpdates.seq)
  return docOf(rows.map(({ bytes }) => bytes))
}
const storedWall = async () => readWall(await storedWallDoc())
const writersOf = async () => [...(await storedWallDoc()).store.clients.keys()]
const textsOf = async () => (await storedWall()).notes.map(({ text }) => text).sort()

test('what is written without a network comes late and by itself, once; and stays then as it is', async () => {
  const room = await at(await guest()).enter(wall())
  const asAuthor = at(author)
  const pad = roomName('pad', author.padId)
  const before = await asAuthor.enter(pad)
  addNote(before.client.doc, { ...blank(), text: 'in time' })
  await before.saved()
  await reveal()
  await room.until(() => room.wall().notes.length === 1)
  const late = addNote(before.client.doc, { ...blank(), text: 'late' })
  await before.saved()
  await room.until(() => room.wall().byId.has(late))
  setNoteText(before.client.doc, late, 'thought better of')
  addNote(before.client.doc, { ...blank(), text: 'later still' })
  await before.saved()
  await room.until(() => room.wall().notes.length === 3)
  await reveal()
  expect(await textsOf()).toEqual(['in time', 'late', 'later still'])
})

test('what a crash left in a pad comes when the server starts, or its author comes back, once', async () => {
  await reveal()
  await storeInPad((pad) => addNote(pad, { ...blank(), text: 'left behind' }))
  await app.stop()
  app = await liveApp({ database })
  await app.rooms.resumeReveals()
  expect(await textsOf()).toEqual(['left behind'])
  await storeInPad((pad) => addNote(pad, { ...blank(), text: 'and another' }))
  await at(author).enter(roomName('pad', author.padId))
  expect(await textsOf()).toEqual(['and another', 'left behind'])
  await app.rooms.resumeReveals()
  await reveal()
  expect(await textsOf()).toEqual(['and another', 'left behind'])
})

test('a note too long, with markup, of no id or somebody else’s, of no topic there is: harmless', async () => {
  const other = await guest()
  const shared = crypto.randomUUID()
  await storeInPad((pad) => {
    addNote(pad, { ...blank(), id: 'no id', text: '<img src=x onerror=alert(1)>', topic: 'none' })
    addNote(pad, { ...blank(), id: shared, text: 'of one' })
    const long = addNote(pad, blank())
    const text = pad.getMap<Y.Map<Y.Text>>('notes').get(long)?.get('text')
    text?.insert(0, 'x'.repeat(100_000))
    addNote(pad, { ...blank(), text: '   ' })
    addNote(pad, { ...blank(), stage: crypto.randomUUID(), text: 'of another stage' })
  })
  await storeInPad((pad) => addNote(pad, { ...blank(), id: shared, text: 'of the other' }), other)
  await reveal()
  await reveal()
  const { notes } = await storedWall()
  const texts = notes.map(({ text }) => text).sort()
  const markup = '<img src=x onerror=alert(1)>'
  expect(texts).toEqual([markup, 'of one', 'of the other', 'x'.repeat(noteLetters)].sort())
  expect(new Set(notes.map(({ spot: { x, y } }) => `${x} ${y}`)).size).toBe(notes.length)
  expect(notes.every(({ topic, author: by }) => topic === null && by === null)).toBe(true)
})

test('one person fills no wall alone, and who was removed is not heard', async () => {
  const removed = await guest()
  await database.db
    .update(workshopParticipants)
    .set({ state: 'removed' })
    .where(eq(workshopParticipants.id, removed.id))
  await storeInPad((pad) => addNote(pad, { ...blank(), text: 'of the removed' }), removed)
  const many = Array.from({ length: 500 }, (_, nth) => ({ ...blank(), text: `note ${nth}` }))
  await storeInPad((pad) => addNotes(pad, many))
  await reveal()
  expect(await textsOf()).toHaveLength(wallLimits.notesOfOne)
  expect(await textsOf()).not.toContain('of the removed')
})

test('going to the stage of the reveal, or past it, reveals what was written before it', async () => {
  const { stages } = workshop
  const [ideate, shows] = [workshop.stage('ideate'), workshop.stage('reveal')]
  expect(unseenBefore(stages, ideate.id)).toEqual([])
  expect(unseenBefore(stages, stages.at(-1)?.id ?? '')).toContain(ideate.id)
  await storeInPad((pad) => addNote(pad, { ...blank(), text: 'unseen' }))
  const asOwner = await app.as(lead)
  const go = (to: string, from: string | null) =>
    asOwner.post(`/api/workshops/${workshop.id}/stage`, { stageId: to, from })
  expect((await go(ideate.id, null)).status).toBe(204)
  expect(await textsOf()).toEqual([])
  expect((await go(shows.id, ideate.id)).status).toBe(204)
  expect(await textsOf()).toEqual(['unseen'])
  const { body } = await asOwner.get(`/api/workshops/${workshop.id}`)
  const revealed = body.stages.filter(({ revealedAt }: { revealedAt: unknown }) => revealedAt)
  expect(revealed.map(({ id }: { id: string }) => id)).toEqual([ideate.id])
})

test('a stage in which nothing is written unseen, or of another workshop, is not revealed', async () => {
  const asOwner = await app.as(lead)
  const other = await makeWorkshop(database.db, project, lead)
  for (const id of [workshop.stage('vote').id, other.stage('ideate').id]) {
    const { status } = await asOwner.post(`/api/workshops/${workshop.id}/stages/${id}/reveal`)
    expect(status).toBe(400)
  }
})

test('a pad full of drawings leaves the wall to the others, and comes only so far', async () => {
  const other = await guest()
  const points = Array.from({ length: 800 }, (_, nth) => (nth * 7) % 1000)
  const drawing = Array.from({ length: 10 }, () => ({ ink: 'ink', points }) as const)
  const drawn = Array.from({ length: 40 }, () => ({ ...blank(), drawing }))
  await storeInPad((pad) => addNotes(pad, drawn))
  await storeInPad((pad) => addNote(pad, { ...blank(), text: 'of the other' }), other)
  await reveal()
  const { notes } = await storedWall()
  const [drawings, words] = [notes.filter(({ text }) => text === ''), await textsOf()]
  expect(words).toContain('of the other')
  expect(drawings.length).toBeGreaterThan(5)
  expect(drawings.length).toBeLessThan(20)
  const { body } = await at(author).browser.get(`/api/workshops/${workshop.id}/my-notes`)
  expect(body.ids.toSorted()).toEqual(drawings.map(({ id }) => id).sort())
})

test('what comes late of one person is not known as one person’s, and they alone are told', async () => {
  const [asAuthor, asOther] = [await hearing(author), await hearing(await guest())]
  await reveal()
  const wallBefore = await writersOf()
  const news = JSON.stringify({ what: 'workshop', id: workshop.id })
  // Of the reveal all are told.
  for (const one of [asAuthor, asOther]) await textsUntil(one, (text) => text === news)
  const pad = await at(author).enter(roomName('pad', author.padId))
  addNotes(
    pad.client.doc,
    ['one', 'two', 'three'].map((text) => ({ ...blank(), text })),
  )
  await pad.saved()
  await textsUntil(asAuthor, (text) => text === news)
  expect(await textsOf()).toEqual(['one', 'three', 'two'])
  expect((await writersOf()).length - wallBefore.length).toBe(3)
  const end = JSON.stringify({ what: 'workshop-people', id: workshop.id })
  app.deps.notices.tell(JSON.parse(end), { kind: 'workshop', workshopId: workshop.id })
  expect(await textsUntil(asOther, (text) => text === end)).not.toContain(news)
})

test('a pad that cannot be read keeps nobody else’s from the wall', async () => {
  await reveal()
  const others = [await guest(), await guest()]
  for (const [nth, one] of others.entries())
    await storeInPad((pad) => addNote(pad, { ...blank(), text: `of ${nth}` }), one)
  const broken = new Uint8Array([255, 255, 255])
  const row = { roomId: author.padId, bytes: broken, checksum: checksumOf(broken) }
  await database.db.insert(roomUpdates).values(row)
  await app.rooms.resumeReveals()
  expect(await textsOf()).toEqual(['of 0', 'of 1'])
})

test('what has come into a pad in the last moment is on the wall when the workshop ends', async () => {
  const asOwner = await app.as(lead)
  await reveal()
  await storeInPad((pad) => addNote(pad, { ...blank(), text: 'just in time' }))
  expect((await asOwner.post(`/api/workshops/${workshop.id}/end`)).status).toBe(204)
  expect(await textsOf()).toEqual(['just in time'])
  await storeInPad((pad) => addNote(pad, { ...blank(), text: 'too late' }))
  expect((await asOwner.post(`/api/workshops/${workshop.id}/end`)).status).toBe(204)
  expect(await textsOf()).toEqual(['just in time'])
})
