/**
 * Nobody reads a journal but its people. Words that stand nowhere else are written into one; then everybody else goes
 * over every route there is, every socket and every notice, and must not come upon them, nor upon an id. Routes are
 * asked of the server itself: one that is added later is gone over, too.
 */
import type { WorkspaceRole } from '@atelier/shared/access/roles'
import { docBody } from '@atelier/shared/docs/doc'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { isInJournal, type RoomKind, roomKinds, roomName } from '@atelier/shared/sync/room-name'
import { sql } from 'drizzle-orm'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withoutValues } from '../db/loggable-error'
import { liveThroughAll } from '../testing/canary-acts'
import {
  type Canaries,
  crawl,
  felt,
  fewestServed,
  filledAll,
  filledWith,
  heardIn,
  isRead,
  notForMentees,
} from '../testing/canary-crawl'
import { otherWaysInto, type SecretRoom, secretRooms } from '../testing/canary-sockets'
import { type CanaryStage, canaryStage, stem } from '../testing/canary-stage'
import { enterSection, everythingHeard, sectionPath, textsUntil } from '../testing/enter-section'
import { furnish, type House } from '../testing/every-route'
import { type LiveApp, liveApp } from '../testing/live-app'
import { type MadePerson, makePerson, makeWorkspace } from '../testing/make'
import { makePair } from '../testing/make-journal'

let app: LiveApp
let house: House
let stage: CanaryStage
let secret: SecretRoom[]
const logged: string[] = []

beforeAll(async () => {
  const log = pino(
    { level: 'trace', serializers: { err: withoutValues } },
    { write: (line) => logged.push(line) },
  )
  app = await liveApp({ log })
  house = await furnish(app)
  const before = (await secretRooms(app)).map(({ id }) => id)
  stage = await canaryStage(app, house)
  secret = (await secretRooms(app)).filter(({ id }) => !before.includes(id))
})
afterAll(async () => {
  await stage.leave()
  await app.stop()
})

const person = (role: WorkspaceRole) => makePerson(app.deps.db, house.workspace, { role })

type Place = keyof CanaryStage['own'] | 'the pair' | 'the circle'

/** All that was written, but what somebody may read, each by where it stands. */
function without(...readable: Place[]): Canaries {
  const places: Record<string, Canaries> = {
    ...Object.fromEntries(Object.entries(stage.own).map(([name, { words }]) => [name, words])),
    ...{ 'the pair': stage.pair.words, 'the circle': stage.circle.words, gone: stage.gone },
  }
  return Object.fromEntries(
    Object.entries(places)
      .filter(([name]) => !readable.includes(name as Place))
      .flatMap(([name, words]) =>
        Object.entries(words).map(([what, word]) => [`${name}: ${what}`, word]),
      ),
  )
}

/** Who is asked into the circle knows that they are, and what goes with it. */
function unaskedIn(): Canaries {
  const told = ['asking', 'answering', 'id of the mentorship'].map((what) => `the circle: ${what}`)
  return Object.fromEntries(Object.entries(without()).filter(([name]) => !told.includes(name)))
}

type Outsider = {
  name: string
  one: () => Promise<MadePerson | null>
  hidden: () => Canaries
  /** Whether they come in at all. */
  isIn?: boolean
}
const near = (name: string, hidden = () => without(), isIn = true): Outsider => ({
  ...{ name, hidden, isIn },
  one: async () => stage.people[name] ?? null,
})

/** Those who may read some of it come last: they may also write, and take away what others look for. */
const outsiders: Outsider[] = [
  { name: 'nobody who is signed in', one: async () => null, hidden: () => without(), isIn: false },
  near('a mentor who is suspended', () => without(), false),
  ...(['owner', 'admin', 'member', 'partner'] as const).map((role) => ({
    name: `another ${role}`,
    one: () => person(role),
    hidden: () => without(),
  })),
  {
    name: 'the owner who leads the project',
    one: async () => house.workspace.owner,
    hidden: () => without(),
  },
  {
    name: 'the owner of another workspace',
    one: async () => (await makeWorkspace(app.deps.db)).owner,
    hidden: () => without(),
  },
  {
    name: 'another mentee of the mentor',
    one: async () => {
      const other = await person('member')
      await makePair(app.deps.db, { mentee: other, mentor: stage.mentor })
      return other
    },
    hidden: () => without(),
  },
  near('who left the circle'),
  near('who was asked into the circle', unaskedIn),
  near('a former mentor'),
  near('a mentor from whom it was taken back, and who rests'),
  near('somebody of the circle', () => without('circle', 'the circle')),
  near('mentor', () => without('pair', 'the pair')),
]

