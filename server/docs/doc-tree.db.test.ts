import { deepestDoc, type TreeDoc, treeOf } from '@atelier/shared/docs/doc-tree'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docGrants, docSuggestions, docs } from '../db/doc-tables'
import { rooms } from '../db/tables'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { Random } from '../testing/random'
import { type Browser, type TestApp, testApp } from '../testing/test-app'

let app: TestApp
let workspace: MadeWorkspace
let lead: MadePerson
let writer: MadePerson
let browser: Browser

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace)
  writer = await makePerson(app.deps.db, workspace)
  browser = await app.as(writer)
})
afterAll(() => app.stop())

const newProject = () => makeProject(app.deps.db, lead, { members: [[writer, 'contributor']] })

/** Docs called a, b, c …, with what each stands under. */
async function grow(project: MadeProject, parents: Record<string, string | null>) {
  const ids: Record<string, string> = {}
  for (const [name, parent] of Object.entries(parents)) {
    ids[name] = (await makeDoc(app.deps.db, project, lead, name)).id
    const parentId = parent === null ? null : (ids[parent] ?? null)
    await app.deps.db.update(docs).set({ parentId }).where(eq(docs.id, ids[name]))
  }
  return ids
}

type Listed = TreeDoc & { title: string }
const told = (listed: Listed[]): string => {
  const tell = (branches: ReturnType<typeof treeOf<Listed>>): string =>
    branches
      .map(({ doc, under }) => (under.length ? `${doc.title}(${tell(under)})` : doc.title))
      .join(' ')
  return tell(treeOf(listed))
}
async function treeFor(person: MadePerson, project: MadeProject): Promise<string> {
  return told((await (await app.as(person)).get(`/api/projects/${project.id}`)).body.docs)
}
const place = (id: string | undefined, wish: object) => browser.put(`/api/docs/${id}/place`, wish)

describe('a doc is put', () => {
  test('before, after and under others, and stays there', async () => {
    const project = await newProject()
    const { a, b, c, d } = await grow(project, { a: null, b: null, c: null, d: null })
    expect(await treeFor(writer, project)).toBe('a b c d')
    await place(d, { parentId: null, before: b })
    expect(await treeFor(writer, project)).toBe('a d b c')
    await place(a, { parentId: null, after: c })
    expect(await treeFor(writer, project)).toBe('d b c a')
    await place(c, { parentId: b })
    await place(a, { parentId: b, before: c })
    expect(await treeFor(writer, project)).toBe('d b(a c)')
    const page = await browser.get(`/api/docs/${a}`)
    expect(page.body.above).toEqual([{ id: b, title: 'b' }])
  })

  test('never under itself, nor under what stands under it', async () => {
    const project = await newProject()
    const { a, b, c } = await grow(project, { a: null, b: 'a', c: 'b' })
    for (const parentId of [a, b, c]) {
      expect((await place(a, { parentId })).status).toBe(409)
    }
    expect(await treeFor(writer, project)).toBe('a(b(c))')
  })

  test('never into another project, into the bin or into what one may not change', async () => {
    const project = await newProject()
    const { a, b, c } = await grow(project, { a: null, b: null, c: null })
    const elsewhere = await grow(await newProject(), { x: null })
    await browser.post(`/api/docs/${b}/trash`)
    await app.deps.db
      .update(docs)
      .set({ restricted: true })
      .where(eq(docs.id, c ?? ''))
    for (const parentId of [elsewhere.x, b, c]) {
      expect((await place(a, { parentId })).status).toBe(404)
    }
  })

  test('not deeper than anybody finds it', async () => {
    const project = await newProject()
    const names = Array.from({ length: deepestDoc }, (_, i) => `n${i}`)
    const chain = Object.fromEntries(names.map((name, i) => [name, names[i - 1] ?? null]))
    const ids = await grow(project, { ...chain, a: null })
    expect((await place(ids.a, { parentId: ids[`n${deepestDoc - 1}`] })).status).toBe(413)
    expect((await place(ids.a, { parentId: ids[`n${deepestDoc - 2}`] })).status).toBe(204)
    const wish = { title: 'b', parentId: ids.a }
    expect((await browser.post(`/api/projects/${project.id}/docs`, wish)).status).toBe(413)
  })

  test('and what stands under something hidden is at the top for who cannot see that', async () => {
    const project = await newProject()
    const { a } = await grow(project, { a: null, b: 'a', c: 'b' })
    await app.deps.db
      .update(docs)
      .set({ restricted: true })
      .where(eq(docs.id, a ?? ''))
    expect(await treeFor(lead, project)).toBe('a(b(c))')
    expect(await treeFor(writer, project)).toBe('b(c)')
  })
})

