/**
 * Nobody reads a journal but its people. Words that stand nowhere else are written into one; then everybody else goes
 * over every route there is, every socket and every notice, and must not come upon them, nor upon an id. Routes are
 * asked of the server itself: one that is added later is gone over, too.
 */
import type { WorkspaceRole } from '@atelier/shared/access/roles'
import { docBody } from '@atelier/shared/docs/doc'
import { closeCodes } from '@atelier/shared/sync/close-codes'
import { roomKinds } from '@atelier/shared/sync/room-name'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import type { ProtocolClient } from '../bench/protocol-client'
import { mentorshipPeople } from '../db/mentorship-tables'
import { insertAgreement } from '../mentorships/agreement-queries'
import { putLookBack } from '../mentorships/look-back-queries'
import { changeState, leaveCircle } from '../mentorships/mentorship-change-queries'
import { putMember } from '../projects/project-change-queries'
import { type Canaries, crawl, filledAll, filledWith, heardIn } from '../testing/canary-crawl'
import { enterSection, everythingOn, sectionPath, textsUntil } from '../testing/enter-section'
import { furnish, type House } from '../testing/every-route'
import { type LiveApp, liveApp } from '../testing/live-app'
import { type MadePerson, makePerson, makeThread, makeWorkspace } from '../testing/make'
import {
  makeCircle,
  makeEntry,
  makeMentoring,
  makePair,
  makePrompts,
} from '../testing/make-journal'

/** Alike, so that looking for what they begin with finds all there are. */
const stem = `kanarienvogel${crypto.randomUUID().slice(0, 8)}`
const canary = (name: string) => `${stem}${name}${crypto.randomUUID()}`

type Written = Record<'entry' | 'section' | 'sectionThread' | 'mentorship', string> & {
  words: Canaries
}

let app: LiveApp
let house: House
let mentee: MadePerson
let mentor: MadePerson
let mentorship: string
/** By what they are for. */
let own: Record<'private' | 'pair' | 'circle' | 'ended', Written>
/** What the pair agreed on and said. */
let agreed: Canaries
let inCircle: Canaries
const gone: Canaries = { 'deleted before it was shared': canary('deleted') }
const logged: string[] = []
const open: ProtocolClient[] = []

beforeAll(async () => {
  const log = pino({ level: 'trace' }, { write: (line) => logged.push(line) })
  app = await liveApp({ log })
  const { db } = app.deps
  house = await furnish(app)
  mentee = await person('member')
  mentor = await person('member')
  mentorship = await makePair(db, { mentee, mentor })
  const words = { rhythm: canary('rhythm'), confidentiality: canary('confidentiality') }
  const goal = canary('goal')
  const agreement = { goals: [goal], endsOn: null, basedOn: 0, ...words }
  await insertAgreement(db, mentorship, mentee.id, agreement)
  const mentoring = canary('mentoring')
  const { mentoringSession, ...made } = await makeMentoring(db, mentorship, mentee, mentoring)
  const set = canary('set')
  const { promptSet } = await makePrompts(db, mentorship, mentee, set)
  agreed = {
    ...{ set, 'id of a set of prompts': promptSet },
    ...{ ...words, goal, mentoring, 'id of the mentorship': mentorship },
    ...{ 'id of the session': mentoringSession, 'id of a goal': made.goal },
  }
  await putMember(db, house.project, mentee.id, 'contributor')
  const [peer, left] = [await person('member'), await person('member')]
  const circle = await makeCircle(db, [mentee, peer, left, await person('member')])
  await leaveCircle(db, circle, left.id)
  inCircle = { 'done in the circle': canary('doing') }
  await makeMentoring(db, circle, mentee, inCircle['done in the circle'])
  const former = await person('member')
  const ended = await makePair(db, { mentee, mentor: former })
  own = {
    private: await write(mentorship, 'private'),
    pair: await write(mentorship, 'pair'),
    circle: await write(circle, 'circle'),
    ended: await write(ended, 'pair'),
  }
  await changeState(db, ended, 'ended')
  await putLookBack(db, ended, { personId: mentee.id, words: own.ended.words.prompt ?? '' })
  const asked = await person('member')
  await db
    .insert(mentorshipPeople)
    .values({ mentorshipId: circle, personId: asked.id, role: 'peer' })
  people = {
    'who left the circle': left,
    'who was asked into the circle': asked,
    'a former mentor': former,
    'somebody of the circle': peer,
    mentor,
  }
})
afterAll(async () => {
  for (const client of open) await client.leave()
  await app.stop()
})