const fillings = () => {
  const { ids } = house
  const { own, pair, circle } = stage
  const done: Partial<Record<Place, object>> = { pair: pair.ids, circle: circle.ids }
  const written = Object.entries(own).map(([place, one]) =>
    filledWith({ ...ids, ...done[place as Place], ...one.ids }),
  )
  const everywhere = [own.private.ids.section, own.pair.ids.section, own.private.ids.entry]
  return [
    filledWith(ids),
    ...written,
    ...[...everywhere, pair.ids.mentorship].map((id) => filledAll(ids, id)),
  ]
}

async function crawlAs(who: MadePerson | null, canaries: Canaries, which?: typeof isRead) {
  const signIn = async () => (who ? app.as(who) : app.browser())
  let browser = await signIn()
  const crawler = {
    ...{ app, canaries, look: stem, browser: async () => browser },
    async signInAgain() {
      browser = await signIn()
    },
  }
  return crawl(crawler, fillings(), which)
}

const headersOf = async (who: MadePerson | null) =>
  who ? app.signedIn(who) : { origin: 'http://atelier.test' }

/** All the notices of somebody while everything happens; who may not come in is told nothing. */
async function toldMeanwhile(who: MadePerson | null, isIn: boolean): Promise<string[]> {
  const socket = app.open('/ws/notices', await headersOf(who))
  const isTold = async (name: string) => {
    if (who && isIn) await (await app.as(who)).patch('/api/me', { name })
    return textsUntil(socket, (text) => text.includes('"session"'))
  }
  // From then on they are told all that happens; whoever hears the last has heard all that came before.
  const before = await isTold('Somebody')
  await liveThroughAll(app, house, stage)
  const said = isIn ? [...before, ...(await isTold('Somebody Else'))] : before
  socket.socket.close()
  return said
}

describe('nothing is left out', () => {
  test('every way in is a route, or one of these sockets, by whichever road, which are gone over here', () => {
    expect(otherWaysInto(app)).toEqual([
      ...['ALL /*', 'GET /healthz', 'GET /readyz', 'GET /ws/rooms/:room', 'GET /ws/notices'],
      ...['POST /slow/rooms/:room', 'POST /slow/notices', 'POST /slow/lines/:line'],
      ...['GET /slow/lines/:line', 'POST /slow/lines/:line/end'],
    ])
  })

  test('every kind of room is in a project, or there are words in one', async () => {
    expect(roomKinds.filter((kind) => !isInJournal(kind))).toEqual([
      ...['doc', 'board', 'suggestion', 'workshop', 'pad'],
    ])
    const kinds = new Set<RoomKind>()
    for (const { id, kind } of secret) {
      const text = Buffer.from(await app.deps.rooms.read(roomName(kind, id)))
      expect([kind, text.includes(stem)]).toEqual([kind, true])
      kinds.add(kind)
    }
    expect(kinds).toEqual(new Set(roomKinds.filter(isInJournal)))
  })
})

