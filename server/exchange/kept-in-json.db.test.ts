import { must } from '@atelier/shared/basics/must'
import { readBoard } from '@atelier/shared/boards/board'
import type { CardComments } from '@atelier/shared/comments/card-comment'
import type { Imported } from '@atelier/shared/exchange/exchange'
import { afterAll, beforeAll, expect, test } from 'vitest'
import * as Y from 'yjs'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeBoard,
  makeCardComment,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let lead: MadePerson
let ben: MadePerson
let gone: MadePerson
let project: MadeProject
let card: string
let file: string

beforeAll(async () => {
  app = await testApp()
  const { db, rooms } = app.deps
  workspace = await makeWorkspace(db)
  lead = await makePerson(db, workspace, { name: 'Lea' })
  ben = await makePerson(db, workspace, { name: 'Ben' })
  gone = await makePerson(db, workspace, { name: 'Gone' })
  const members: [MadePerson, 'contributor'][] = [
    [ben, 'contributor'],
    [gone, 'contributor'],
  ]
  project = await makeProject(db, lead, { members })
  const cards = [{ title: 'Weld', column: 'To do', labels: ['Oil'] }]
  const { id } = await makeBoard(db, project, lead, {
    ...{ columns: ['To do'], labels: [{ name: 'Oil', colour: 'red' }], cards },
  })
  const room = `board:${id}` as const
  card = must([...(await rooms.look(room, readBoard)).cards.keys()][0], 'card')
  await rooms.edit(room, (doc) => {
    for (const root of ['columns', 'labels', 'cards'])
      for (const entry of doc.getMap<Y.Map<unknown>>(root).values())
        entry.set('outlook:2030', { of: `=HYPERLINK("${root}")`, many: [1, null] })
    const entry = doc.getMap<Y.Map<unknown>>('cards').get(card)
    entry?.set('motto', new Y.Text('<script>alert(1)</script>'))
  })
  const comment = await makeCardComment(db, { board: { id }, card, by: lead })
  const path = `/api/boards/${id}/cards/${card}/comments/${comment.id}/reaction`
  for (const [person, emoji] of [
    [ben, '👍'],
    [lead, '👍'],
    [gone, '🎉'],
  ] as const)
    expect((await (await app.as(person)).put(path, { emoji, given: true })).status).toBeLessThan(
      300,
    )
  const answer = await (await app.as(lead)).fetch(`/api/boards/${id}/export?format=json`)
  file = await answer.text()
})
afterAll(() => app.stop())

async function brought(text: string, into = project) {
  const browser = await app.as(lead)
  const path = `/api/projects/${into.id}/boards/import?name=b.json`
  const response = await browser.fetch(path, { method: 'POST', body: `{}\n${text}` })
  const imported = (await response.json()) as Imported
  const { id } = must(imported.boards[0], 'board')
  const doc = new Y.Doc()
  Y.applyUpdate(doc, await app.deps.rooms.read(`board:${id}`))
  const entries = (root: string) => [...doc.getMap<Y.Map<unknown>>(root).entries()]
  const [[key = ''] = []] = entries('cards')
  const said = (await browser.get(`/api/boards/${id}/cards/${key}/comments`)).body as CardComments
  return { id, imported, entries, said, browser }
}

test('what a newer version wrote lies in the file under one name, and comes back', async () => {
  const found = JSON.parse(file)
  expect(Object.keys(found.columns[0].cards[0].unknownKeys)).toEqual(['outlook:2030', 'motto'])
  expect(found.labels[0].unknownKeys).toBeDefined()
  const { entries, imported } = await brought(file)
  for (const root of ['columns', 'labels', 'cards'])
    for (const [, entry] of entries(root))
      expect(entry.get('outlook:2030')).toEqual({ of: `=HYPERLINK("${root}")`, many: [1, null] })
  expect(String(entries('cards')[0]?.[1].get('motto'))).toBe('<script>alert(1)</script>')
  expect(imported.skipped.map(({ why }) => why)).not.toContain('spoiled')
})

test('a spreadsheet is given nothing of it', async () => {
  const { id } = await brought(file)
  const table = await (await app.as(lead)).fetch(`/api/boards/${id}/export?format=csv`)
  const text = await table.text()
  expect(text).toContain('Weld')
  for (const hidden of ['HYPERLINK', 'alert(1)']) expect(text).not.toContain(hidden)
})

test('reactions come back with their comment; bringing it in can still be undone', async () => {
  const { id, said, browser } = await brought(file)
  expect(said.comments[0]?.reactions).toEqual([
    { emoji: '👍', by: expect.arrayContaining([ben.id, lead.id]) },
    { emoji: '🎉', by: [gone.id] },
  ])
  expect((await browser.get(`/api/boards/${id}/import`)).body.mayUndo).toBe(true)
  const comment = must(said.comments[0], 'comment').id
  const [key = ''] = [
    ...(await app.deps.rooms.look(`board:${id}` as const, readBoard)).cards.keys(),
  ]
  const path = `/api/boards/${id}/cards/${key}/comments/${comment}/reaction`
  await (await app.as(ben)).put(path, { emoji: '❤️', given: true })
  expect((await browser.get(`/api/boards/${id}/import`)).body.mayUndo).toBe(false)
})

test('a reaction is an emoji of somebody who is here, whatever the file says', async () => {
  const found = JSON.parse(file)
  const [comment] = found.columns[0].cards[0].comments
  comment.reactions = [
    { emoji: '<b>', people: [{ id: ben.id, name: 'Ben' }] },
    { emoji: '👍', people: [{ id: crypto.randomUUID(), name: 'Nobody' }, { id: 7 }] },
    {
      emoji: '🎉',
      people: [
        { id: ben.id, name: 'Ben' },
        { id: ben.id, name: 'Ben' },
      ],
    },
  ]
  const { said, imported } = await brought(JSON.stringify(found))
  expect(said.comments[0]?.reactions).toEqual([{ emoji: '🎉', by: [ben.id] }])
  expect(imported.skipped.map(({ why }) => why)).toContain('reactions-left')
})

test('nor does a file make somebody react to what they may not read', async () => {
  const stranger = await makePerson(app.deps.db, workspace, { name: 'Ina' })
  const found = JSON.parse(file)
  const [comment] = found.columns[0].cards[0].comments
  const by = [ben, stranger].map(({ id }) => ({ id, name: 'Somebody' }))
  comment.reactions = [
    { emoji: '👍', people: by },
    { emoji: '🎉', people: by.slice(1) },
  ]
  const { said, imported } = await brought(JSON.stringify(found))
  expect(said.comments[0]?.reactions).toEqual([{ emoji: '👍', by: [ben.id] }])
  expect(JSON.stringify(said.people)).not.toContain(stranger.id)
  expect(imported.skipped.map(({ why }) => why)).toContain('reactions-left')
})
