import { docBody } from '@atelier/shared/docs/doc'
import { docSchema } from '@atelier/shared/docs/new-doc'
import { write } from '@atelier/shared/suggestions/two-authors'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import { forkActs } from '../testing/fork-acts'
import { makeDoc, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const hologram = (text: Y.Doc) => {
  const block = new Y.XmlElement('hologram')
  block.insert(0, [new Y.XmlText('from the future')])
  docBody(text).insert(1, [block])
}
const glow = (text: Y.Doc) =>
  ((docBody(text).get(0) as Y.XmlElement).get(0) as Y.XmlText).format(0, 3, { glow: {} })

test.each([
  ['a block', hologram],
  ['a mark', glow],
])('%s that nobody knows is suggested: it can be refused, and not be accepted', async (_, act) => {
  const workspace = await makeWorkspace(app.deps.db)
  const [lead, ada] = [
    await makePerson(app.deps.db, workspace),
    await makePerson(app.deps.db, workspace),
  ]
  const project = await makeProject(app.deps.db, lead, { members: [[ada, 'commenter']] })
  const doc = await makeDoc(app.deps.db, project, lead)
  const { begin, change, decide, keysOf, opened } = forkActs(app, doc.id)
  await app.deps.rooms.edit(roomName('doc', doc.id), (room) =>
    write(room, (tr) => tr.insert(1, docSchema().text('One two three.'))),
  )
  const fork = await begin(ada)
  await change(fork, act)
  const before = docBody(await opened('doc', doc.id)).toString()

  const accepted = await decide(lead, fork, true)
  expect(accepted.status).toBe(400)
  expect(accepted.body.error.fields).toEqual([{ field: '', problem: 'unsound-suggestion' }])
  expect(docBody(await opened('doc', doc.id)).toString()).toBe(before)

  expect((await decide(lead, fork, false)).status).toBe(200)
  expect(await keysOf(fork)).toEqual([])
})
