/** What somebody publishes out of their journal in a project. */
import { docBody } from '@atelier/shared/docs/doc'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import * as Y from 'yjs'
import { publicationParts, publications } from '../db/publication-tables'
import { insertOutcome } from '../outcomes/outcome-queries'
import { putMember, removeMember, setArchived } from '../projects/project-change-queries'
import { enterSection } from '../testing/enter-section'
import { type LiveApp, liveApp } from '../testing/live-app'
import {
  type MadePerson,
  type MadeProject,
  type MadeWorkspace,
  makePerson,
  makeProject,
  makeWorkspace,
  password,
} from '../testing/make'
import { type MadeEntry, makeEntry, makePair } from '../testing/make-journal'
import type { Browser } from '../testing/test-app'

let app: LiveApp
let workspace: MadeWorkspace
let project: MadeProject
let mia: MadePerson
let vera: MadePerson
let asMia: Browser
let asVera: Browser
let asOwner: Browser
let entry: MadeEntry
let section: string

beforeAll(async () => {
  app = await liveApp()
  workspace = await makeWorkspace(app.deps.db)
  asOwner = await app.as(workspace.owner)
})
afterAll(() => app.stop())

const sentences = ['The press stood still for an hour.', 'I had not asked anybody.']

beforeEach(async () => {
  const { db } = app.deps
  mia = await makePerson(db, workspace, { name: 'Mia Mentee' })
  vera = await makePerson(db, workspace, { name: 'Vera Viewer' })
  const members = [
    [mia, 'contributor'],
    [vera, 'viewer'],
  ] as const
  project = await makeProject(db, workspace.owner, { members: members.map((one) => [...one]) })
  ;[asMia, asVera] = [await app.as(mia), await app.as(vera)]
  const pair = await makePair(db, { mentee: mia, mentor: await makePerson(db, workspace) })
  entry = await makeEntry(db, mia, pair, ['private', 'pair'])
  section = entry.sections[0] ?? ''
  await write(section)
})

async function write(id: string, lines = sentences) {
  const client = await enterSection(app, mia, id)
  const paragraphs = lines.map((line) => {
    const paragraph = new Y.XmlElement('paragraph')
    paragraph.insert(0, [new Y.XmlText(line)])
    return paragraph
  })
  docBody(client.doc).insert(0, paragraphs)
  await client.settled()
  await client.leave()
}

const path = () => `/api/projects/${project.id}/publications`
type Wish = { words?: string; sectionId?: string; shownAs?: string; outcomeId?: string | null }

async function publish(who: Browser, { words = sentences[1], sectionId, ...wish }: Wish = {}) {
  const id = crypto.randomUUID()
  const parts = [{ sectionId: sectionId ?? section, words }]
  const body = { id, outcomeId: null, shownAs: 'anonymous', parts, ...wish }
  return { id, body, status: (await who.post(path(), body)).status }
}

const read = async (who: Browser) => (await who.get(path())).body.publications
const own = async () => (await asMia.get('/api/me/publications')).body.publications

test('nobody but its author is told at which moment something comes without a name; taken back, it goes at once', async () => {
  const sockets = await Promise.all(
    [mia, vera].map(async (one) => app.open('/ws/notices', await app.signedIn(one))),
  )
  const [hers, others] = sockets
  if (!hers || !others) throw new Error('unreachable')
  await Promise.all(sockets.map(({ opened }) => opened))
  const next = async (socket: typeof hers) => {
    const heard = await socket.next()
    return 'text' in heard ? JSON.parse(heard.text) : heard
  }
  const { id } = await publish(asMia)
  expect(await next(hers)).toEqual({ what: 'publications' })
  await asOwner.patch(`/api/projects/${project.id}`, { title: 'Renamed' })
  expect(await next(others)).toMatchObject({ what: 'project' })
  expect(await next(others)).toMatchObject({ what: 'projects' })
  const told = { what: 'publications', id: project.id }
  await asMia.delete(`/api/me/publications/${id}`)
  expect(await next(others)).toEqual(told)
  await publish(asMia, { shownAs: 'name' })
  expect(await next(others)).toEqual(told)
  for (const { socket } of sockets) socket.close()
})

