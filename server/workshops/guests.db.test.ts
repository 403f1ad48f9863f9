/** Guests have no account: what opens to them by their token, and what does not, over real sockets. */
import { randomBytes } from 'node:crypto'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { type RoomKind, roomKinds } from '@atelier/shared/sync/room-name'
import { wallTitle } from '@atelier/shared/workshops/wall-shape'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { signGuest } from '../access/guest-token'
import { workshops } from '../db/workshop-tables'
import { everythingOn, textsUntil } from '../testing/enter-section'
import {
  enterRoom,
  guestHeaders,
  noticesPath,
  workshopRoomPath as pathTo,
} from '../testing/enter-workshop'
import { type LiveApp, liveApp } from '../testing/live-app'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeBoard,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { makeJournal } from '../testing/make-journal'
import {
  type MadeGuest,
  type MadeWorkshop,
  makeGuest,
  makeSeat,
  makeWorkshop,
  seatOf,
} from '../testing/make-workshop'
import type { Browser } from '../testing/test-app'

let app: LiveApp
let workspace: MadeWorkspace
let lead: MadePerson
let member: MadePerson
let project: MadeProject
let workshop: MadeWorkshop
let guest: MadeGuest
let asLead: Browser
let headers: Record<string, string>

beforeAll(async () => {
  app = await liveApp()
  workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace)
  member = await makePerson(app.deps.db, workspace)
  project = await makeProject(app.deps.db, lead, { members: [[member, 'contributor']] })
  asLead = await app.as(lead)
})
beforeEach(async () => {
  workshop = await makeWorkshop(app.deps.db, project, lead)
  guest = await makeGuest(app.deps.db, { ...workshop, project })
  headers = guestHeaders(app, workshop.id, guest.token)
})
afterAll(() => app.stop())

const at = (path: string) => `/api/workshops/${workshop.id}${path}`
const wall = (of?: string) => pathTo('workshop', workshop.id, of)
const enterWall = (who = headers) => enterRoom(app, wall(workshop.id), who)
const enterPad = () => enterRoom(app, pathTo('pad', guest.padId, workshop.id), headers)
const hearOn = (path: string, who = headers) => everythingOn(app.open(path, who))
async function listening(who = headers, of = workshop.id) {
  const socket = app.open(noticesPath(of), who)
  await socket.opened
  return socket
}

describe('a guest', () => {
  test('writes on the wall, and whoever is there sees it at once', async () => {
    const one = await enterWall()
    const other = await enterRoom(app, wall(), await app.signedIn(member))
    expect(one.welcome).toMatchObject({ access: 'write' })
    wallTitle(one.doc).insert(0, 'By a guest: ')
    await other.until(() => wallTitle(other.doc).toString().startsWith('By a guest: '))
    await one.settled()
    await Promise.all([one.leave(), other.leave()])
  })

  test('writes in their own pad, and finds it again', async () => {
    const pad = await enterPad()
    pad.doc.getMap('notes').set('kept', 'as it is')
    await pad.settled()
    await pad.leave()
    const again = await enterPad()
    expect(again.doc.getMap('notes').get('kept')).toBe('as it is')
    await again.leave()
  })

  test('comes into no other pad, and into no other room of any kind', async () => {
    const { db } = app.deps
    const doc = await makeDoc(db, project, lead)
    const board = await makeBoard(db, project, lead)
    const { section } = await makeJournal(db, { mentee: lead, mentor: member })
    const other = await makeGuest(db, { ...workshop, project })
    const { padId } = await seatOf(db, workshop.id, lead.id)
    const elsewhere = await makeWorkshop(db, project, lead)
    const closed: number[] = [closeCodes.noAccess, closeCodes.signedOut]
    const ids = [doc.id, board.id, section, other.padId, padId, elsewhere.id, project.id]
    const kindsOf = (id: string): RoomKind[] => (id === guest.padId ? ['workshop'] : [...roomKinds])
    for (const id of [...ids, guest.padId]) {
      for (const kind of kindsOf(id)) {
        const { said, code } = await hearOn(pathTo(kind, id, workshop.id))
        expect([kind, id, said.length, closed.includes(code)]).toEqual([kind, id, 0, true])
      }
    }
  }, 60_000)

  test('nobody else comes into their pad: not who facilitates, not who owns the workspace', async () => {
    for (const one of [lead, member, workspace.owner]) {
      const { said, code } = await hearOn(pathTo('pad', guest.padId), await app.signedIn(one))
      expect([one.name, said.length, code]).toEqual([one.name, 0, closeCodes.noAccess])
    }
  })

  test('hears of their workshop, and of nothing else there is', async () => {
    const socket = await listening()
    const own = app.open('/ws/notices', await app.signedIn(lead))
    await own.opened
    const elsewhere = await makeWorkshop(app.deps.db, project, lead)
    await asLead.patch(`/api/workshops/${elsewhere.id}`, { roams: true })
    await asLead.patch(`/api/projects/${project.id}`, { challenge: 'Another one.' })
    await asLead.patch('/api/me', { name: lead.name })
    // All of it was told by now.
    await textsUntil(own, (text) => text.includes('"session"'))
    await asLead.patch(at(''), { roams: true })
    const said = await textsUntil(socket, (text) => text.includes(workshop.id))
    expect(said).toEqual([JSON.stringify({ what: 'workshop', id: workshop.id })])
    socket.socket.close()
  })
})

