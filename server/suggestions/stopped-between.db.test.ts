/** A decision writes two rooms, one after the other, and a server may end in between. */
import { docBody } from '@atelier/shared/docs/doc'
import { docSchema } from '@atelier/shared/docs/new-doc'
import { bodyOf, find, write } from '@atelier/shared/suggestions/two-authors'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import type { Transform } from '@tiptap/pm/transform'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type * as Y from 'yjs'
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
let ada: MadePerson
let docId: string
let acts: ForkActs
let fork: string

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace)
  ada = await makePerson(app.deps.db, workspace)
})
beforeEach(async () => {
  const project = await makeProject(app.deps.db, lead, { members: [[ada, 'commenter']] })
  const doc = await makeDoc(app.deps.db, project, lead)
  docId = doc.id
  acts = forkActs(app, docId)
  const { heading } = docSchema().nodes
  await edit((tr) => {
    tr.insert(1, docSchema().text('One two three four.'))
    const title = heading?.create({ level: 2, textAlign: 'center' }, docSchema().text('Why'))
    if (title) tr.insert(tr.doc.content.size, title)
  })
  fork = await acts.begin(ada)
})
afterAll(() => app.stop())

const edit = (change: (tr: Transform) => void) =>
  app.deps.rooms.edit(roomName('doc', docId), (room) => write(room, change))

const suggest = (change: (tr: Transform) => void) =>
  acts.change(fork, (text) => write(text, change))

const body = async () => bodyOf(await acts.opened('doc', docId))

class Ended extends Error {}

/** A server that ends before it writes in this room. */
function endsBefore(name: RoomName): Pick<TestApp['deps'], 'db' | 'rooms'> {
  const { db, rooms } = app.deps
  const edited: typeof rooms.edit = async (room, ...more) => {
    if (room === name) throw new Ended()
    return rooms.edit(room, ...more)
  }
  return { db, rooms: { ...rooms, edit: edited } }
}

async function acceptAndEnd(): Promise<void> {
  const forked = { kind: 'doc', id: docId } as const
  const place = { forked, fork: { id: fork, authorId: ada.id }, by: lead.id }
  const wish = { keys: await acts.keysOf(fork), accept: true }
  const ends = decideSuggestions(endsBefore(roomName('doc', docId)), place, wish)
  await expect(ends).rejects.toThrow(Ended)
}

const headingAt = (tr: Transform) => tr.doc.child(0).nodeSize

const suggested: [what: string, change: (tr: Transform) => void][] = [
  ['words that come', (tr) => tr.insert(1, docSchema().text('Zero, '))],
  ['words that go', (tr) => tr.delete(find(tr.doc, 'two').from, find(tr.doc, 'three').from)],
  ['a block that comes', (tr) => tr.insert(0, must('horizontalRule').create())],
  ['a block that goes', (tr) => tr.delete(headingAt(tr), tr.doc.content.size)],
  [
    'formatting',
    (tr) => {
      const { from, to } = find(tr.doc, 'two')
      const { bold } = docSchema().marks
      if (bold) tr.addMark(from, to, bold.create())
    },
  ],
  ['an attribute', (tr) => tr.setNodeAttribute(headingAt(tr), 'level', 3)],
  ['an attribute that is set back', (tr) => tr.setNodeAttribute(headingAt(tr), 'textAlign', null)],
  [
    'several attributes',
    (tr) => tr.setNodeMarkup(headingAt(tr), null, { level: 4, textAlign: 'right' }),
  ],
]

function must(name: string) {
  const type = docSchema().nodes[name]
  if (!type) throw new Error(`no ${name}`)
  return type
}

describe('a server ends between the two rooms a decision is written in', () => {
  test.each(suggested)('%s: still suggested, accepted once more, and then done', async (_, act) => {
    const before = await body()
    await suggest(act)
    const seen = await said()
    await acceptAndEnd()
    expect((await body()).toJSON()).toEqual(before.toJSON())
    expect(await said()).toEqual(seen)

    const answer = await acts.decide(lead, fork, true)
    expect(answer.body).toMatchObject({ decided: seen.length, gone: 0 })
    const after = await body()
    expect(after.eq(before)).toBe(false)
    expect(await said()).toEqual([])

    // What an editor does about it later is nobody's suggestion.
    await app.deps.rooms.edit(roomName('doc', docId), (room) => {
      for (const block of docBody(room).toArray() as Y.XmlElement[]) {
        if (block.nodeName !== 'heading') continue
        block.setAttribute('level', 5 as unknown as string)
        block.setAttribute('textAlign', 'justify')
      }
    })
    expect(await said()).toEqual([])
  })

  test('refused, it stays refused', async () => {
    await suggest((tr) => tr.setNodeAttribute(headingAt(tr), 'level', 3))
    await acceptAndEnd()
    await acts.decide(lead, fork, false)
    expect(await said()).toEqual([])
    expect((await body()).child(1).attrs).toMatchObject({ level: 2 })
  })
})

const said = async () =>
  (await acts.suggestions(fork)).map(({ spots, removed, inserted }) => ({
    removed,
    inserted,
    differences: spots.map(({ differences }) => differences),
  }))