describe('what is published', () => {
  test('is read by whoever reads the project, under no name, and leads nowhere', async () => {
    const { status, id } = await publish(asMia)
    expect(status).toBe(204)
    const answer = await asVera.fetch(path())
    const text = await answer.text()
    const on = new Date().toISOString().slice(0, 10)
    const parts = [{ words: sentences[1], isQuote: true }]
    const told = { id, name: null, outcomeId: null, on, isOwn: false, parts }
    expect(JSON.parse(text)).toEqual({ publications: [told] })
    for (const secret of [mia.id, 'Mia', entry.id, ...entry.sections, sentences[0] ?? ''])
      expect(text).not.toContain(secret)
    expect(await read(asMia)).toMatchObject([{ isOwn: true }])
    expect(await read(asOwner)).toMatchObject([{ isOwn: false }])
  })

  test('stands under the name its author chose', async () => {
    await publish(asMia, { shownAs: 'name' })
    await publish(asMia, { shownAs: 'first-name' })
    const names = (await read(asVera)).map(({ name }: { name: string }) => name)
    expect(names.sort()).toEqual(['Mia', 'Mia Mentee'])
  })

  test('stays as it was, whatever is written afterwards', async () => {
    const all = sentences.join('\n')
    expect((await publish(asMia, { words: all })).status).toBe(204)
    await write(section, ['Something else.'])
    expect(await read(asVera)).toMatchObject([{ parts: [{ words: all, isQuote: false }] }])
  })

  test('is not found by who does not read the project', async () => {
    await publish(asMia)
    const stranger = await app.as(await makePerson(app.deps.db, workspace))
    expect((await stranger.get(path())).status).toBe(404)
    await removeMember(app.deps.db, project.id, mia.id)
    expect((await asMia.get(path())).status).toBe(404)
  })

  test('is there once however often it is sent', async () => {
    const { body } = await publish(asMia)
    expect((await asMia.post(path(), body)).status).toBe(204)
    expect(await read(asVera)).toHaveLength(1)
  })

  test('under a name it is not seen while its author is suspended; under none it is, or that would say whose it was', async () => {
    await publish(asMia, { shownAs: 'name' })
    const { id } = await publish(asMia, { shownAs: 'anonymous' })
    await asOwner.patch(`/api/people/${mia.id}`, { suspended: true })
    expect(await read(asVera)).toMatchObject([{ id, name: null }])
    await asOwner.patch(`/api/people/${mia.id}`, { suspended: false })
    expect(await read(asVera)).toHaveLength(2)
  })
})

