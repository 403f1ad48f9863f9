/**
 * Before the reveal no byte of what somebody writes unseen reaches anybody: not other guests, not who facilitates, not
 * the owner of the workspace. Routes are asked of the server itself: one that is added later is gone over, too.
 */
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { roomName } from '@atelier/shared/sync/room-name'
import { addNote, setNoteText } from '@atelier/shared/workshops/wall-edits'
import { eq } from 'drizzle-orm'
import * as encoding from 'lib0/encoding'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { roomUpdates } from '../db/log-tables'
import { putMember } from '../projects/project-change-queries'
import { type Canaries, crawl, filledAll, filledWith, isRead } from '../testing/canary-crawl'
import { furnish, type House } from '../testing/every-route'
import { type LiveApp, liveApp } from '../testing/live-app'
import { type MadePerson, makePerson } from '../testing/make'
import { type MadeGuest, makeGuest, makeSeat } from '../testing/make-workshop'
import { RoomClient } from '../testing/room-client'
import { guestHeaders, Witness } from '../testing/workshop-witness'

const words = 'Zaunkönigwerkstatt'
const noteId = crypto.randomUUID()
/** Five bytes of its own on the wire. */
const clientId = 0xf1234567
const name = 'Adelheid Unseen'

let app: LiveApp
let house: House
let author: MadeGuest
let facilitator: MadePerson
let wall: ReturnType<typeof roomName>
let pad: ReturnType<typeof roomName>

beforeAll(async () => {
  app = await liveApp()
  house = await furnish(app)
  const place = { id: house.ids.workshop, project: house.project }
  author = await makeGuest(app.deps.db, place, { name })
  facilitator = await makePerson(app.deps.db, house.workspace)
  await putMember(app.deps.db, house.project, facilitator.id, 'contributor')
  const seat = { role: 'facilitator', byLink: false, person: facilitator } as const
  await makeSeat(app.deps.db, place, seat)
  wall = roomName('workshop', place.id)
  pad = roomName('pad', author.padId)
})
afterAll(() => app.stop())

const base64 = (text: string) =>
  [0, 1, 2].map((shift) =>
    Buffer.from(' '.repeat(shift) + text)
      .toString('base64')
      .slice(4, -4),
  )

/** The words as they may be written anywhere, and what else leads to them. */
const canaries: Canaries = {
  words,
  'part of the words': 'nigwerkst',
  'words in utf-16': Buffer.from(words, 'utf16le').toString('latin1'),
  ...Object.fromEntries(base64(words).map((text, shift) => [`words in base64, ${shift}`, text])),
  'the id of the note': noteId,
  'the writer of the document': String(clientId),
}

/** Sockets speak in bytes: there numbers, and letters of two bytes, are written otherwise. */
function heardOn(bytes: Buffer): string[] {
  const writer = encoding.encode((to) => encoding.writeVarUint(to, clientId))
  const needles: [string, Buffer | string][] = [
    ...Object.entries(canaries),
    ['words in utf-16', Buffer.from(words, 'utf16le')],
    ['the writer of the document', Buffer.from(writer)],
    ['the author', author.id],
    ['the pad', author.padId],
  ]
  return needles.filter(([, needle]) => bytes.includes(needle)).map(([what]) => what)
}

const guestAt = async (guest: MadeGuest) =>
  new Witness(app, house.ids.workshop, guestHeaders(app, house.ids.workshop, guest))
const memberAt = async (person: { id: string }) =>
  new Witness(app, house.ids.workshop, await app.signedIn(person))
const anotherGuest = () =>
  makeGuest(app.deps.db, { id: house.ids.workshop, project: house.project }, { name: 'Bo' })

async function write(letters: string): Promise<RoomClient> {
  const witness = await guestAt(author)
  const client = new RoomClient()
  client.doc.clientID = clientId
  const room = await witness.enter(pad, client)
  const { stage } = house.ids
  addNote(client.doc, { id: noteId, colour: 'pink', stage, spot: { x: 0, y: 0, z: 1 } })
  client.awareness.setLocalState({ typing: letters })
  for (let end = 1; end <= letters.length; end++) {
    setNoteText(client.doc, noteId, letters.slice(0, end))
  }
  await room.saved()
  await witness.leave()
  return client
}

async function writeUnseen(watchers: readonly Witness[]): Promise<void> {
  await write(words)
  for (const one of watchers) {
    await expect(one.enter(pad)).rejects.toMatchObject({ code: closeCodes.noAccess })
    await one.notices()
    await (await one.enter(wall)).drop()
    const again = await one.enter(wall)
    again.client.awareness.setLocalState({ cursor: [1, 1] })
  }
}