test('people who put docs under each other at the same moment never make a ring, nor lose one', async () => {
  const project = await newProject()
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const ids = Object.values(
    await grow(project, Object.fromEntries(names.map((name) => [name, null]))),
  )
  const random = new Random(4711)
  for (let round = 0; round < 15; round++) {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => {
        const parentId = random.next() < 0.2 ? null : random.pick(ids)
        return place(
          random.pick(ids),
          random.next() < 0.5 ? { parentId } : { parentId, before: random.pick(ids) },
        )
      }),
    )
    for (const { status } of answers) expect([204, 409]).toContain(status)
    const rows = await app.deps.db
      .select({ id: docs.id, parentId: docs.parentId })
      .from(docs)
      .innerJoin(rooms, eq(rooms.id, docs.id))
      .where(eq(rooms.projectId, project.id))
    const reached = new Set<string | null>([null])
    for (let i = 0; i < rows.length; i++) {
      for (const row of rows) if (reached.has(row.parentId)) reached.add(row.id)
    }
    expect(reached.size).toBe(ids.length + 1)
  }
}, 60_000)

describe('a new doc under another', () => {
  test('stands last there', async () => {
    const project = await newProject()
    const { a } = await grow(project, { a: null, b: 'a' })
    const wish = { title: 'c', parentId: a }
    expect((await browser.post(`/api/projects/${project.id}/docs`, wish)).status).toBe(201)
    expect(await treeFor(writer, project)).toBe('a(b c)')
  })

  test('is for the same people, if that one is only for some', async () => {
    const project = await newProject()
    const { a } = await grow(project, { a: null })
    const outsider = await makePerson(app.deps.db, workspace)
    const leads = await app.as(lead)
    await leads.patch(`/api/docs/${a}`, { restricted: true })
    await leads.put(`/api/docs/${a}/grants/${writer.id}`, { role: 'contributor' })
    await leads.put(`/api/docs/${a}/grants/${outsider.id}`, { role: 'commenter' })
    const wish = { title: 'b', parentId: a }
    const { body } = await browser.post(`/api/projects/${project.id}/docs`, wish)
    const page = await (await app.as(outsider)).get(`/api/docs/${body.id}`)
    expect(page.body.rights).toMatchObject({ restricted: true, grant: 'commenter' })
    const viewer = await makePerson(app.deps.db, workspace)
    expect((await (await app.as(viewer)).get(`/api/docs/${body.id}`)).status).toBe(404)
  })
})

