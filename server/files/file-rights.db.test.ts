import { must } from '@atelier/shared/basics/must'
import type { StoredFile } from '@atelier/shared/files/file'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { docSuggestions, docs } from '../db/doc-tables'
import { rooms } from '../db/tables'
import { changeStanding } from '../people/person-queries'
import { removeMember, setArchived } from '../projects/project-change-queries'
import { type MadePerson, makeBoard, makeDoc, makeProject } from '../testing/make'
import { type FilePlace, makeFilePlace, sendFile } from '../testing/make-file'
import { makePng } from '../testing/make-picture'
import { type TestApp, testApp } from '../testing/test-app'
import { filesOf } from './file-queries'

let app: TestApp
let at: FilePlace

beforeAll(async () => {
  app = await testApp()
})
afterAll(() => app.stop())
beforeEach(async () => {
  at = await makeFilePlace(app)
})

async function put(body: BodyInit, name?: string): Promise<StoredFile> {
  const answer = await sendFile(await app.as(at.lead), at.doc, body, name)
  expect(answer.status).toBe(201)
  return (await answer.json()) as StoredFile
}
const statusFor = async (person: MadePerson, path: string, init?: RequestInit) =>
  (await (await app.as(person)).fetch(path, init)).status
const bytesOf = (png: Buffer) => new Uint8Array(png)
async function makeFork(of: { id: string }, by: MadePerson): Promise<string> {
  const { db } = app.deps
  const room = {
    workspaceId: by.workspaceId,
    projectId: at.project.id,
    kind: 'suggestion' as const,
  }
  const id = must((await db.insert(rooms).values(room).returning())[0], 'room').id
  await db.insert(docSuggestions).values({ id, docId: of.id, authorId: by.id })
  return id
}

describe('who', () => {
  test('reads a doc sees its files; nobody else learns that there are any', async () => {
    const { id } = await put(bytesOf(makePng(4, 3)), 'a.png')
    for (const path of [`/api/files/${id}`, `/api/files/${id}/thumbnail`]) {
      for (const person of [at.lead, at.commenter, at.viewer]) {
        expect([path, await statusFor(person, path)]).toEqual([path, 200])
      }
      for (const person of [at.outsider, at.stranger]) {
        expect([path, await statusFor(person, path)]).toEqual([path, 404])
      }
      expect((await app.browser().get(path)).status).toBe(401)
    }
  })

  test('is put out of the at.project, suspended, or left with a doc in the bin, sees them no more', async () => {
    const { id } = await put(bytesOf(makePng(4, 3)), 'a.png')
    const path = `/api/files/${id}`
    const seen = await app.as(at.viewer)
    const { headers } = await seen.fetch(path)
    await app.deps.db.update(docs).set({ trashedAt: new Date() }).where(eq(docs.id, at.doc.id))
    expect([await statusFor(at.viewer, path), await statusFor(at.lead, path)]).toEqual([404, 200])
    await app.deps.db.update(docs).set({ trashedAt: null }).where(eq(docs.id, at.doc.id))
    expect(await statusFor(at.viewer, path)).toBe(200)
    await removeMember(app.deps.db, at.project.id, at.viewer.id)
    // Also who has it in the browser's cache and only asks whether it is still the same.
    const again = { headers: { 'if-none-match': headers.get('etag') ?? '' } }
    expect((await seen.fetch(path, again)).status).toBe(404)
    const actor = { ...at.owner, personId: at.owner.id }
    await changeStanding(app.deps.db, actor, at.commenter.id, { suspendedAt: new Date() })
    expect(await statusFor(at.commenter, path)).toBe(401)
  })

  test('may write in a doc may add to it; who may only read or comment may not', async () => {
    for (const [person, status] of [
      [at.lead, 201],
      [at.commenter, 403],
      [at.viewer, 403],
      [at.outsider, 404],
      [at.stranger, 404],
    ] as const) {
      expect((await sendFile(await app.as(person), at.doc, 'words')).status).toBe(status)
    }
    await setArchived(app.deps.db, at.project.id, true)
    expect((await sendFile(await app.as(at.lead), at.doc, 'words')).status).toBe(403)
  })

  test('suggests may add to their own open fork, and what they add belongs to the doc', async () => {
    const fork = await makeFork(at.doc, at.commenter)
    const answer = await sendFile(await app.as(at.commenter), { id: fork }, 'suggested')
    expect(answer.status).toBe(201)
    const { id } = (await answer.json()) as StoredFile
    expect(await statusFor(at.viewer, `/api/files/${id}`)).toBe(200)
    expect(await statusFor(at.outsider, `/api/files/${id}`)).toBe(404)
    expect((await filesOf(app.deps.db, at.doc.id)).map((row) => row.id)).toEqual([id])
    expect((await sendFile(await app.as(at.lead), { id: fork }, 'not my fork')).status).toBe(403)
    await app.deps.db
      .update(docSuggestions)
      .set({ closedAt: new Date() })
      .where(eq(docSuggestions.id, fork))
    expect((await sendFile(await app.as(at.commenter), { id: fork }, 'too late')).status).toBe(403)
  })

  test('works on a board may add to its cards', async () => {
    const board = await makeBoard(app.deps.db, at.project, at.lead)
    const answer = await sendFile(await app.as(at.lead), board, 'on a card')
    const { id } = (await answer.json()) as StoredFile
    expect(await statusFor(at.viewer, `/api/files/${id}`)).toBe(200)
    expect(await statusFor(at.outsider, `/api/files/${id}`)).toBe(404)
    expect((await sendFile(await app.as(at.viewer), board, 'x')).status).toBe(403)
  })
})

describe('files of one doc', () => {
  test('become files of another for who may read the one and write the other', async () => {
    const { id } = await put(bytesOf(makePng(4, 3)), 'a.png')
    const other = await makeProject(app.deps.db, at.viewer)
    const target = await makeDoc(app.deps.db, other, at.viewer)
    const copier = await app.as(at.viewer)
    const unknown = crypto.randomUUID()
    const answer = await copier.post(`/api/rooms/${target.id}/files/copy`, {
      files: [id, unknown],
    })
    expect([answer.status, Object.keys(answer.body.files)]).toEqual([201, [id]])
    const copy = answer.body.files[id]
    expect(copy).toMatchObject({ name: 'a.png', width: 4, height: 3 })
    expect(copy.id).not.toBe(id)
    const again = await copier.post(`/api/rooms/${target.id}/files/copy`, { files: [copy.id] })
    expect(again.body.files[copy.id].id).toBe(copy.id)
    expect(await filesOf(app.deps.db, target.id)).toHaveLength(1)
    await removeMember(app.deps.db, at.project.id, at.viewer.id)
    expect(await statusFor(at.viewer, `/api/files/${copy.id}`)).toBe(200)
    expect(await statusFor(at.viewer, `/api/files/${id}`)).toBe(404)
    const unreadable = await copier.post(`/api/rooms/${target.id}/files/copy`, { files: [id] })
    expect(unreadable.body.files).toEqual({})
  })
})