async function routesHeardBy(one: Witness, which = isRead) {
  const { ids } = house
  const found = await crawl(
    { app, canaries, look: words, browser: async () => one.browser, signInAgain: async () => {} },
    [
      filledWith(ids),
      ...[ids.workshop, author.padId, noteId, ids.project].map((id) => filledAll(ids, id)),
    ],
    which,
  )
  expect(found.served).toBeGreaterThan(0)
  return found.heard
}

describe('before the reveal', () => {
  test('no byte of a note, its author or its making reaches anybody on any socket', async () => {
    const watchers = [
      await guestAt(await anotherGuest()),
      await memberAt(facilitator),
      await memberAt(house.workspace.owner),
    ]
    // Who is there when it is written, who comes later, and who comes back.
    const rooms = await Promise.all(watchers.map((one) => one.enter(wall)))
    await writeUnseen(watchers)
    const late = await guestAt(await anotherGuest())
    await late.enter(wall)
    // Everybody has heard all there was to hear before this.
    await app.deps.rooms.edit(wall, (doc) => setNoteText(doc, addNote(doc, opening), 'on the wall'))
    await Promise.all(rooms.map((room) => room.until(() => room.wall().notes.length > 0)))
    for (const one of [...watchers, late]) {
      expect(one.everything.length).toBeGreaterThan(0)
      expect(heardOn(one.everything)).toEqual([])
      await one.leave()
    }
  })

  test('no route tells of it to a guest, to who facilitates, or to the owner', async () => {
    const watchers = [
      await guestAt(await anotherGuest()),
      await memberAt(facilitator),
      await memberAt(house.workspace.owner),
    ]
    for (const one of watchers) expect(await routesHeardBy(one)).toEqual([])
  }, 120_000)
})

const opening = { colour: 'grey', stage: '', spot: { x: 0, y: 0, z: 0 } } as const

test('two reveal at once: it comes to everybody in the room once, and says of nobody what they wrote', async () => {
  const watchers = [
    await guestAt(await anotherGuest()),
    await memberAt(facilitator),
    await memberAt(house.workspace.owner),
  ]
  const rooms = await Promise.all(watchers.map((one) => one.enter(wall)))
  const { workshop, stage } = house.ids
  const path = `/api/workshops/${workshop}/stages/${stage}/reveal`
  const before = await countRows()
  const [, asFacilitator, asOwner] = watchers.map(({ browser }) => browser)
  const answers = await Promise.all([asFacilitator?.post(path), asOwner?.post(path)])
  expect(answers.map((answer) => answer?.status)).toEqual([204, 204])
  expect((await countRows()) - before).toBe(1)
  for (const [at, room] of rooms.entries()) {
    await room.until(() => room.wall().byId.has(noteId))
    expect(room.wall().notes.filter(({ text }) => text === words)).toHaveLength(1)
    const heard = heardOn(watchers[at]?.everything ?? Buffer.of())
    const shown = ['words', 'part of the words', 'the id of the note']
    expect(heard.filter((what) => !shown.includes(what))).toEqual([])
    expect(room.wall().byId.get(noteId)?.author).toBeNull()
  }
  for (const one of watchers) {
    // What anybody is told after it does not say whose it is, either.
    const told = await routesHeardBy(one, (route) => isRead(route) && route.includes('/workshops/'))
    expect(told.filter((heard) => heard.canaries.includes('the writer of the document'))).toEqual(
      [],
    )
    const own = await one.browser.get(`/api/workshops/${workshop}/my-notes`)
    expect(own.body).toEqual({ ids: [] })
    await one.leave()
  }
}, 120_000)

test('its author alone knows that it is theirs, and may put their name to it and take it off', async () => {
  const asAuthor = await guestAt(author)
  const other = await guestAt(await anotherGuest())
  const room = await other.enter(wall)
  const { workshop } = house.ids
  const path = `/api/workshops/${workshop}/notes/${noteId}/name`
  for (const one of [other, await memberAt(facilitator), await memberAt(house.workspace.owner)]) {
    const { status } = await one.browser.put(path, { named: true })
    expect([403, 404]).toContain(status)
  }
  const { body } = await asAuthor.browser.get(`/api/workshops/${workshop}/my-notes`)
  expect(body).toEqual({ ids: [noteId] })
  expect((await asAuthor.browser.put(path, { named: true })).status).toBe(204)
  await room.until(() => room.wall().byId.get(noteId)?.author === name)
  expect((await asAuthor.browser.put(path, { named: false })).status).toBe(204)
  await room.until(() => room.wall().byId.get(noteId)?.author === null)
  await other.leave()
})

async function countRows(): Promise<number> {
  const { db } = app.deps
  const rows = await db
    .select({ seq: roomUpdates.seq })
    .from(roomUpdates)
    .where(eq(roomUpdates.roomId, house.ids.workshop))
  return rows.length
}
