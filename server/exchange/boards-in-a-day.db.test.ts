import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytesBroughtSince, insertFile } from '../files/file-queries'
import { makeProject, makeWorkspace } from '../testing/make'
import { type TestApp, testApp } from '../testing/test-app'
import { zipOf } from './zip-out'

let app: TestApp

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())

const bytesOf = (json: unknown) => Buffer.from(JSON.stringify(json))

const oneBoard = () => {
  const content = 'boards/Work.json'
  const entry = { id: randomUUID(), title: 'Work', path: 'boards/Work.md', content }
  const project = { title: 'P', challenge: '' }
  const index = {
    atelier: 1,
    project,
    docs: [],
    files: [],
    boards: [entry],
    people: {},
    leftOut: 0,
  }
  const cards = [{ id: 'a', title: 'x'.repeat(300) }]
  const board = { title: 'Work', columns: [{ id: 'a', name: 'A', cards }] }
  return zipOf([
    { name: 'atelier.json', bytes: bytesOf(index) },
    { name: content, bytes: bytesOf(board) },
  ])
}

test('what is on boards counts in what somebody may bring in a day, with all before it', async () => {
  const { owner } = await makeWorkspace(app.deps.db)
  const { id: projectId, workspaceId } = await makeProject(app.deps.db, owner)
  const browser = await app.as(owner)
  const bring = async () => {
    const body = (await oneBoard()) as BodyInit
    const path = `/api/projects/${projectId}/import?name=x.zip`
    const answer = await browser.fetch(path, { method: 'POST', body })
    return { status: answer.status, body: await answer.json() }
  }
  const first = await bring()
  expect(first.status).toBe(201)
  const bytes = (await app.deps.rooms.read(`board:${first.body.boards[0].id}`)).length
  expect(await bytesBroughtSince(app.deps.db, owner.id, new Date(0))).toBe(bytes)

  await insertFile(app.deps.db, {
    ...{ workspaceId, roomId: first.body.boards[0].id, createdBy: owner.id },
    ...{ name: 'a.txt', mime: 'text/plain', sha256: 'a'.repeat(64) },
    size: 1024 ** 3 - Math.round(bytes * 2.5),
  })
  expect((await bring()).status).toBe(201)
  const third = await bring()
  expect([third.status, third.body.error]).toMatchObject([429, { code: 'too-many' }])
})