describe('moved to another project', () => {
  const move = (id: string | undefined, project: MadeProject) =>
    browser.post(`/api/docs/${id}/move`, { projectId: project.id })

  test('a doc takes along what stands under it, its grants and its suggestions', async () => {
    const [from, to] = [await newProject(), await newProject()]
    const { a, b } = await grow(from, { x: null, a: 'x', b: 'a' })
    const other = await makePerson(app.deps.db, workspace)
    const grant = { docId: b ?? '', personId: other.id, role: 'viewer' as const }
    await app.deps.db.insert(docGrants).values({ ...grant, grantedBy: lead.id })
    const { workspaceId } = from
    const room = { workspaceId, projectId: from.id, kind: 'suggestion' as const }
    const [fork] = await app.deps.db.insert(rooms).values(room).returning()
    const suggestion = { id: fork?.id ?? '', docId: b ?? '', authorId: lead.id }
    await app.deps.db.insert(docSuggestions).values(suggestion)

    expect((await move(a, to)).status).toBe(204)
    expect(await treeFor(writer, from)).toBe('x')
    expect(await treeFor(writer, to)).toBe('a(b)')
    expect((await (await app.as(other)).get(`/api/docs/${b}`)).status).toBe(200)
    const [moved] = await app.deps.db.select().from(rooms).where(eq(rooms.id, suggestion.id))
    expect(moved?.projectId).toBe(to.id)
  })

  test('leaves what one may not arrange, one step higher', async () => {
    const [from, to] = [await newProject(), await newProject()]
    const { a, hidden } = await grow(from, { x: null, a: 'x', hidden: 'a', under: 'hidden' })
    await app.deps.db
      .update(docs)
      .set({ restricted: true })
      .where(eq(docs.id, hidden ?? ''))
    await move(a, to)
    expect(await treeFor(lead, from)).toBe('x(hidden(under))')
    expect(await treeFor(lead, to)).toBe('a')
  })

  test.each([
    ['who may only read where it comes from', 'viewer', 'contributor', 403],
    ['who may only read where it shall go', 'contributor', 'viewer', 403],
    ['who does not know where it shall go', 'contributor', null, 404],
    ['who does not know where it comes from', null, 'contributor', 404],
  ] as const)('not by somebody %s', async (_, source, target, status) => {
    const person = await makePerson(app.deps.db, workspace)
    const within = (role: typeof source) =>
      makeProject(app.deps.db, lead, { members: role ? [[person, role]] : [] })
    const [from, to] = [await within(source), await within(target)]
    const { a } = await grow(from, { a: null })
    const answer = await (await app.as(person)).post(`/api/docs/${a}/move`, { projectId: to.id })
    expect(answer.status).toBe(status)
    expect(await treeFor(lead, from)).toBe('a')
  })

  test.each([
    ['is not in its project', null, false],
    ['only reads its project', 'viewer', false],
    ['writes in its project, but not in what is only for some', 'contributor', true],
  ] as const)(
    'not by who was granted it and %s: others would lose it',
    async (_, role, restricted) => {
      const person = await makePerson(app.deps.db, workspace)
      const from = await makeProject(app.deps.db, lead, { members: role ? [[person, role]] : [] })
      const own = await makeProject(app.deps.db, person)
      const { a } = await grow(from, { a: null })
      const leads = await app.as(lead)
      await leads.patch(`/api/docs/${a}`, { restricted })
      await leads.put(`/api/docs/${a}/grants/${person.id}`, { role: 'contributor' })
      const granted = await app.as(person)
      expect((await granted.get(`/api/docs/${a}`)).body.access).toBe('write')
      const answer = await granted.post(`/api/docs/${a}/move`, { projectId: own.id })
      expect(answer.status).toBe(403)
      expect(await treeFor(lead, from)).toBe('a')
    },
  )

  test('asks everybody in it for their rights again', async () => {
    const [from, to] = [await newProject(), await newProject()]
    const { a, b } = await grow(from, { a: null, b: 'a' })
    const asked: (string[] | undefined)[] = []
    app.deps.accessChanges.onChange((change) => asked.push(change.roomIds))
    await move(a, to)
    expect(asked).toEqual([[a, b]])
  })
})

test('of two projects in one request both must be ours', async () => {
  const project = await newProject()
  const { a } = await grow(project, { a: null })
  const elsewhere = await makeWorkspace(app.deps.db)
  const theirs = await makeProject(app.deps.db, elsewhere.owner)
  const answer = await browser.post(`/api/docs/${a}/move`, { projectId: theirs.id })
  expect(answer.status).toBe(404)
})
