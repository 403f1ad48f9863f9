import { docSchema } from '@atelier/shared/docs/new-doc'
import { linesOf, write } from '@atelier/shared/suggestions/two-authors'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { admitFrom } from '../access/admit'
import { docSuggestionDecisions } from '../db/doc-tables'
import { setArchived } from '../projects/project-change-queries'
import { type ForkActs, forkActs } from '../testing/fork-acts'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let lead: MadePerson
let ada: MadePerson
let ben: MadePerson
let viewer: MadePerson
let project: MadeProject
let doc: { id: string }
let path: string
let { begin, opened, suggest, suggestions, keysOf, lines } = {} as ForkActs

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
  const person = (name: string) => makePerson(app.deps.db, workspace, { name })
  ;[lead, ada, ben, viewer] = (await Promise.all(['Lea', 'Ada', 'Ben', 'Vera'].map(person))) as [
    MadePerson,
    MadePerson,
    MadePerson,
    MadePerson,
  ]
})
beforeEach(async () => {
  project = await makeProject(app.deps.db, lead, {
    members: [
      [ada, 'commenter'],
      [ben, 'commenter'],
      [viewer, 'viewer'],
    ],
  })
  doc = await makeDoc(app.deps.db, project, lead)
  ;({ path, begin, opened, suggest, suggestions, keysOf, lines } = forkActs(app, doc.id))
  await app.deps.rooms.edit(roomName('doc', doc.id), (room) =>
    write(room, (tr) => tr.insert(1, docSchema().text('One two three four.'))),
  )
})
afterAll(() => app.stop())

describe('to suggest', () => {
  test('needs the right to comment, and each person has one fork of a doc', async () => {
    expect((await (await app.as(viewer)).post(path)).status).toBe(403)
    const stranger = await makePerson(app.deps.db, workspace)
    expect((await (await app.as(stranger)).post(path)).status).toBe(404)
    const [first, second] = await Promise.all([begin(ada), begin(ada)])
    expect(second).toBe(first)
    expect(await begin(ben)).not.toBe(first)
    expect((await (await app.as(viewer)).get(path)).body).toMatchObject([
      { id: first, author: { id: ada.id, name: 'Ada' } },
      { author: { id: ben.id } },
    ])
  })

  test('[S13] a fork begins with all that the doc says', async () => {
    expect(linesOf(await opened('suggestion', await begin(ada)))).toEqual(['One two three four.'])
  })

  test('its room is written by its author alone, and only as long as they may comment', async () => {
    const fork = await begin(ada)
    const admit = admitFrom(app.deps.db)
    const access = async (person: MadePerson) => {
      const { session } = await app.deps.sessions.create(person.id, '')
      const ticket = { sessionId: session.id, personId: person.id }
      const answer = await admit(ticket, roomName('suggestion', fork))
      return answer.kind === 'admitted' ? answer.access : answer.kind
    }
    const all = async () => Promise.all([ada, ben, lead, viewer].map(access))
    expect(await all()).toEqual(['write', 'read', 'read', 'read'])
    const editor = await app.as(lead)
    await editor.patch(`/api/docs/${doc.id}`, { restricted: true })
    expect(await all()).toEqual(['no-access', 'no-access', 'read', 'no-access'])
    await editor.put(`/api/docs/${doc.id}/grants/${ada.id}`, { role: 'viewer' })
    expect(await access(ada)).toBe('read')
    await editor.put(`/api/docs/${doc.id}/grants/${ada.id}`, { role: 'commenter' })
    expect(await access(ada)).toBe('write')
    await setArchived(app.deps.db, project.id, true)
    expect(await access(ada)).toBe('read')
    expect(
      (await (await app.as(lead)).post(`${path}/${fork}/decisions`, { keys: ['x'], accept: true }))
        .status,
    ).toBe(403)
  })

  test('[S5] when the rights of a doc change, its forks are asked about, too', async () => {
    const fork = await begin(ada)
    const asked: (string[] | undefined)[] = []
    app.deps.accessChanges.onChange(({ roomIds }) => asked.push(roomIds))
    const editor = await app.as(lead)
    await editor.patch(`/api/docs/${doc.id}`, { restricted: true })
    await editor.post(`/api/docs/${doc.id}/trash`)
    await editor.post(`/api/docs/${doc.id}/restore`)
    const both = [doc.id, fork]
    expect(asked).toEqual([both, both, both])
  })

  test('its author withdraws it, nobody else does', async () => {
    const fork = await begin(ada)
    for (const person of [ben, lead]) {
      expect((await (await app.as(person)).delete(`${path}/${fork}`)).status).toBe(403)
    }
    expect((await (await app.as(ada)).delete(`${path}/${fork}`)).status).toBe(204)
    expect((await (await app.as(lead)).get(path)).body).toEqual([])
    expect((await (await app.as(ada)).delete(`${path}/${fork}`)).status).toBe(404)
    expect(await begin(ada)).not.toBe(fork)
  })
})