describe('no socket opens', () => {
  const isRefused = async (of: string, who: Record<string, string>) => {
    const paths = [pathTo('workshop', workshop.id, of), pathTo('pad', guest.padId, of)]
    for (const path of [...paths, noticesPath(of)]) {
      const { said, code } = await hearOn(path, who)
      expect([path, said.length, code]).toEqual([path, 0, closeCodes.signedOut])
    }
  }
  const claim = (endsAt = new Date(Date.now() + 60_000)) => ({ participantId: guest.id, endsAt })
  const keyOf = async (id: string) => {
    const [row] = await app.deps.db.select().from(workshops).where(eq(workshops.id, id))
    return row?.guestKey ?? new Uint8Array()
  }

  test('to a token that is forged', async () => {
    const forged = [signGuest(claim(), randomBytes(32)), signGuest(claim(), new Uint8Array(32))]
    for (const token of [...forged, '', 'A'.repeat(72), guest.token.slice(0, -1)])
      await isRefused(workshop.id, guestHeaders(app, workshop.id, token))
  })

  test('to a token whose time is over', async () => {
    const token = signGuest(claim(new Date(Date.now() - 1)), await keyOf(workshop.id))
    await isRefused(workshop.id, guestHeaders(app, workshop.id, token))
  })

  test('to who names the seat of somebody with an account', async () => {
    const { id: participantId } = await seatOf(app.deps.db, workshop.id, lead.id)
    const token = signGuest({ ...claim(), participantId }, await keyOf(workshop.id))
    await isRefused(workshop.id, guestHeaders(app, workshop.id, token))
  })

  test('to the token of another workshop, whichever is named', async () => {
    const elsewhere = await makeWorkshop(app.deps.db, project, lead)
    const other = await makeGuest(app.deps.db, { ...elsewhere, project })
    for (const named of [workshop.id, elsewhere.id]) {
      await isRefused(workshop.id, guestHeaders(app, named, other.token))
      const { code } = await hearOn(wall(elsewhere.id), guestHeaders(app, named, other.token))
      expect(code).toBe(closeCodes.signedOut)
    }
    await isRefused(elsewhere.id, headers)
    await isRefused("'; drop table people; --", headers)
  })

  test('to who waits in the lobby, but that of notices', async () => {
    const waiting = await makeGuest(app.deps.db, { ...workshop, project }, { state: 'waiting' })
    const theirs = guestHeaders(app, workshop.id, waiting.token)
    for (const path of [wall(workshop.id), pathTo('pad', waiting.padId, workshop.id)]) {
      const { said, code } = await hearOn(path, theirs)
      expect([path, said.length, code]).toEqual([path, 0, closeCodes.noAccess])
    }
    const socket = await listening(theirs)
    await asLead.patch(at(`/people/${waiting.id}`), { state: 'in' })
    await textsUntil(socket, (text) => text.includes('"workshop"'))
    socket.socket.close()
    const client = await enterWall(theirs)
    expect(client.welcome).toMatchObject({ access: 'write' })
    await client.leave()
  })
})

