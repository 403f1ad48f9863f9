/** The list of routes itself, a right body for each, and a house whose ids fill their addresses. */
import type { PutRule } from '@atelier/shared/boards/rule'
import { plainView } from '@atelier/shared/boards/view'
import { roomName } from '@atelier/shared/sync/room-name'
import { loadOpenFeed, putFeed } from '../boards/calendar-feed-queries'
import { saveRule } from '../boards/rule-queries'
import { insertPublicLink } from '../docs/public-link-queries'
import { insertOutcome } from '../outcomes/outcome-queries'
import { insertFork } from '../suggestions/suggestion-queries'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeAnchor,
  makeBoard,
  makeCardComment,
  makeDepartment,
  makeDoc,
  makeInvitation,
  makePerson,
  makeProject,
  makeThread,
  makeWorkspace,
} from './make'
import { makePictureIn } from './make-file'
import type { Browser, TestApp } from './test-app'

export const publicRoutes = [
  'GET /api/session',
  'POST /api/setup',
  'POST /api/sign-in',
  'POST /api/sign-out',
  'POST /api/invitations/look-up',
  'POST /api/invitations/accept',
  'GET /api/feeds/:file',
  'GET /api/public/:token',
  'GET /api/public/:token/files/:fileId',
]

/** The card of the board that somebody has said something about. */
const cardTalkedAbout = 'a-card'
const newWords = () => ({ id: crypto.randomUUID(), body: [{ text: 'Words' }] })
const soon = () => new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()

/** Bodies that are right in shape, so that rights and ids are what decides. */
export const goodBodies: Record<string, (ids: Ids) => unknown> = {
  'PATCH /api/me': () => ({ name: 'Somebody' }),
  'POST /api/me/password': () => ({ current: 'x', next: 'long enough password' }),
  'PATCH /api/me/inbox': () => ({ all: true, read: true }),
  'PUT /api/me/inbox/settings': () => ({ off: ['overdue'] }),
  'PATCH /api/people/:id': () => ({ role: 'partner' }),
  'PATCH /api/workspace': () => ({ name: 'Renamed' }),
  'POST /api/organisations': () => ({ name: 'New partner', kind: 'company', region: null }),
  'POST /api/departments': (ids) => ({ organisationId: ids.organisation, name: 'New' }),
  'POST /api/invitations': (ids) => ({
    role: 'member',
    organisationId: ids.organisation,
    days: 7,
    uses: null,
    project: { id: ids.project, role: 'viewer' },
    note: '',
  }),
  'POST /api/projects': (ids) => ({ title: 'P', challenge: '', departmentIds: [ids.department] }),
  'PATCH /api/projects/:id': (ids) => ({ departmentIds: [ids.department] }),
  'PUT /api/projects/:id/members/:personId': () => ({ role: 'viewer' }),
  'POST /api/projects/:id/outcomes': () => ({
    id: crypto.randomUUID(),
    name: 'Measures a part',
    level: 'alone',
  }),
  'PATCH /api/projects/:id/outcomes/:outcomeId': () => ({ archived: true }),
  'POST /api/projects/:id/docs': () => ({ title: 'D' }),
  'POST /api/docs/:id/duplicate': () => ({ under: true }),
  'PUT /api/docs/:id/place': () => ({ parentId: null }),
  'POST /api/docs/:id/move': (ids) => ({ projectId: ids.project }),
  'PATCH /api/docs/:id': () => ({ template: true }),
  'PUT /api/docs/:id/grants/:personId': () => ({ role: 'viewer' }),
  'POST /api/docs/:id/links': () => ({ expiresAt: soon() }),
  'PUT /api/docs/:id/versions/:seq/name': () => ({ name: 'First draft' }),
  'POST /api/projects/:id/boards': () => ({ title: 'B' }),
  'PUT /api/boards/:id/rules/:ruleId': () => ({
    column: 'column',
    actions: [{ do: 'check-all' }],
  }),
  'POST /api/boards/:id/moves': (ids) => ({ boardId: ids.board, column: 'x', cards: ['card'] }),
  'POST /api/boards/:id/copies': (ids) => ({
    boardId: ids.board,
    column: 'x',
    cards: [{ card: 'card', as: 'copy' }],
  }),
  'POST /api/boards/:id/duplicate': () => ({
    id: crypto.randomUUID(),
    title: 'B',
    withCards: false,
  }),
  'PUT /api/boards/:id/views/:viewId': () => ({ name: 'Mine', view: plainView, isStart: false }),
  'POST /api/references': (ids) => ({ references: [{ kind: 'doc', id: ids.doc }] }),
  'POST /api/docs/:id/suggestions/:suggestionId/decisions': () => ({
    keys: ['w1.2~x'],
    accept: false,
  }),
  'POST /api/docs/:id/threads': () => ({ ...newWords(), anchor: null, quote: '' }),
  'PUT /api/docs/:id/threads/:threadId/anchor': () => ({ anchor: makeAnchor(), quote: 'words' }),
  'POST /api/docs/:id/threads/:threadId/comments': newWords,
  'PATCH /api/docs/:id/threads/:threadId/comments/:commentId': () => ({ body: [{ text: 'B' }] }),
  'PUT /api/docs/:id/threads/:threadId/comments/:commentId/reaction': () => ({
    emoji: '👍',
    given: true,
  }),
  'POST /api/boards/:id/cards/:cardId/comments': newWords,
  'PATCH /api/boards/:id/cards/:cardId/comments/:commentId': () => ({ body: [{ text: 'B' }] }),
  'PUT /api/boards/:id/cards/:cardId/comments/:commentId/reaction': () => ({
    emoji: '👍',
    given: true,
  }),
  'PUT /api/boards/:id/muted': () => ({ muted: true }),
  'PUT /api/boards/:id/cards/:cardId/watching': () => ({ watching: true }),
  'POST /api/rooms/:id/files/copy': (ids) => ({ files: [ids.file] }),
}