let people: Record<string, MadePerson>

const person = (role: WorkspaceRole) => makePerson(app.deps.db, house.workspace, { role })

/** An entry whose text is written by its author, who stays in it. */
async function write(place: string, audience: 'private' | 'pair' | 'circle'): Promise<Written> {
  const words = {
    title: canary('title'),
    prompt: canary('prompt'),
    body: canary('body'),
    comment: canary('comment'),
  }
  const made = await makeEntry(app.deps.db, mentee, place, [audience], words)
  const section = made.sections[0] ?? ''
  const client = await enterSection(app, mentee, section)
  open.push(client)
  const body = docBody(client.doc)
  body.insert(0, [new Y.XmlText(Object.values(gone)[0])])
  await client.settled()
  body.delete(0, 1)
  body.insert(0, [new Y.XmlText(words.body)])
  await client.settled()
  const thread = await makeThread(app.deps.db, { id: section }, mentee, words.comment)
  const ids = { 'id of the entry': made.id, 'id of the section': section }
  const { id: sectionThread } = thread
  return {
    ...{ entry: made.id, section, sectionThread, mentorship: place },
    words: { ...words, ...ids, 'id of the thread': sectionThread },
  }
}

/** All that was written, but what somebody may read, each by where it stands. */
const without = (...readable: (keyof typeof own | 'agreed')[]): Canaries =>
  Object.fromEntries([
    ...Object.entries(gone),
    ...(readable.includes('agreed') ? [] : Object.entries(agreed)),
    ...(readable.includes('circle') ? [] : Object.entries(inCircle)),
    ...Object.entries(own)
      .filter(([name]) => !readable.includes(name as keyof typeof own))
      .flatMap(([name, { words }]) =>
        Object.entries(words).map(([what, word]) => [`${name}: ${what}`, word]),
      ),
  ])

type Outsider = { name: string; one: () => Promise<MadePerson | null>; hidden: () => Canaries }

/** Those who may read some of it come last: they may also write, and take away what others look for. */
const outsiders: Outsider[] = [
  { name: 'nobody who is signed in', one: async () => null, hidden: () => without() },
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
      await makePair(app.deps.db, { mentee: other, mentor })
      return other
    },
    hidden: () => without(),
  },
  ...['who left the circle', 'who was asked into the circle', 'a former mentor'].map((name) => ({
    name,
    one: async () => people[name] ?? null,
    hidden: () => without(),
  })),
  {
    name: 'somebody of the circle',
    one: async () => people['somebody of the circle'] ?? null,
    hidden: () => without('circle'),
  },
  { name: 'mentor', one: async () => mentor, hidden: () => without('pair', 'agreed') },
]

const fillings = () => {
  const { ids } = house
  const journals = Object.values(own)
  return [
    filledWith(ids),
    ...journals.map(({ words, ...one }) => filledWith({ ...ids, ...one })),
    ...journals.map(({ section }) => filledAll(ids, section)),
    filledAll(ids, own.private.entry),
    filledAll(ids, mentorship),
  ]
}

