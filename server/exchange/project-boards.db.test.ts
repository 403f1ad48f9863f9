import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { archiveCard, cardDescription, restoreCard } from '@atelier/shared/boards/card-edits'
import { readDocFrom } from '@atelier/shared/docs/new-doc'
import { readFragment } from '@atelier/shared/docs/read-body'
import type { Imported } from '@atelier/shared/exchange/exchange'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  type MadePerson,
  type MadeProject,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { makeLinkedProject } from '../testing/make-linked-project'
import { type TestApp, testApp } from '../testing/test-app'
import { unzip } from './reading/unzip'

let app: TestApp
let lead: MadePerson
let writer: MadePerson
let viewer: MadePerson
let project: MadeProject
let made: { work: string; ideas: string; home: string }

beforeAll(async () => {
  app = await testApp()
  const workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace, { name: 'Lea Lead' })
  writer = await makePerson(app.deps.db, workspace, { name: 'Wim Writer' })
  viewer = await makePerson(app.deps.db, workspace, { name: 'Vera Viewer' })
  project = await makeProject(app.deps.db, lead, {
    members: [
      [writer, 'contributor'],
      [viewer, 'viewer'],
    ],
  })
  made = await makeLinkedProject(app.deps, project, { lead, writer })
})
afterAll(() => app.stop())

async function boardIn(id: string) {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.deps.rooms.read(`board:${id}`))
  return { doc, board: readBoard(doc) }
}

const cardCalled = async (boardId: string, title: string) =>
  must(
    [...(await boardIn(boardId)).board.cards.values()].find((card) => card.title === title),
    title,
  )

async function exported(person: MadePerson, of: { id: string } = project) {
  const response = await (await app.as(person)).fetch(`/api/projects/${of.id}/export`)
  expect(response.status).toBe(200)
  const bytes = new Uint8Array(await response.arrayBuffer())
  const { files } = await unzip(bytes)
  const said = (name: string) => new TextDecoder().decode(must(files.get(name), name))
  return { bytes, names: [...files.keys()], said }
}

async function bring(person: MadePerson, into: { id: string }, bytes: Uint8Array) {
  const browser = await app.as(person)
  const response = await browser.fetch(`/api/projects/${into.id}/import?name=x.zip`, {
    method: 'POST',
    body: bytes as BodyInit,
  })
  return { status: response.status, body: (await response.json()) as Imported }
}

/** Everything but ids, which are others. */
async function shown(id: string) {
  const { doc, board } = await boardIn(id)
  const labels = new Map(board.labels.map((label) => [label.id, `${label.name} ${label.colour}`]))
  const card = (one: (typeof board.archive)[number]) => ({
    title: one.title,
    assignees: one.assignees,
    due: one.due,
    labels: one.labels.map((label) => labels.get(label)),
    archivedAt: one.archivedAt,
    words: JSON.stringify(readFragment(must(cardDescription(doc, one.id), 'text'))).replace(
      /[0-9a-f]{8}-[0-9a-f-]{27}|"partId":"[^"]*"/g,
      'id',
    ),
  })
  return {
    title: board.title,
    labels: [...labels.values()],
    columns: board.columns.map(({ name, cards }) => [name, cards.map(card)]),
    archive: board.archive.map(card),
  }
}