/** Of routes that take a file: any bytes are right. */
const rawBodies: Record<string, string> = {
  'POST /api/rooms/:id/files': 'words in a file',
  'POST /api/projects/:id/import': '# A plan',
  'POST /api/projects/:id/boards/look': '{}\nTitle,Status\nAsk,Open\n',
  'POST /api/projects/:id/boards/import': '{}\nTitle,Status\nAsk,Open\n',
}

export type Ids = {
  organisation: string
  department: string
  project: string
  outcome: string
  person: string
  doc: string
  link: string
  board: string
  suggestion: string
  rule: string
  view: string
  thread: string
  comment: string
  cardComment: string
  file: string
  invitation: string
  session: string
  feed: string
}
export type House = { workspace: MadeWorkspace; member: MadePerson; project: MadeProject; ids: Ids }

export const routesOf = ({ app }: TestApp): string[] => [
  ...new Set(
    app.routes
      .filter((route) => route.path.startsWith('/api/') && route.method !== 'ALL')
      .map((route) => `${route.method} ${route.path}`),
  ),
]

export async function furnish(app: TestApp): Promise<House> {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const member = await makePerson(db, workspace)
  const project = await makeProject(db, workspace.owner)
  const { session } = await app.deps.sessions.create(member.id, '')
  const doc = await makeDoc(db, project, workspace.owner)
  const thread = await makeThread(db, doc, workspace.owner)
  const board = await makeBoard(db, project, workspace.owner)
  const onCard = { board, card: cardTalkedAbout, by: workspace.owner }
  const ids = {
    organisation: workspace.organisationId,
    department: (await makeDepartment(db, workspace)).id,
    project: project.id,
    outcome: await outcomeOf(app, project, workspace.owner),
    person: member.id,
    doc: doc.id,
    link: await linkTo(app, doc.id, workspace.owner),
    suggestion: await forkOf(app, project, doc.id, workspace.owner),
    thread: thread.id,
    comment: thread.id,
    board: board.id,
    rule: await ruleOf(app, board.id, workspace.owner),
    // Chosen by whoever keeps it first.
    view: crypto.randomUUID(),
    cardComment: (await makeCardComment(db, onCard)).id,
    file: (await makePictureIn(app, doc, workspace.owner)).id,
    invitation: (await makeInvitation(db, workspace)).id,
    session: session.id,
    feed: await feedOf(app, member),
  }
  return { workspace, member, project, ids }
}

async function linkTo({ deps: { db } }: TestApp, docId: string, { id: createdBy }: MadePerson) {
  const link = { docId, createdBy, expiresAt: new Date(soon()) }
  return (await insertPublicLink(db, link)).id
}

async function outcomeOf(
  { deps: { db } }: TestApp,
  { id: projectId, workspaceId }: MadeProject,
  { id: createdBy }: MadePerson,
) {
  const outcome = {
    id: crypto.randomUUID(),
    name: 'Measures',
    level: 'alone',
    description: '',
  } as const
  await insertOutcome(db, { projectId, workspaceId, createdBy }, outcome)
  return outcome.id
}

async function feedOf({ deps: { db } }: TestApp, { id: personId }: MadePerson) {
  return (await loadOpenFeed(db, await putFeed(db, { personId, boardId: null }))).id
}

async function ruleOf({ deps: { db } }: TestApp, boardId: string, { id: createdBy }: MadePerson) {
  const id = crypto.randomUUID()
  const rule: PutRule = { column: 'column', actions: [{ do: 'check-all' }] }
  await saveRule(db, { boardId, id, createdBy }, rule, [])
  return id
}

async function forkOf({ deps }: TestApp, project: MadeProject, docId: string, author: MadePerson) {
  const { id: projectId, workspaceId } = project
  const update = await deps.rooms.read(roomName('doc', docId))
  const place = { workspaceId, projectId, docId, authorId: author.id }
  return (await insertFork(deps.db, place, update)).id
}

export const split = (route: string) => route.split(' ') as [string, string]

export function fill(path: string, ids: Ids): string {
  const noun = path.split('/')[2] ?? ''
  const own: Record<string, string> = {
    projects: ids.project,
    docs: ids.doc,
    boards: ids.board,
    rooms: ids.doc,
    files: ids.file,
    people: ids.person,
    invitations: ids.invitation,
    me: ids.session,
  }
  return path
    .replace(':personId', ids.person)
    .replace(':outcomeId', ids.outcome)
    .replace(':threadId', ids.thread)
    .replace(':commentId', noun === 'boards' ? ids.cardComment : ids.comment)
    .replace(':linkId', ids.link)
    .replace(':ruleId', ids.rule)
    .replace(':viewId', ids.view)
    .replace(':seq', '1')
    .replace(':cardId', cardTalkedAbout)
    .replace(':suggestionId', ids.suggestion)
    .replace(':batchId', ids.person)
    .replace(':feedId', ids.feed)
    .replace(':id', own[noun] ?? `no-id-for-${noun}`)
}

export async function callRoute(browser: Browser, route: string, pathIds: Ids, bodyIds = pathIds) {
  const [method, path] = split(route)
  return browser.send(method, fill(path, pathIds), rawBodies[route] ?? goodBodies[route]?.(bodyIds))
}
