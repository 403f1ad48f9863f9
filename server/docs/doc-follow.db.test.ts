import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { admitFrom } from '../access/admit'
import { unzip } from '../exchange/reading/unzip'
import { insertFork } from '../suggestions/suggestion-queries'
import {
  type MadePerson,
  type MadeWorkspace,
  makeDoc,
  makePerson,
  makeProject,
  makeThread,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let lead: MadePerson
let docId: string
let forkId: string

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  workspace = await makeWorkspace(db)
  lead = await makePerson(db, workspace)
  const project = await makeProject(db, lead)
  docId = (await makeDoc(db, project, lead)).id
  await makeThread(db, { id: docId }, lead, 'Between us')
  const { workspaceId, id: projectId } = project
  const update = await app.deps.rooms.read(`doc:${docId}`)
  forkId = (await insertFork(db, { workspaceId, projectId, docId, authorId: lead.id }, update)).id
  await (await app.as(lead)).patch(`/api/docs/${docId}`, { inLibrary: true })
  for (const role of ['viewer', 'commenter', 'contributor'] as const) {
    people[`who was granted as ${role}`] = await makePerson(db, workspace)
    const { id } = people[`who was granted as ${role}`] ?? lead
    await (await app.as(lead)).put(`/api/docs/${docId}/grants/${id}`, { role })
  }
  people['who found it in the library'] = await makePerson(db, workspace)
  const member = await makePerson(db, workspace)
  people['who only reads its project'] = member
  await (await app.as(lead)).put(`/api/projects/${project.id}/members/${member.id}`, {
    role: 'viewer',
  })
})
afterAll(() => app.stop())
const people: Record<string, MadePerson> = {}

const ways = ['versions', 'versions/1', 'versions/1/writers', 'threads', 'readers', 'suggestions']

async function seen(person: MadePerson) {
  const browser = await app.as(person)
  const statuses = await Promise.all(
    ways.map(async (way) => (await browser.fetch(`/api/docs/${docId}/${way}`)).status === 403),
  )
  const word = await browser.fetch(`/api/docs/${docId}/export?format=docx&comments=1`)
  const { files } = await unzip(new Uint8Array(await word.arrayBuffer()))
  const said = new TextDecoder().decode(files.get('word/comments.xml') ?? new Uint8Array())
  const { session } = await app.deps.sessions.create(person.id, '')
  const ticket = { sessionId: session.id, personId: person.id }
  const admission = await admitFrom(app.deps.db)(ticket, `suggestion:${forkId}`)
  return {
    mayRead: (await browser.get(`/api/docs/${docId}`)).status === 200,
    refused: statuses.filter(Boolean).length,
    comments: said.includes('Between us'),
    suggestions: admission.kind === 'admitted',
  }
}

describe('how a doc comes about: its past, comments and suggestions', () => {
  test.each(['who found it in the library', 'who was granted as viewer'])(
    'is not for one %s',
    async (who) => {
      expect(await seen(people[who] ?? lead)).toEqual({
        mayRead: true,
        refused: ways.length,
        comments: false,
        suggestions: false,
      })
    },
  )

  test.each([
    'who was granted as commenter',
    'who was granted as contributor',
    'who only reads its project',
  ])('is for one %s', async (who) => {
    expect(await seen(people[who] ?? lead)).toEqual({
      mayRead: true,
      refused: 0,
      comments: true,
      suggestions: true,
    })
  })
})