describe('a canary is heard where it may be', () => {
  test('its author, who goes over the same routes, comes upon every one', async () => {
    const { heard, served, silent } = await crawlAs(stage.mentee, without(), isRead)
    const found = new Set(heard.flatMap(({ canaries }) => canaries))
    const gone = Object.keys(stage.gone).map((what) => `gone: ${what}`)
    const deaf = Object.keys(without()).filter((name) => !found.has(name))
    expect(deaf).toEqual(gone)
    expect(found).toContain(felt)
    expect(silent).toEqual(notForMentees)
    expect(served).toBeGreaterThan(fewestServed)
    for (const format of ['md', 'html', 'docx', 'pdf', 'json']) {
      const route = `GET /api/journals/export?format=${format}`
      const said = heard.find((one) => one.route === route)?.canaries
      const own = ['private: body', 'private: comment', 'the pair: goal', 'the pair: set']
      expect([format, said]).toEqual([format, expect.arrayContaining(own)])
    }
  }, 300_000)

  test('and the mentor, by the rooms', async () => {
    const { ids, words } = stage.own.pair
    const client = await enterSection(app, stage.mentor, ids.section)
    expect(docBody(client.doc).toString()).toContain(words.body)
    await client.leave()
  })

  test('and by notices', async () => {
    const said = Buffer.from((await toldMeanwhile(stage.mentee, true)).join())
    const kinds = ['comments', 'inbox', 'mentorships', 'journals', 'suggestions', 'publications']
    for (const what of kinds) expect([what, said.includes(`"${what}"`)]).toEqual([what, true])
    const { section, entry, mentorship } = stage.own.pair.ids
    for (const id of [section, entry, mentorship]) expect(said.includes(id)).toBe(true)
  })
})

describe.each(outsiders)('$name', ({ one, hidden, isIn = true }) => {
  let who: MadePerson | null
  beforeAll(async () => {
    who = await one()
  })

  test('comes upon none by any socket', async () => {
    const canaries = hidden()
    const readable = Object.values(stage.own)
      .filter(({ ids }) => !Object.values(canaries).includes(ids.section))
      .flatMap(({ ids }) => [ids.section, ids.sectionSuggestion])
    const code = isIn ? closeCodes.noAccess : closeCodes.signedOut
    for (const { id } of secret.filter((room) => !readable.includes(room.id))) {
      for (const kind of roomKinds) {
        const heard = await everythingHeard(app, sectionPath(id, kind), await headersOf(who))
        expect([kind, ...heard.codes]).toEqual([kind, code, code])
        expect(heardIn(heard.said, canaries)).toEqual([])
      }
    }
  })

  test('is told of none by a notice, whatever is written, said and shared meanwhile', async () => {
    const said = await toldMeanwhile(who, isIn)
    expect(said.length > 0).toBe(isIn)
    expect(heardIn(Buffer.from(said.join()), hidden())).toEqual([])
  })

  test('comes upon none on any route', async () => {
    const { heard, served } = await crawlAs(who, hidden())
    expect(heard).toEqual([])
    if (isIn) expect(served).toBeGreaterThan(fewestServed)
  }, 300_000)
})

describe('no log says any of the words', () => {
  const said = () => {
    const ids = /: id of/
    const heard = heardIn(Buffer.from(logged.join('\n')), without())
    return heard.filter((name) => !ids.test(name))
  }

  test('where a frame is none', async () => {
    const { ids, words } = stage.own.private
    const spoilt = app.open(sectionPath(ids.section), await app.signedIn(stage.mentee))
    await spoilt.opened
    spoilt.socket.send(words.body ?? '')
    expect(await spoilt.closed()).toBe(closeCodes.badFrame)
    expect(logged.join()).toContain('a bad frame')
    expect(said()).toEqual([])
  })

  test('where the database refuses what somebody writes, or somebody looks for a word', async () => {
    const { ids, words } = stage.own.private
    const asMentee = await app.as(stage.mentee)
    await app.deps.db.execute(
      sql`alter table entries add constraint no_such_title check (title <> ${sql.raw(`'${words.comment}'`)})`,
    )
    const answer = await asMentee.patch(`/api/journals/entries/${ids.entry}`, {
      title: words.comment,
    })
    await app.deps.db.execute(sql`alter table entries drop constraint no_such_title`)
    expect(answer.status).toBe(500)
    expect(logged.join()).toContain('no_such_title')
    const found = await asMentee.post('/api/journals/search', { q: words.title })
    expect(found.body).toHaveLength(1)
    expect(said()).toEqual([])
  })
})