describe('whoever is in is out at once', () => {
  const everywhere = async () => ({
    onWall: await enterWall(),
    inPad: await enterPad(),
    notices: await listening(),
  })
  async function isOut({ onWall, inPad, notices }: Awaited<ReturnType<typeof everywhere>>) {
    await Promise.all([onWall, inPad].map((one) => one.until(() => one.closedWith !== null)))
    expect([onWall.closedWith, inPad.closedWith]).toEqual([
      closeCodes.noAccess,
      closeCodes.noAccess,
    ])
    expect(await notices.closed()).toBe(closeCodes.signedOut)
  }

  test('when a facilitator removes them, and does not come back by the link', async () => {
    const open = await everywhere()
    await asLead.patch(at(`/people/${guest.id}`), { state: 'removed' })
    await isOut(open)
    const browser = app.browser(headers.cookie)
    const again = await browser.post('/api/workshops/join', { code: workshop.code, nickname: 'I' })
    expect([again.status, again.error?.fields]).toEqual([
      403,
      [{ field: 'code', problem: 'removed' }],
    ])
  })

  test('when all guests are sent away, and members stay', async () => {
    const open = await everywhere()
    const other = await enterRoom(app, wall(), await app.signedIn(member))
    await asLead.post(at('/guests/end'))
    await isOut(open)
    expect((await hearOn(noticesPath(workshop.id))).code).toBe(closeCodes.signedOut)
    expect(other.isConnected).toBe(true)
    await other.leave()
  })

  test('when they leave', async () => {
    const open = await everywhere()
    const browser = app.browser(headers.cookie)
    expect((await browser.post(at('/leave'))).status).toBe(204)
    await isOut(open)
    expect((await browser.get(at(''))).status).toBe(401)
  })

  test('when they are no longer of its project, unless they came by the link', async () => {
    const { db } = app.deps
    const [one, byLink] = [await makePerson(db, workspace), await makePerson(db, workspace)]
    for (const { id } of [one, byLink])
      await asLead.put(`/api/projects/${project.id}/members/${id}`, { role: 'contributor' })
    await makeSeat(db, { ...workshop, project }, { person: one, byLink: false })
    await makeSeat(db, { ...workshop, project }, { person: byLink })
    const [out, stays] = [
      await enterRoom(app, wall(), await app.signedIn(one)),
      await enterRoom(app, wall(), await app.signedIn(byLink)),
    ]
    for (const { id } of [byLink, one])
      await asLead.delete(`/api/projects/${project.id}/members/${id}`)
    await out.until(() => out.closedWith !== null)
    expect(out.closedWith).toBe(closeCodes.noAccess)
    expect(stays.isConnected).toBe(true)
    await stays.leave()
  })

  test('of writing, when it ends, and of reading never; and writes again when it is opened again', async () => {
    const pad = await enterPad()
    await asLead.post(at('/end'))
    await pad.until(() => pad.closedWith !== null)
    expect(pad.closedWith).toBe(closeCodes.accessChanged)
    const reading = await enterPad()
    expect(reading.welcome).toMatchObject({ access: 'read' })
    await asLead.post(at('/reopen'))
    await reading.until(() => reading.closedWith !== null)
    const writing = await enterPad()
    expect(writing.welcome).toMatchObject({ access: 'write' })
    await writing.leave()
  })
})
