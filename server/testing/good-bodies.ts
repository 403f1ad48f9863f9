/** A right body for each route that takes one: a route that is missing here is found by the tests of all routes. */
import { plainView } from '@atelier/shared/boards/view'
import { makeAnchor } from './make'
import { workshopBodies } from './workshop-bodies'

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
  sectionThread: string
  sectionSuggestion: string
  publication: string
  file: string
  invitation: string
  session: string
  feed: string
  mentorship: string
  entry: string
  section: string
  mentoringSession: string
  item: string
  followUp: string
  goal: string
  promptSet: string
  schedule: string
  plan: string
  record: string
  workshop: string
  kit: string
  stage: string
  participant: string
  voteStage: string
  checkIn: string
  result: string
}

/** The card of the board that somebody has said something about. */
export const cardTalkedAbout = 'a-card'
const newWords = () => ({ id: crypto.randomUUID(), body: [{ text: 'Words' }] })
export const soon = () => new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()

const planContents = {
  title: 'Industrial mechanic',
  occupation: 'Industrial mechanic',
  items: [{ code: '1', title: 'Measure', guide: null, unit: 'hours', year: null }],
}

/** Bodies that are right in shape, so that rights and ids are what decides. */
export const goodBodies: Record<string, (ids: Ids) => unknown> = {
  'PATCH /api/me': () => ({ name: 'Somebody' }),
  'POST /api/me/password': () => ({ current: 'x', next: 'long enough password' }),
  'POST /api/me/leave': () => ({ password: 'x', keepName: true }),
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
  'POST /api/boards/:id/cards': () => ({
    card: 'a-card-of-mine',
    column: 'x',
    title: 'Lead a shift',
    due: null,
  }),
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
  'POST /api/sections/:id/threads': () => ({ ...newWords(), anchor: null, quote: '' }),
  'PUT /api/sections/:id/threads/:threadId/anchor': () => ({
    anchor: makeAnchor(),
    quote: 'words',
  }),
  'POST /api/sections/:id/threads/:threadId/question': () => ({
    ...{ id: crypto.randomUUID(), words: 'What now?', from: 'pair' },
  }),
  'POST /api/sections/:id/threads/:threadId/comments': newWords,
  'PATCH /api/sections/:id/threads/:threadId/comments/:commentId': () => ({
    body: [{ text: 'B' }],
  }),
  'PUT /api/sections/:id/threads/:threadId/comments/:commentId/reaction': () => ({
    emoji: '👍',
    given: true,
  }),
  'POST /api/sections/:id/suggestions/:suggestionId/decisions': () => ({
    keys: ['a suggestion'],
    accept: true,
  }),
  'POST /api/boards/:id/cards/:cardId/comments': newWords,
  'PATCH /api/boards/:id/cards/:cardId/comments/:commentId': () => ({ body: [{ text: 'B' }] }),
  'PUT /api/boards/:id/cards/:cardId/comments/:commentId/reaction': () => ({
    emoji: '👍',
    given: true,
  }),
  'PUT /api/boards/:id/muted': () => ({ muted: true }),
  'PUT /api/boards/:id/cards/:cardId/watching': () => ({ watching: true }),
  'PUT /api/me/mentor-profile': () => ({
    isOpen: true,
    offers: ['Welding'],
    seeks: ['Measuring'],
    languages: ['en'],
    capacity: 2,
    about: '',
  }),
  'POST /api/mentorships': (ids) => ({
    kind: 'pair',
    id: crypto.randomUUID(),
    personId: ids.person,
    as: 'mentee',
    words: '',
  }),
  'POST /api/mentorships/:id/answer': () => ({ accept: true, words: '' }),
  'POST /api/mentorships/:id/agreements': () => ({
    goals: ['Lead a shift'],
    rhythm: '',
    confidentiality: '',
    endsOn: null,
    basedOn: 0,
  }),
  'POST /api/mentorships/:id/agreements/agree': () => ({ version: 1 }),
  'PUT /api/mentorships/:id/look-back': () => ({ words: 'Thank you' }),
  'PUT /api/mentorships/:id/sessions/:mentoringSessionId': () => ({
    startsAt: soon(),
    minutes: 60,
  }),
  'PUT /api/mentorships/:id/agenda/:itemId': () => ({
    words: 'Ask about the line',
    sessionId: null,
    isDone: false,
  }),
  'PUT /api/mentorships/:id/follow-ups/:followUpId': (ids) => ({
    words: 'Read the plan',
    ownerId: ids.person,
    due: null,
    sessionId: null,
  }),
  'PATCH /api/me/follow-ups/:followUpId': () => ({ isDone: true }),
  'POST /api/me/goals': () => ({
    id: crypto.randomUUID(),
    title: 'Lead a shift',
    due: null,
    mentorshipId: null,
  }),
  'PATCH /api/me/goals/:goalId': () => ({ state: 'reached' }),
  'POST /api/me/prompt-sets': () => ({
    id: crypto.randomUUID(),
    title: 'My own',
    prompts: ['What now?'],
    mentorshipId: null,
  }),
  'POST /api/me/prompt-sets/:setId/versions': () => ({
    title: 'My own',
    prompts: ['And then?'],
    basedOn: 1,
  }),
  'POST /api/me/prompt-schedules': () => ({
    id: crypto.randomUUID(),
    set: 'gibbs',
    rhythm: 'week',
    on: '2026-11-27',
    mentorshipId: null,
  }),
  'POST /api/me/prompt-schedules/:scheduleId/pass': () => ({ on: '2026-11-27' }),
  'POST /api/journals/entries': () => ({
    id: crypto.randomUUID(),
    mentorshipId: null,
    title: '',
    on: '2026-11-27',
    sections: [{ id: crypto.randomUUID() }],
  }),
  'POST /api/journals/search': () => ({ q: 'words' }),
  'PATCH /api/journals/entries/:id': () => ({ title: 'A day' }),
  'PUT /api/journals/entries/:id/mood': () => ({ mood: 3, energy: null }),
  'POST /api/journals/entries/:id/sections': () => ({ id: crypto.randomUUID() }),
  'PATCH /api/journals/entries/:id/sections/:sectionId': () => ({ after: null }),
  'PUT /api/journals/entries/:id/sections/:sectionId/audience': () => ({
    ...{ audience: 'pair', from: 'private' },
  }),
  'POST /api/projects/:id/publications': (ids) => ({
    id: crypto.randomUUID(),
    outcomeId: null,
    shownAs: 'anonymous',
    parts: [{ sectionId: ids.section, words: 'Words' }],
  }),
  'POST /api/training/plans': () => ({ id: crypto.randomUUID(), ...planContents }),
  'POST /api/training/plans/:planId/versions': () => ({ basedOn: 1, ...planContents }),
  'POST /api/training/records': (ids) => ({
    ...{ id: crypto.randomUUID(), planId: ids.plan, planVersion: 1 },
    ...{ apprenticeId: ids.person, trainerId: ids.person, schoolId: ids.person },
    ...{ startsOn: '2026-08-01', endsOn: '2029-07-31' },
  }),
  'POST /api/training/records/:recordId/answer': () => ({ accept: true }),
  'POST /api/training/records/:recordId/people': (ids) => ({
    role: 'trainer',
    personId: ids.person,
  }),
  'PUT /api/training/records/:recordId/weeks/:week/draft': () => ({
    basedOn: 0,
    form: { absence: 'none', text: 'Milled a shaft', activities: [] },
  }),
  'POST /api/training/records/:recordId/weeks/:week/submit': () => ({ basedOn: 1 }),
  'POST /api/training/records/:recordId/weeks/:week/return': () => ({
    hash: '0'.repeat(64),
    words: 'Which tool?',
  }),
  'POST /api/training/records/:recordId/weeks/:week/sign': () => ({
    hash: '0'.repeat(64),
    password: 'x',
  }),
  ...workshopBodies,
  'POST /api/rooms/:id/files/copy': (ids) => ({ files: [ids.file] }),
}

/** Of routes that take a file: any bytes are right. */
export const rawBodies: Record<string, string> = {
  'POST /api/rooms/:id/files': 'words in a file',
  'POST /api/projects/:id/import': '# A plan',
  'POST /api/projects/:id/boards/look': '{}\nTitle,Status\nAsk,Open\n',
  'POST /api/projects/:id/boards/import': '{}\nTitle,Status\nAsk,Open\n',
}
