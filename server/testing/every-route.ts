/** The list of routes itself, and a house whose ids fill their addresses. */
import type { PutRule } from '@atelier/shared/boards/rule'
import { roomName } from '@atelier/shared/sync/room-name'
import { loadOpenFeed, putFeed } from '../boards/calendar-feed-queries'
import { saveRule } from '../boards/rule-queries'
import { insertPublicLink } from '../docs/public-link-queries'
import { insertOutcome } from '../outcomes/outcome-queries'
import { insertFork } from '../suggestions/suggestion-queries'
import { insertResult } from '../workshops/result-queries'
import { cardTalkedAbout, goodBodies, type Ids, rawBodies, soon } from './good-bodies'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
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
import { makeJournal, makePublication } from './make-journal'
import { makeTraining, writtenWeek } from './make-training'
import { makeKit, makeSeat, makeWorkshop } from './make-workshop'
import type { Browser, TestApp } from './test-app'

export const publicRoutes = [
  'GET /api/session',
  'POST /api/setup',
  'POST /api/sign-in',
  'POST /api/sign-out',
  'POST /api/invitations/look-up',
  'POST /api/invitations/accept',
  'POST /api/workshops/look-up',
  'POST /api/workshops/join',
  'GET /api/feeds/:file',
  'GET /api/public/:token',
  'GET /api/training/keys/:fingerprint',
  'GET /api/public/:token/files/:fileId',
]

/** What they are sent is tried by tests of their own. */
export const publicWithBody = [
  'POST /api/setup',
  'POST /api/sign-in',
  'POST /api/invitations/look-up',
  'POST /api/invitations/accept',
  'POST /api/workshops/look-up',
  'POST /api/workshops/join',
]

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
  const journal = await makeJournal(db, { mentee: workspace.owner, mentor: member })
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
    ...journal,
    publication: await makePublication(db, {
      ...{ projectId: project.id, authorId: workspace.owner.id, sectionId: journal.section },
    }),
    ...(await makeTraining(db, workspace, { apprentice: workspace.owner, trainer: member })),
    kit: await makeKit(db, workspace.owner),
    ...(await workshopOf(app, project, { by: workspace.owner, member })),
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

/** A member sits in it who came by its link. */
async function workshopOf(
  { deps: { db } }: TestApp,
  project: MadeProject,
  { by, member }: { by: MadePerson; member: MadePerson },
) {
  const workshop = await makeWorkshop(db, project, by)
  const participant = await makeSeat(db, { ...workshop, project }, { person: member })
  const result = crypto.randomUUID()
  const nobody = { ownerId: null, due: null, noteId: null }
  await insertResult(db, workshop.id, { ...nobody, id: result, kind: 'action', words: 'Ask' })
  const [stage, voteStage, checkIn] = (['ideate', 'vote', 'check-in'] as const).map(
    (kind) => workshop.stage(kind).id,
  ) as [string, string, string]
  return { workshop: workshop.id, stage, voteStage, checkIn, participant, result }
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
    mentorships: ids.mentorship,
    journals: ids.entry,
    sections: ids.section,
  }
  const commentIn: Record<string, string> = {
    boards: ids.cardComment,
    sections: ids.sectionThread,
  }
  return path
    .replace(':personId', ids.person)
    .replace(':outcomeId', ids.outcome)
    .replace(':threadId', noun === 'sections' ? ids.sectionThread : ids.thread)
    .replace(':commentId', commentIn[noun] ?? ids.comment)
    .replace(':publicationId', ids.publication)
    .replace(':linkId', ids.link)
    .replace(':ruleId', ids.rule)
    .replace(':viewId', ids.view)
    .replace(':seq', '1')
    .replace(':cardId', cardTalkedAbout)
    .replace(':suggestionId', noun === 'sections' ? ids.sectionSuggestion : ids.suggestion)
    .replace(':batchId', ids.person)
    .replace(':feedId', ids.feed)
    .replace(':sectionId', ids.section)
    .replace(':mentoringSessionId', ids.mentoringSession)
    .replace(':itemId', ids.item)
    .replace(':followUpId', ids.followUp)
    .replace(':goalId', ids.goal)
    .replace(':setId', ids.promptSet)
    .replace(':scheduleId', ids.schedule)
    .replace(':planId', ids.plan)
    .replace(':recordId', ids.record)
    .replace(':week', writtenWeek)
    .replace(':workshopId', ids.workshop)
    .replace(':stageId', stageOf(path, ids))
    .replace(':resultId', ids.result)
    .replace(':kitId', ids.kit)
    .replace(':participantId', ids.participant)
    .replace(':noteId', ids.stage)
    .replace(':id', own[noun] ?? `no-id-for-${noun}`)
}

function stageOf(path: string, { stage, voteStage, checkIn }: Ids): string {
  if (path.endsWith('/answer')) return checkIn
  return /\/(votes|close|open)$/.test(path) ? voteStage : stage
}

export async function callRoute(browser: Browser, route: string, pathIds: Ids, bodyIds = pathIds) {
  const [method, path] = split(route)
  return browser.send(method, fill(path, pathIds), rawBodies[route] ?? goodBodies[route]?.(bodyIds))
}
