import type { ProjectRole } from '@atelier/shared/access/roles'
import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import { archiveCard } from '@atelier/shared/boards/card-edits'
import { setColumnDone } from '@atelier/shared/boards/column-edits'
import { addAssignee } from '@atelier/shared/boards/fact-edits'
import { askWhatWasLearned, writeLearned } from '@atelier/shared/boards/learning-edits'
import type { BoardCardSeed } from '@atelier/shared/boards/new-board'
import { docOf } from '@atelier/shared/docs/new-doc'
import { roomName } from '@atelier/shared/sync/room-name'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type * as Y from 'yjs'
import { putMember, removeMember } from '../projects/project-change-queries'
import { type MadePerson, makeBoard, makePerson, makeProject, makeWorkspace } from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { writeBoardSummary } from './board-summary'

let app: TestApp
beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

async function team(cards: (me: MadePerson) => BoardCardSeed[], role: ProjectRole = 'contributor') {
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  const me = await makePerson(db, workspace)
  const project = await makeProject(db, workspace.owner, { members: [[me, role]] })
  const seed = { title: 'Work', columns: ['To do', 'Done'], cards: cards(me) }
  const board = await makeBoard(db, project, workspace.owner, seed)
  const doc = docOf(await app.deps.rooms.read(roomName('board', board.id)))
  const change = async (edit: (doc: Y.Doc, idOf: (title: string) => string) => void) => {
    const idOf = (title: string) =>
      must(
        [...readBoard(doc).cards.values()].find((card) => card.title === title),
        title,
      ).id
    edit(doc, idOf)
    await writeBoardSummary(db, board.id, doc)
  }
  return { workspace, me, project, board, change, browser: await app.as(me) }
}

const titles = async (browser: Browser): Promise<string[]> =>
  (await browser.get('/api/me/cards')).body.cards.map((card: { title: string }) => card.title)

test('my cards are mine, open ones, the most pressing first, each with its board and project', async () => {
  const { me, project, board, change, browser, workspace } = await team(({ id: assignee }) => [
    { title: 'Some day', column: 'To do', assignee },
    { title: 'Later', column: 'To do', assignee, due: '2027-01-01', waitsFor: ['Some day'] },
    { title: 'Soon', column: 'To do', assignee, due: '2026-12-01' },
    { title: 'Not mine', column: 'To do' },
    { title: 'Finished', column: 'Done', assignee },
    { title: 'Away', column: 'To do', assignee },
    { title: 'Ours', column: 'To do', assignee },
  ])
  await change((doc, idOf) => {
    setColumnDone(doc, must(readBoard(doc).columns[1], 'Done').id, true)
    archiveCard(doc, idOf('Away'))
    addAssignee(doc, idOf('Ours'), workspace.owner.id)
  })
  expect(await titles(browser)).toEqual(['Soon', 'Later', 'Some day', 'Ours'])
  const { body } = await browser.get('/api/me/cards')
  expect(body.more).toBe(false)
  expect(body.cards[1]).toMatchObject({
    boardId: board.id,
    board: 'Work',
    project: { id: project.id, title: project.title },
    column: 'To do',
    dueOn: '2027-01-01',
    waitsFor: ['Some day'],
    asked: false,
  })
  expect(JSON.stringify(body)).not.toContain('Not mine')
  expect(await titles(await app.as(workspace.owner))).toEqual(['Ours'])
  expect(me.id).not.toBe(workspace.owner.id)
})

test('whoever is asked what they learned finds that first, until they have said it', async () => {
  const { me, change, browser } = await team(({ id: assignee }) => [
    { title: 'Weld', column: 'Done', assignee },
    { title: 'Soon', column: 'To do', assignee, due: '2026-12-01' },
  ])
  await change((doc, idOf) => {
    setColumnDone(doc, must(readBoard(doc).columns[1], 'Done').id, true)
    askWhatWasLearned(doc, [idOf('Weld')], [me.id])
  })
  expect(await titles(browser)).toEqual(['Weld', 'Soon'])
  await change((doc, idOf) => writeLearned(doc, idOf('Weld'), me.id, 'That it bends'))
  expect(await titles(browser)).toEqual(['Soon'])
})

test('whoever may not say what they learned is not asked', async () => {
  const mine = ({ id: assignee }: MadePerson) => [{ title: 'Weld', column: 'To do', assignee }]
  const { me, project, change, browser } = await team(mine, 'viewer')
  const asked = async () =>
    (await browser.get('/api/me/cards')).body.cards.map((card: { asked: boolean }) => card.asked)
  await change((doc, idOf) => askWhatWasLearned(doc, [idOf('Weld')], [me.id]))
  expect(await asked()).toEqual([false])
  await change((doc, idOf) => archiveCard(doc, idOf('Weld')))
  expect(await asked()).toEqual([])
  await putMember(app.deps.db, project, me.id, 'contributor')
  expect(await asked()).toEqual([true])
})

test('nothing comes from a project one has left, or that is archived', async () => {
  const { me, project, workspace, browser } = await team(({ id: assignee }) => [
    { title: 'Mine', column: 'To do', assignee },
  ])
  expect(await titles(browser)).toEqual(['Mine'])
  await removeMember(app.deps.db, project.id, me.id)
  expect(await titles(browser)).toEqual([])
  await putMember(app.deps.db, project, me.id, 'viewer')
  expect(await titles(browser)).toEqual(['Mine'])
  const owner = await app.as(workspace.owner)
  await owner.post(`/api/projects/${project.id}/archive`)
  expect(await titles(browser)).toEqual([])
})