describe('to decide', () => {
  test('needs the right to edit; of their own an author may think better', async () => {
    const fork = await begin(ada)
    await suggest(fork, 'two', 'five')
    const keys = await keysOf(fork)
    const decide = async (person: MadePerson, accept: boolean) =>
      (await (await app.as(person)).post(`${path}/${fork}/decisions`, { keys, accept })).status
    expect(await decide(viewer, true)).toBe(403)
    expect(await decide(ben, false)).toBe(403)
    expect(await decide(ada, true)).toBe(403)
    expect(await lines()).toEqual(['One two three four.'])
    expect(await decide(ada, false)).toBe(200)
    expect(await suggestions(fork)).toEqual([])
  })

  test('accepted, it stands in the doc under its author’s name; refused, the doc stays', async () => {
    const fork = await begin(ada)
    await suggest(fork, 'two', 'five')
    await suggest(fork, ' four', '')
    const [first, second] = await keysOf(fork)
    const editor = await app.as(lead)
    const accepted = await editor.post(`${path}/${fork}/decisions`, { keys: [first], accept: true })
    expect(accepted.body).toEqual({ batchId: expect.any(String), decided: 1, gone: 0 })
    expect(await lines()).toEqual(['One five three four.'])
    expect(await keysOf(fork)).toEqual([second])
    await editor.post(`${path}/${fork}/decisions`, { keys: [second], accept: false })
    expect(await lines()).toEqual(['One five three four.'])
    expect(await keysOf(fork)).toEqual([])
    expect(linesOf(await opened('suggestion', fork))).toEqual(['One five three.'])
    const rows = await app.deps.db.select().from(docSuggestionDecisions)
    expect(rows.filter(({ suggestionId }) => suggestionId === fork)).toMatchObject([
      { accepted: true, removed: 'two', inserted: 'five', decidedBy: lead.id },
      { accepted: false, removed: ' four', inserted: '', decidedBy: lead.id },
    ])
  })

  test('two who accept the same at once write it once', async () => {
    const fork = await begin(ada)
    await suggest(fork, 'two', 'two and a half')
    const keys = await keysOf(fork)
    const editors = await Promise.all([app.as(lead), app.as(workspace.owner)])
    const answers = await Promise.all(
      editors.map((editor) => editor.post(`${path}/${fork}/decisions`, { keys, accept: true })),
    )
    expect(answers.map(({ body }) => body.decided).sort()).toEqual([0, 1])
    expect(answers.map(({ body }) => body.gone).sort()).toEqual([0, 1])
    expect(await lines()).toEqual(['One two and a half three four.'])
  })

  test('what says something else by now is left alone', async () => {
    const fork = await begin(ada)
    await suggest(fork, 'two', 'five')
    const keys = await keysOf(fork)
    await suggest(fork, 'five', 'fiverr')
    const editor = await app.as(lead)
    const { body } = await editor.post(`${path}/${fork}/decisions`, { keys, accept: true })
    expect(body).toEqual({ batchId: null, decided: 0, gone: 1 })
    expect(await lines()).toEqual(['One two three four.'])
  })

  test('two people suggest in one paragraph, and both are accepted', async () => {
    const [adas, bens] = [await begin(ada), await begin(ben)]
    await suggest(adas, 'two', 'five')
    await suggest(bens, 'two three', 'two, three')
    const editor = await app.as(lead)
    for (const fork of [adas, bens]) {
      await editor.post(`${path}/${fork}/decisions`, { keys: await keysOf(fork), accept: true })
    }
    expect(await lines()).toEqual(['One five, three four.'])
  })

  test('is taken back as a whole, once, by who decided', async () => {
    const fork = await begin(ada)
    await suggest(fork, 'two', 'five')
    const before = (await suggestions(fork)).map(({ removed, inserted }) => ({ removed, inserted }))
    const editor = await app.as(lead)
    for (const accept of [true, false]) {
      const decisions = `${path}/${fork}/decisions`
      const { body } = await editor.post(decisions, { keys: await keysOf(fork), accept })
      const undo = `${decisions}/${body.batchId}/undo`
      expect((await (await app.as(workspace.owner)).post(undo)).status).toBe(410)
      expect((await editor.post(undo)).status).toBe(204)
      expect((await editor.post(undo)).status).toBe(410)
      expect(await lines()).toEqual(['One two three four.'])
      expect(await suggestions(fork)).toMatchObject(before)
    }
  })

  test('of another doc’s fork there is nothing to decide', async () => {
    const fork = await begin(ada)
    await suggest(fork, 'two', 'five')
    const keys = await keysOf(fork)
    const other = await makeDoc(app.deps.db, project, lead)
    const wrong = `/api/docs/${other.id}/suggestions/${fork}/decisions`
    expect((await (await app.as(lead)).post(wrong, { keys, accept: true })).status).toBe(404)
  })
})
