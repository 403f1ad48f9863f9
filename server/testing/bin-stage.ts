/** A project with a lead, a writer and a viewer, and boards that go into its bin. */
import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { cardDescription } from '@atelier/shared/boards/card-edits'
import { toYjs } from '@atelier/shared/boards/rich-text'
import { docOf } from '@atelier/shared/docs/new-doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, beforeEach } from 'vitest'
import { writeBoardSummary } from '../boards/board-summary'
import { insertOutcome } from '../outcomes/outcome-queries'
import {
  type MadePerson,
  type MadeProject,
  makeBoard,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from './make'
import { type Browser, type TestApp, testApp } from './test-app'

export let app: TestApp
export let lead: MadePerson
export let writer: MadePerson
export let viewer: MadePerson
export let project: MadeProject
let outcome: string
export let docId: string
export let asLead: Browser
export let asWriter: Browser
export let asViewer: Browser

/** With new people for each test. */
export function onBinStage(): void {
  beforeAll(async () => {
    app = await testApp()
  })
  afterAll(() => app.stop())

  beforeEach(async () => {
    const { db } = app.deps
    const workspace = await makeWorkspace(db)
    lead = await makePerson(db, workspace, { name: 'Lea Lead' })
    writer = await makePerson(db, workspace)
    viewer = await makePerson(db, workspace)
    project = await makeProject(db, lead, {
      members: [
        [writer, 'contributor'],
        [viewer, 'viewer'],
      ],
    })
    outcome = crypto.randomUUID()
    const place = { projectId: project.id, workspaceId: workspace.id, createdBy: lead.id }
    const words = { name: 'Measures', level: 'alone', description: '' } as const
    await insertOutcome(db, place, { id: outcome, ...words })
    docId = (await makeDoc(db, project, lead, 'The plan')).id
    asLead = await app.as(lead)
    asWriter = await app.as(writer)
    asViewer = await app.as(viewer)
  })
}

const tomorrow = () => new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)

/** A board that is listed wherever boards and cards are: its card is the viewer's, due, and names the doc. */
export async function board(title = 'Line 3') {
  const { db } = app.deps
  const card = { title: 'Weld', column: 'To do', assignee: viewer.id, due: tomorrow() }
  const seed = { title, columns: ['To do', 'Done'], cards: [{ ...card, outcomes: [outcome] }] }
  const { id } = await makeBoard(db, project, lead, seed)
  const doc = docOf(await app.deps.rooms.read(roomName('board', id)))
  const cardId = must([...readBoard(doc).cards.keys()][0], 'card')
  const attrs = { kind: 'doc', id: docId, label: 'The plan' }
  const words = [{ type: 'paragraph', content: [{ type: 'mention', attrs }] }]
  cardDescription(doc, cardId)?.insert(0, toYjs(words as never))
  await writeBoardSummary(db, id, doc)
  return { id, card: cardId, doc }
}

export const trash = (id: string, browser = asWriter) => browser.post(`/api/boards/${id}/trash`)
export const restore = (id: string, browser = asWriter) => browser.post(`/api/boards/${id}/restore`)
export const erase = (id: string, browser = asLead) => browser.delete(`/api/boards/${id}`)
export const bin = async (browser = asWriter) =>
  (await browser.get(`/api/projects/${project.id}/bin`)).body.map(
    ({ kind, title }: { kind: string; title: string }) => `${kind} ${title}`,
  )
