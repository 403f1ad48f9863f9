/** Whatever somebody writes into their fork: the doc stays one that opens, and is saved. */
import { docSchema } from '@atelier/shared/docs/new-doc'
import { readDocText } from '@atelier/shared/docs/read-doc'
import { hostileForks } from '@atelier/shared/suggestions/hostile-forks-edits'
import { bodyOf, write } from '@atelier/shared/suggestions/two-authors'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { checkDepth } from '../sync/check-depth'
import { Outline } from '../sync/outline'
import { type ForkActs, forkActs } from '../testing/fork-acts'
import {
  type MadePerson,
  type MadeWorkspace,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { decideSuggestions } from './decide-suggestions'

let app: TestApp
let workspace: MadeWorkspace
let lead: MadePerson
let eve: MadePerson
let acts: ForkActs
let docId: string
let fork: string

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace)
  eve = await makePerson(app.deps.db, workspace)
})
beforeEach(async () => {
  const project = await makeProject(app.deps.db, lead, { members: [[eve, 'commenter']] })
  ;({ id: docId } = await makeDoc(app.deps.db, project, lead))
  acts = forkActs(app, docId)
  await edit((tr) => {
    tr.insert(1, docSchema().text('One two three.'))
    const title = docSchema().nodes.heading?.create({ level: 2 }, docSchema().text('Why'))
    if (title) tr.insert(tr.doc.content.size, title)
  })
  fork = await acts.begin(eve)
})
afterAll(() => app.stop())

const edit = (change: Parameters<typeof write>[1]) =>
  app.deps.rooms.edit(roomName('doc', docId), (room) => write(room, change))

/** All that is suggested there, some at a time, as a page asks. */
async function decideAll(accept: boolean): Promise<number[]> {
  const keys = await acts.keysOf(fork)
  const statuses: number[] = []
  for (let from = 0; from < keys.length; from += 500) {
    const answer = await acts.decide(lead, fork, accept, keys.slice(from, from + 500))
    statuses.push(answer.status)
  }
  return statuses
}

async function expectWell(): Promise<void> {
  const doc = await acts.opened('doc', docId)
  bodyOf(doc).check()
  expect(readDocText(doc)).toBeDefined()
  await edit((tr) => tr.insert(tr.doc.content.size, must(docSchema().nodes.paragraph).create()))
  expect([...doc.share.keys()].sort()).toEqual(['body', 'title'])
}

function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('missing')
  return value
}

describe.each(hostileForks)('a fork with %s', (_, write) => {
  const attack = async () => {
    const forked = await acts.opened('suggestion', fork)
    await acts.change(fork, (text) => write(text, forked))
    const update = Y.encodeStateAsUpdate(forked)
    await app.deps.rooms.edit(roomName('suggestion', fork), (room) => Y.applyUpdate(room, update))
  }

  test('is read, refused, and its author goes on', async () => {
    const before = bodyOf(await acts.opened('doc', docId)).toJSON()
    await attack()
    for (const status of await decideAll(false)) expect(status).toBe(200)
    expect(bodyOf(await acts.opened('doc', docId)).toJSON()).toEqual(before)
    await expectWell()
  })

  test('is accepted as far as a doc can hold it, or not at all', async () => {
    await attack()
    for (const status of await decideAll(true)) expect([200, 400]).toContain(status)
    await expectWell()
  })
})

test('what would make the doc larger than any may be is not accepted, and says so', async () => {
  await acts.suggest(fork, 'two', 'words '.repeat(1000))
  const keys = await acts.keysOf(fork)
  const wish = { keys, accept: true }
  const forked = { kind: 'doc', id: docId } as const
  const place = { forked, fork: { id: fork, authorId: eve.id }, by: lead.id }
  const full = decideSuggestions(app.deps, place, wish, 4000)
  await expect(full).rejects.toMatchObject({ code: 'too-large' })
  expect(await acts.lines()).toEqual(['One two three.', 'heading: Why'])
  expect(await acts.keysOf(fork)).toEqual(keys)
})

test('[S6] blocks nested deeper than a room may be never get into a fork', () => {
  const doc = new Y.Doc()
  for (const [what, write] of hostileForks) {
    if (what === 'blocks nested 2,000 deep') write(doc, doc)
  }
  expect(() => checkDepth(new Outline(), Y.encodeStateAsUpdate(doc))).toThrow('too deep')
})