describe('is published', () => {
  test('only by its author, who contributes to the project', async () => {
    const other = await makePerson(app.deps.db, workspace)
    await putMember(app.deps.db, project, other.id, 'contributor')
    expect((await publish(await app.as(other))).status).toBe(404)
    expect((await publish(asOwner)).status).toBe(404)
    await putMember(app.deps.db, project, mia.id, 'commenter')
    expect((await publish(asMia)).status).toBe(403)
    await putMember(app.deps.db, project, mia.id, 'contributor')
    await setArchived(app.deps.db, project.id, true)
    expect((await publish(asMia)).status).toBe(403)
  })

  test('not by the mentor, who reads the section', async () => {
    const shared = entry.sections[1] ?? ''
    await write(shared)
    const mentor = await makePerson(app.deps.db, workspace)
    await putMember(app.deps.db, project, mentor.id, 'contributor')
    const pair = await makePair(app.deps.db, { mentee: mia, mentor })
    const { sections } = await makeEntry(app.deps.db, mia, pair, ['pair'])
    await write(sections[0] ?? '')
    expect((await publish(await app.as(mentor), { sectionId: sections[0] })).status).toBe(403)
  })

  test('only what stands there', async () => {
    expect((await publish(asMia, { words: 'I had asked everybody.' })).status).toBe(409)
    expect(await read(asVera)).toEqual([])
  })

  test('as evidence for an outcome of this project alone', async () => {
    const outcome = await outcomeOf(project)
    expect((await publish(asMia, { outcomeId: outcome })).status).toBe(204)
    expect(await read(asVera)).toMatchObject([{ outcomeId: outcome }])
    const elsewhere = await makeProject(app.deps.db, workspace.owner)
    expect((await publish(asMia, { outcomeId: await outcomeOf(elsewhere) })).status).toBe(404)
  })

  test('several sections of one entry at once, and never of two', async () => {
    await write(entry.sections[1] ?? '')
    const part = (sectionId: string | undefined) => ({ sectionId, words: sentences[0] })
    const wish = { id: crypto.randomUUID(), outcomeId: null, shownAs: 'anonymous' }
    const parts = entry.sections.map(part)
    expect((await asMia.post(path(), { ...wish, parts })).status).toBe(204)
    expect((await read(asVera))[0].parts).toHaveLength(2)
    const other = await makeEntry(app.deps.db, mia, null)
    await write(other.sections[0] ?? '')
    const mixed = [part(section), part(other.sections[0])]
    const id = crypto.randomUUID()
    expect((await asMia.post(path(), { ...wish, id, parts: mixed })).status).toBe(400)
  })
})

describe('is no more', () => {
  test('once its author withdraws it, also from where they are no more; nobody else does', async () => {
    const { id } = await publish(asMia)
    expect((await asVera.delete(`/api/me/publications/${id}`)).status).toBe(404)
    expect((await asOwner.delete(`/api/me/publications/${id}`)).status).toBe(404)
    await removeMember(app.deps.db, project.id, mia.id)
    expect(await own()).toMatchObject([{ id, project: null, outcome: null, withdrawnAt: null }])
    expect((await asMia.delete(`/api/me/publications/${id}`)).status).toBe(204)
    expect(await read(asVera)).toEqual([])
    expect(await own()).toMatchObject([{ id, withdrawnAt: expect.any(String), parts: [] }])
    expect(await partsOf(id)).toEqual([])
  })

  test('once its section is erased', async () => {
    const { id } = await publish(asMia)
    await asMia.delete(`/api/journals/entries/${entry.id}/sections/${section}`)
    expect(await read(asVera)).toEqual([])
    expect(await partsOf(id)).toEqual([])
  })

  test('once its entry is erased', async () => {
    await publish(asMia)
    await asMia.delete(`/api/journals/entries/${entry.id}`)
    expect(await read(asVera)).toEqual([])
  })

  test('once its author leaves, whatever name it stood under', async () => {
    const { id } = await publish(asMia, { shownAs: 'name' })
    await asMia.post('/api/me/leave', { password, keepName: true })
    expect(await read(asVera)).toEqual([])
    const left = await app.deps.db.select().from(publications).where(eq(publications.id, id))
    expect(left).toEqual([])
  })
})

test('its author sees where they have published what, under which name', async () => {
  const outcome = await outcomeOf(project)
  const { id } = await publish(asMia, { outcomeId: outcome })
  expect(await own()).toEqual([
    {
      ...{ id, project: { id: project.id, title: project.title }, outcome: 'Measures' },
      ...{ shownAs: 'anonymous', publishedAt: expect.any(String), withdrawnAt: null },
      parts: [{ sectionId: section, words: sentences[1], isQuote: true }],
    },
  ])
})

const partsOf = (id: string) =>
  app.deps.db.select().from(publicationParts).where(eq(publicationParts.publicationId, id))

async function outcomeOf({ id: projectId }: MadeProject) {
  const id = crypto.randomUUID()
  const place = { projectId, workspaceId: workspace.id, createdBy: workspace.owner.id }
  const outcome = { id, name: 'Measures', level: 'alone', description: '' } as const
  await insertOutcome(app.deps.db, place, outcome)
  return id
}