describe('a canary is heard where it may be', () => {
  test('its author finds each by the routes, and the mentor what is for the pair', async () => {
    const find = async (one: MadePerson, { entry, section }: Written) => {
      const browser = await app.as(one)
      const heard: string[] = []
      for (const path of [`journals/entries/${entry}`, `sections/${section}/threads`]) {
        const answer = await browser.fetch(`/api/${path}`)
        heard.push(...heardIn(new Uint8Array(await answer.arrayBuffer()), without()))
      }
      return heard
    }
    const ids = ['id of the entry', 'id of the section', 'id of the thread']
    const all = ['title', 'prompt', 'comment', ...ids]
    const found = (place: string) =>
      ['id of the mentorship', ...all.map((one) => `${place}: ${one}`)].sort()
    expect((await find(mentee, own.private)).sort()).toEqual(found('private'))
    expect((await find(mentor, own.pair)).sort()).toEqual(found('pair'))
  })

  test('and by the rooms', async () => {
    const client = await enterSection(app, mentor, own.pair.section)
    expect(docBody(client.doc).toString()).toContain(own.pair.words.body)
    await client.leave()
  })
})

describe.each(outsiders)('$name', ({ one, hidden }) => {
  let who: MadePerson | null
  beforeAll(async () => {
    who = await one()
  })
  const headers = async () => (who ? app.signedIn(who) : { origin: 'http://atelier.test' })

  test('comes upon none by any socket', async () => {
    const canaries = hidden()
    const secret = Object.values(own).filter(({ section }) =>
      Object.values(canaries).includes(section),
    )
    for (const { section } of secret) {
      for (const kind of roomKinds) {
        const heard = await everythingOn(app.open(sectionPath(section, kind), await headers()))
        expect([kind, heard.code]).toEqual([kind, who ? closeCodes.noAccess : closeCodes.signedOut])
        expect(heardIn(heard.said, canaries)).toEqual([])
      }
    }
  })

  test('is told of none by a notice, whatever is written and shared meanwhile', async () => {
    const canaries = hidden()
    const socket = app.open('/ws/notices', await headers())
    const asMentee = await app.as(mentee)
    for (const { entry, section, sectionThread } of Object.values(own)) {
      const path = `/api/journals/entries/${entry}`
      await asMentee.post(`/api/sections/${section}/threads/${sectionThread}/resolve`)
      await asMentee.patch(path, { on: '2026-11-28' })
      await asMentee.put(`${path}/mood`, { mood: 1, energy: 1 })
      await asMentee.patch(`${path}/sections/${section}`, { after: null })
    }
    await asMentee.put(audienceOf(own.pair), { audience: 'private', from: 'pair' })
    await asMentee.put(audienceOf(own.pair), { audience: 'pair', from: 'private' })
    // Whoever hears this has heard all that came before.
    if (who) await (await app.as(who)).patch('/api/me', { name: 'Somebody Else' })
    const said = await textsUntil(socket, (text) => text.includes('"session"'))
    socket.socket.close()
    expect(heardIn(Buffer.from(said.join()), canaries)).toEqual([])
  })

  test('comes upon none on any route', async () => {
    const signIn = async () => (who ? app.as(who) : app.browser())
    let browser = await signIn()
    const crawler = {
      app,
      browser: async () => browser,
      async signInAgain() {
        browser = await signIn()
      },
    }
    const heard = await crawl({ ...crawler, canaries: hidden(), look: stem }, fillings())
    expect(heard).toEqual([])
  }, 300_000)
})

const audienceOf = ({ entry, section }: Written) =>
  `/api/journals/entries/${entry}/sections/${section}/audience`

test('no log says any of the words', async () => {
  const spoilt = app.open(sectionPath(own.private.section), await app.signedIn(mentee))
  await spoilt.opened
  spoilt.socket.send(own.private.words.body ?? '')
  expect(await spoilt.closed()).toBe(closeCodes.badFrame)
  expect(logged.join()).toContain('a bad frame')
  const ids = /^id of|: id of/
  const said = heardIn(Buffer.from(logged.join('\n')), without())
  expect(said.filter((name) => !ids.test(name))).toEqual([])
})
