import { binDays } from '@atelier/shared/projects/bin'
import { eq, inArray, sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { docFavourites, docLinks, docSuggestions, docs } from '../db/doc-tables'
import { roomUpdates } from '../db/log-tables'
import { rooms } from '../db/tables'
import {
  type MadePerson,
  type MadeProject,
  makeDoc,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { erasedTables } from './delete-doc-queries'
import { eraseLongGoneDocs } from './doc-bin-queries'

let app: TestApp
let lead: MadePerson
let writer: MadePerson
let project: MadeProject
let [asLead, asWriter, asViewer]: Browser[] = []

beforeAll(async () => {
  app = await testApp()
  const { db } = app.deps
  const workspace = await makeWorkspace(db)
  lead = await makePerson(db, workspace, { name: 'Lea Lead' })
  writer = await makePerson(db, workspace)
  const viewer = await makePerson(db, workspace)
  project = await makeProject(db, lead, {
    members: [
      [writer, 'contributor'],
      [viewer, 'viewer'],
    ],
  })
  ;[asLead, asWriter, asViewer] = await Promise.all([lead, writer, viewer].map((p) => app.as(p)))
})
afterAll(() => app.stop())

async function doc(title: string, parentId: string | null = null): Promise<string> {
  const { id } = await makeDoc(app.deps.db, project, lead, title)
  await app.deps.db.update(docs).set({ parentId }).where(eq(docs.id, id))
  return id
}
const titles = async (browser = asWriter) =>
  (await browser?.get(`/api/projects/${project.id}`))?.body.docs.map(
    (one: { title: string }) => one.title,
  )
const bin = async (browser = asWriter) =>
  (await browser?.get(`/api/projects/${project.id}/bin`))?.body.map(
    ({ title, under }: { title: string; under: number }) => `${title}+${under}`,
  )
const post = (path: string, browser = asWriter) => browser?.post(path)

describe('what goes into the bin', () => {
  test('takes along what stands under it, and comes back with it', async () => {
    const a = await doc('a')
    const b = await doc('b', a)
    await doc('c', b)
    await post(`/api/docs/${a}/trash`)
    expect(await titles()).not.toContain('b')
    expect(await bin()).toEqual(['a+2'])
    const [listed] = (await asWriter?.get(`/api/projects/${project.id}/bin`))?.body ?? []
    expect(Date.parse(listed.endsAt) - Date.parse(listed.trashedAt)).toBe(binDays * 86_400_000)
    await post(`/api/docs/${a}/restore`)
    expect(await titles()).toEqual(['a', 'b', 'c'])
    expect(await bin()).toEqual([])
    await post(`/api/docs/${a}/trash`)
  })

  test('comes back alone, if what it stood under stays away', async () => {
    const d = await doc('d')
    const e = await doc('e', d)
    await post(`/api/docs/${e}/trash`)
    await post(`/api/docs/${d}/trash`)
    await post(`/api/docs/${e}/restore`)
    const page = await asWriter?.get(`/api/docs/${e}`)
    expect(page?.body.above).toEqual([])
    expect(await titles()).toEqual(['e'])
    await post(`/api/docs/${e}/trash`)
  })

  test('leaves what one may not arrange where it can be found', async () => {
    const f = await doc('f')
    const g = await doc('g', f)
    await app.deps.db.update(docs).set({ restricted: true }).where(eq(docs.id, g))
    await post(`/api/docs/${f}/trash`)
    expect(await titles(asLead)).toEqual(['g'])
    await post(`/api/docs/${g}/trash`, asLead)
    expect(await bin(asWriter)).not.toContain('g+0')
    expect(await bin(asLead)).toContain('g+0')
  })

  test('is out of sight of those who cannot put it there', async () => {
    const h = await doc('h')
    await post(`/api/docs/${h}/trash`)
    expect((await asViewer?.get(`/api/docs/${h}`))?.status).toBe(404)
    expect(await bin(asViewer)).toEqual([])
    expect((await asWriter?.get(`/api/docs/${h}`))?.body.rights.trashed).toBe(true)
  })

  test('[S5] has everybody in it asked for their rights again', async () => {
    const i = await doc('i')
    const asked: (string[] | undefined)[] = []
    app.deps.accessChanges.onChange((change) => asked.push(change.roomIds))
    await post(`/api/docs/${i}/trash`)
    await post(`/api/docs/${i}/restore`)
    expect(asked).toEqual([[i], [i]])
    await post(`/api/docs/${i}/trash`)
  })
})

describe('deleted for good', () => {
  test('is only what lies in the bin, and only by who leads', async () => {
    const j = await doc('j')
    expect((await asLead?.delete(`/api/docs/${j}`))?.status).toBe(403)
    await post(`/api/docs/${j}/trash`)
    expect((await asWriter?.delete(`/api/docs/${j}`))?.status).toBe(403)
    expect((await asViewer?.delete(`/api/docs/${j}`))?.status).toBe(404)
    expect((await asLead?.delete(`/api/docs/${j}`))?.status).toBe(204)
    expect((await asLead?.get(`/api/docs/${j}`))?.status).toBe(404)
  })

  test('nothing of it is left, and nothing else is touched', async () => {
    const { db } = app.deps
    const [gone, stays] = [await doc('gone'), await doc('stays')]
    const child = await doc('child', gone)
    const room = {
      workspaceId: project.workspaceId,
      projectId: project.id,
      kind: 'suggestion' as const,
    }
    const [fork] = await db.insert(rooms).values(room).returning()
    const forkId = fork?.id ?? ''
    await db.insert(docSuggestions).values({ id: forkId, docId: gone, authorId: lead.id })
    for (const docId of [gone, stays]) {
      await db.insert(docFavourites).values({ docId, personId: lead.id })
      await db.insert(docLinks).values({ fromId: docId, toId: stays })
    }
    await post(`/api/docs/${gone}/trash`)
    await asLead?.delete(`/api/docs/${gone}`)
    const left = await db
      .select()
      .from(rooms)
      .where(inArray(rooms.id, [gone, child, forkId, stays]))
    expect(left.map(({ id }) => id)).toEqual([stays])
    const log = await db
      .select()
      .from(roomUpdates)
      .where(inArray(roomUpdates.roomId, [gone, stays]))
    expect(log.map(({ roomId }) => roomId)).toEqual([stays])
    expect(await titles(asLead)).toContain('stays')
  })

  test('by itself, once its time in the bin is over', async () => {
    const { db } = app.deps
    const [old, fresh] = [await doc('old'), await doc('fresh')]
    for (const id of [old, fresh]) await post(`/api/docs/${id}/trash`)
    const dayMs = 86_400_000
    const longAgo = new Date(Date.now() - binDays * dayMs - 1)
    await db.update(docs).set({ trashedAt: longAgo }).where(eq(docs.id, old))
    await eraseLongGoneDocs(db)
    const found = await db
      .select()
      .from(docs)
      .where(inArray(docs.id, [old, fresh]))
    expect(found.map(({ title }) => title)).toEqual(['fresh'])
  })

  test('no table that belongs to docs is forgotten', async () => {
    const { rows } = await app.deps.db.execute<{ name: string }>(sql`
      with recursive pointing(id) as (
        values ('rooms'::regclass::oid)
        union
        select conrelid from pg_constraint join pointing on pointing.id = confrelid
        where contype = 'f'
      )
      select relname as name from pg_class join pointing on pointing.id = pg_class.oid`)
    const names = rows.map(({ name }) => name)
    const noDocs = [
      'boards',
      ...[boardTables, journalTables, workshopTables].flatMap((of) => of(names)),
    ]
    const belonging = names.filter((name) => !noDocs.includes(name))
    expect(belonging.length).toBeGreaterThan(12)
    expect([...erasedTables(app.deps.db)].sort()).toEqual(belonging.sort())
  })
})

/** What only ever belongs to a board. */
const boardTables = (names: string[]) =>
  names.filter((name) => /^board_|^card_|^calendar_feeds$/.test(name))

/** What only ever belongs to a section of a journal. */
const journalTables = (names: string[]) =>
  names.filter((name) => /^section(s|_)|^publication_parts$/.test(name))

/** What only ever belongs to a workshop. */
const workshopTables = (names: string[]) => names.filter((name) => /^workshop(s|_)/.test(name))