test('boards are in the zip, for people and whole, with the names of those they name', async () => {
  const { names, said } = await exported(lead)
  expect(names).toEqual(
    expect.arrayContaining([
      'boards/Work.md',
      'boards/Work.json',
      'boards/Ideas “a b”.md',
      'boards/Ideas “a b”.json',
      'attachments/press.png',
    ]),
  )
  expect(said('Home.md')).toContain(
    '[Ask the supplier](boards/Work.md "card") on [Ideas](boards/Ideas%20%E2%80%9Ca%20b%E2%80%9D.md "board") or [here](boards/Work.md)',
  )
  const whole = JSON.parse(said('boards/Work.json'))
  expect(whole.columns.map(({ name }: { name: string }) => name)).toEqual(['To do', 'Done'])
  expect(whole.columns[0].cards[0]).toMatchObject({
    title: 'Ask the supplier',
    assignees: [{ id: writer.id, name: 'Wim Writer' }],
    due: '2026-12-01',
  })
  expect(JSON.parse(said('atelier.json')).people).toEqual({
    [lead.id]: 'Lea Lead',
    [writer.id]: 'Wim Writer',
  })
  const read = said('boards/Work.md')
  expect(read).toContain('## To do\n\n### Ask the supplier\n\nFor [@Wim Writer]')
  expect(read).toContain('Due 2026-12-01 · Labels: Urgent, Later\n\nWhich alloy?')
  expect(read).toContain('##### How\n\nAs in [Home](../Home.md "doc")')
  expect(read).toContain('![Press](../attachments/press.png)')
  expect(read).toMatch(/## Archive\n\n### (Old plan|Lost)/)
})

test('they come in again as they were, and what names or shows them means the new ones', async () => {
  const { bytes } = await exported(lead)
  const next = await makeProject(app.deps.db, lead)
  const { body } = await bring(lead, next, bytes)
  expect(body.boards.map(({ title }) => title)).toEqual(['Ideas: “a/b”', 'Work'])
  expect(body).toMatchObject({ files: 1, comments: 1 })
  expect(body.skipped).toEqual([
    { name: 'Ideas: “a/b”', why: 'board-past' },
    { name: 'Work', why: 'board-past' },
  ])
  const [newIdeas, newWork] = body.boards.map(({ id }) => id) as [string, string]
  expect(await shown(newWork)).toEqual(await shown(made.work))
  expect(await shown(newIdeas)).toEqual(await shown(made.ideas))

  const newHome = must(body.docs[0], 'doc').id
  const toDo = must((await boardIn(newWork)).board.columns[0], 'column')
  const ask = await cardCalled(newWork, 'Ask the supplier')
  expect(ask.id).not.toBe((await cardCalled(made.work, 'Ask the supplier')).id)
  const said = JSON.stringify(readDocFrom(await app.deps.rooms.read(`doc:${newHome}`)).body)
  expect(said).toContain(`"roomId":"${newWork}","partId":"${toDo.id}"`)
  expect(said).toContain(`/boards/${newWork}?card=${ask.id}`)
  expect(said).toContain(`"href":"/boards/${newIdeas}"`)
  expect(JSON.parse(said).content[0].content[1].attrs).toMatchObject({
    id: ask.id,
    boardId: newWork,
  })
  expect(said).not.toMatch(new RegExp(`${made.work}|${made.ideas}`))

  const measure = await cardCalled(newWork, 'Measure the spindle')
  const { doc } = await boardIn(newWork)
  const description = JSON.stringify(
    readFragment(must(cardDescription(doc, measure.id), 'description')),
  )
  expect(description).toContain(`"id":"${newHome}"`)
  expect(description).toContain(`"roomId":"${newWork}","partId":"${ask.id}"`)
  const [, file] = /"file":"([^"]+)"/.exec(description) ?? []
  expect((await (await app.as(lead)).fetch(`/api/files/${file}`)).status).toBe(200)

  const browser = await app.as(lead)
  const references = [{ kind: 'card', id: ask.id, boardId: newWork }]
  expect((await browser.post('/api/references', { references })).body.found).toEqual([
    {
      ...{ kind: 'card', boardId: newWork, isAway: false },
      title: 'Ask the supplier',
      column: 'To do',
      archived: false,
      board: 'Work',
    },
  ])
  const lists = (await browser.get(`/api/projects/${next.id}`)).body.boards
  expect(lists.find(({ id }: { id: string }) => id === newWork).columns).toEqual([
    { title: 'To do', cards: 2 },
    { title: 'Done', cards: 0 },
  ])
})

test('what is archived stays so, and a card whose column is gone can be brought back', async () => {
  const { bytes } = await exported(lead)
  const next = await makeProject(app.deps.db, lead)
  const { body } = await bring(lead, next, bytes)
  const id = must(
    body.boards.find(({ title }) => title === 'Work'),
    'Work',
  ).id
  const lost = await cardCalled(id, 'Lost with its column')
  expect(lost.archivedAt).not.toBeNull()
  await app.deps.rooms.edit(`board:${id}`, (doc) => {
    restoreCard(doc, lost.id)
    archiveCard(doc, must(readBoard(doc).columns[0]?.cards[0], 'card').id)
  })
  const { board } = await boardIn(id)
  expect(board.columns.map(({ name, cards }) => [name, cards.length])).toEqual([
    ['To do', 2],
    ['Done', 0],
  ])
})

test('elsewhere cards of people who are not there are nobody’s, and that is said', async () => {
  const { bytes } = await exported(lead)
  const { owner } = await makeWorkspace(app.deps.db, { ownerName: 'Nora New' })
  const { body } = await bring(owner, await makeProject(app.deps.db, owner), bytes)
  expect(body.skipped).toContainEqual({ name: 'Work', why: 'no-such-person' })
  const id = must(
    body.boards.find(({ title }) => title === 'Work'),
    'Work',
  ).id
  expect((await cardCalled(id, 'Ask the supplier')).assignees).toEqual([])
})

test('whoever may read the project takes its boards along, only who may make boards brings them in', async () => {
  const { bytes, names } = await exported(viewer)
  expect(names).toContain('boards/Work.json')
  const refused = await bring(viewer, project, bytes)
  expect(refused.status).toBe(403)
  const other = await makeProject(app.deps.db, lead)
  expect((await (await app.as(writer)).fetch(`/api/projects/${other.id}/export`)).status).toBe(404)
  expect((await bring(writer, other, bytes)).status).toBe(404)
})
