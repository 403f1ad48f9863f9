/** People who are told things, and a board on which they are done. */
import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import type { InboxItem, InboxPage } from '@atelier/shared/inbox/inbox'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import * as Y from 'yjs'
import { settleBoard } from '../boards/board-summary'
import { type Authors, editAuthors } from '../inbox/edit-authors'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeBoard,
  makePerson,
  makeProject,
  makeWorkspace,
} from './make'
import { type TestApp, testApp } from './test-app'

export let app: TestApp
let workspace: MadeWorkspace
export let owner: MadePerson
export let ana: MadePerson
export let ben: MadePerson
export let cleo: MadePerson
export let stranger: MadePerson
export let project: MadeProject
export let board: string

/** Three people of a project and somebody else, with a new board for each test. */
export function onStage(): void {
  beforeAll(async () => {
    app = await testApp()
    workspace = await makeWorkspace(app.deps.db)
    owner = workspace.owner
  })
  afterAll(() => app.stop())

  beforeEach(async () => {
    const { db } = app.deps
    ana = await makePerson(db, workspace)
    ben = await makePerson(db, workspace)
    cleo = await makePerson(db, workspace)
    stranger = await makePerson(db, workspace)
    project = await makeProject(db, ana, {
      members: [
        [ben, 'contributor'],
        [cleo, 'viewer'],
      ],
    })
    const columns = ['To do', 'Done']
    const cards = [{ title: 'Measure', column: 'To do' }]
    ;({ id: board } = await makeBoard(db, project, ana, { columns, cards }))
  })
}

export const inboxOf = async (person: MadePerson, ask = ''): Promise<InboxItem[]> => {
  const { body } = await (await app.as(person)).get(`/api/me/inbox${ask}`)
  return (body as InboxPage).items
}
export const unreadOf = async (person: MadePerson): Promise<number> =>
  (await (await app.as(person)).get('/api/me/inbox/unread')).body.unread
export const kinds = async (person: MadePerson) => (await inboxOf(person)).map(({ kind }) => kind)

export const room = () => roomName('board', board)
/** What somebody does on the board, and then it is quiet; `nodes` find that at the same moment. */
export async function does(by: MadePerson | null, change: (doc: Y.Doc) => unknown, nodes = 1) {
  const authors = editAuthors()
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.deps.rooms.read(room()))
  doc.on('update', (update: Uint8Array) => authors.hear(room(), update, by?.id ?? null))
  change(doc)
  const heard = authors.take(room())
  await app.deps.rooms.edit(room(), (live) => Y.applyUpdate(live, Y.encodeStateAsUpdate(doc)))
  await Promise.all(Array.from({ length: nodes }, () => settle(doc, heard)))
}
const settle = (doc: Y.Doc, authors: Authors) => settleBoard(app.deps.db, board, doc, authors)

export const theCard = (doc: Y.Doc) => must([...readBoard(doc).cards.keys()][0], 'card')
export const cardId = () => app.deps.rooms.look(room(), theCard)
export const done = (doc: Y.Doc) =>
  must(
    readBoard(doc).columns.find(({ name }) => name === 'Done'),
    'Done',
  ).id
export const describeCard = (doc: Y.Doc, person: string) => {
  const mention = new Y.XmlElement('mention')
  mention.setAttribute('kind', 'person')
  mention.setAttribute('id', person)
  const line = new Y.XmlElement('paragraph')
  line.insert(0, [mention])
  const entry = doc.getMap('cards').get(theCard(doc)) as Y.Map<unknown>
  ;(entry.get('description') as Y.XmlFragment).insert(0, [line])
}
export const watch = async (person: MadePerson, watching = true) =>
  (await app.as(person)).put(`/api/boards/${board}/cards/${await cardId()}/watching`, { watching })
export const newId = () => crypto.randomUUID()
export const say = async (person: MadePerson, ...called: MadePerson[]) => {
  const mentions = called.map(({ id, name }) => ({ person: id, name }))
  const body = { id: newId(), body: [{ text: 'Look' }, ...mentions] }
  const path = `/api/boards/${board}/cards/${await cardId()}/comments`
  expect((await (await app.as(person)).post(path, body)).status).toBe(201)
  return body.id
}
