/**
 * What an apprentice writes is read by nobody until they submit it, and then by the two who sign it. Words that stand
 * nowhere else are looked for by everybody else on every route there is, in notices and in the log; so is the key.
 */
import type { WorkspaceRole } from '@atelier/shared/access/roles'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { trainingKeys } from '../db/training-tables'
import {
  type Canaries,
  crawl,
  fewestServed,
  filledAll,
  filledWith,
  heardIn,
} from '../testing/canary-crawl'
import { textsUntil } from '../testing/enter-section'
import { furnish, type House } from '../testing/every-route'
import { type LiveApp, liveApp } from '../testing/live-app'
import { type MadePerson, makePerson, makeWorkspace } from '../testing/make'
import { actorOf } from '../testing/make-journal'
import {
  makeRecord,
  makeSchoolPerson,
  sendBack,
  signAs,
  submit,
  writeWeek,
  writtenWeek,
} from '../testing/make-training'
import { askInstead, putAnswer } from './record-change-queries'
import { withdrawWeek } from './week-change-queries'

const stem = `kanarienvogel${crypto.randomUUID().slice(0, 8)}`
const canary = (name: string) => `${stem}${name}${crypto.randomUUID()}`

let app: LiveApp
let house: House
let record: string
let people: Record<'apprentice' | 'trainer' | 'school' | 'former' | 'asked', MadePerson>
let submitted: Canaries
let unsent: Canaries
let key: Canaries
const logged: string[] = []

const person = (role: WorkspaceRole = 'member') =>
  makePerson(app.deps.db, house.workspace, { role })

beforeAll(async () => {
  app = await liveApp({ log: pino({ level: 'trace' }, { write: (line) => logged.push(line) }) })
  const { db } = app.deps
  house = await furnish(app)
  const school = await makeSchoolPerson(db, house.workspace)
  const [apprentice, former, trainer] = [await person(), await person(), await person()]
  people = { apprentice, former, trainer, school, asked: await person() }
  record = await makeRecord(db, { apprentice, trainer: former, school }, house.ids.plan)
  const put = (personId: string, by: MadePerson) =>
    askInstead(db, record, actorOf(by), { role: 'trainer', personId })
  await put(trainer.id, former)
  await putAnswer(db, record, trainer.id, true)
  await put(people.asked.id, trainer)
  const words = { signed: canary('signed'), 'sent back in': canary('answer'), open: canary('open') }
  const own = {
    draft: canary('draft'),
    withdrawn: canary('withdrawn'),
    'sent back': canary('back'),
  }
  const place = { recordId: record, week: writtenWeek }
  const hash = await submit(db, place, apprentice, words.signed)
  await signAs(db, place, { hash, role: 'trainer', by: trainer })
  await submit(db, { ...place, week: '2026-W41' }, apprentice, words.open)
  await submit(db, { ...place, week: '2026-W42' }, apprentice, own.withdrawn)
  await withdrawWeek(db, { ...place, week: '2026-W42' })
  const back = { ...place, week: '2026-W43' }
  const said = { by: trainer, words: words['sent back in'] }
  await sendBack(db, back, { hash: await submit(db, back, apprentice, own['sent back']), ...said })
  await writeWeek(db, place, own.draft)
  submitted = { ...words, 'id of the record': record, 'hash of a week': hash }
  unsent = own
  const rows = await db.select().from(trainingKeys)
  key = Object.fromEntries(
    rows.map(({ privateKey }, nth) => [`key ${nth}`, privateKey.split('\n')[1] ?? '']),
  )
  expect(Object.values(key).every((each) => each.length > 40)).toBe(true)
})
afterAll(() => app.stop())

const fillings = () => {
  const own = { ...house.ids, record }
  const weeks = ['2026-W41', '2026-W42', '2026-W43']
  return [
    filledWith(own),
    ...weeks.map((week) => ({
      address: (path: string) => filledWith(own).address(path.replace(':week', week)),
      ids: own,
    })),
    filledAll(house.ids, record),
  ]
}

type Outsider = { name: string; one: () => Promise<MadePerson | null>; hidden: () => Canaries }
const all = () => ({ ...submitted, ...unsent, ...key })

const outsiders: Outsider[] = [
  { name: 'nobody who is signed in', one: async () => null, hidden: all },
  ...(['owner', 'admin', 'member', 'partner'] as const).map((role) => ({
    name: `another ${role}`,
    one: () => person(role),
    hidden: all,
  })),
  { name: 'who made the plan', one: async () => house.workspace.owner, hidden: all },
  {
    name: 'the owner of another workspace',
    one: async () => (await makeWorkspace(app.deps.db)).owner,
    hidden: all,
  },
  { name: 'who was the trainer before', one: async () => people.former, hidden: all },
  {
    name: 'who is asked to be the trainer',
    one: async () => people.asked,
    hidden: () => ({ ...unsent, ...key, ...without('id of the record') }),
  },
  {
    name: 'who signs for the school',
    one: async () => people.school,
    hidden: () => ({ ...unsent, ...key }),
  },
]
const without = (name: string) =>
  Object.fromEntries(Object.entries(submitted).filter(([each]) => each !== name))

test('a canary is heard where it may be', async () => {
  const find = async (one: MadePerson, week: string) => {
    const path = `/api/training/records/${record}/weeks/${week}`
    const answer = await (await app.as(one)).fetch(path)
    return heardIn(new Uint8Array(await answer.arrayBuffer()), all()).sort()
  }
  const ofWeek = ['hash of a week', 'id of the record', 'signed']
  expect(await find(people.apprentice, writtenWeek)).toEqual(['draft', ...ofWeek])
  expect(await find(people.school, writtenWeek)).toEqual(ofWeek)
  expect(await find(people.apprentice, '2026-W43')).toEqual(['sent back', 'sent back in'])
})

describe.each(outsiders)('$name', ({ one, hidden }) => {
  test('comes upon none on any route, whatever is written meanwhile', async () => {
    const who = await one()
    const signIn = async () => (who ? app.as(who) : app.browser())
    let browser = await signIn()
    const crawler = {
      app,
      browser: async () => browser,
      async signInAgain() {
        browser = await signIn()
      },
    }
    const all = { ...crawler, canaries: hidden(), look: stem }
    const { heard, served } = await crawl(all, fillings())
    expect(heard).toEqual([])
    // Whoever is here was let in where anybody is.
    if (who) expect(served).toBeGreaterThan(fewestServed)
  }, 300_000)

  test('is told of none by a notice', async () => {
    const who = await one()
    if (!who) return
    const socket = app.open('/ws/notices', await app.signedIn(who))
    await socket.opened
    const asApprentice = await app.as(people.apprentice)
    const path = `/api/training/records/${record}/weeks/2026-W41`
    await asApprentice.post(`${path}/withdraw`)
    const { draft } = (await asApprentice.get(path)).body
    await asApprentice.post(`${path}/submit`, { basedOn: draft.version })
    // Whoever hears this has heard all that came before.
    await (await app.as(who)).patch('/api/me', { name: 'Somebody Else' })
    const said = await textsUntil(socket, (text) => text.includes('"session"'))
    socket.socket.close()
    const { 'id of the record': id, ...words } = hidden()
    const isInIt = [people.school, people.asked].includes(who)
    const heard = heardIn(Buffer.from(said.join()), isInIt || !id ? words : { ...words, id })
    expect(heard).toEqual([])
  })
})

test('no log says any of the words, or the key', () => {
  const { 'id of the record': _, 'hash of a week': __, ...words } = all()
  expect(heardIn(Buffer.from(logged.join('\n')), words)).toEqual([])
})
