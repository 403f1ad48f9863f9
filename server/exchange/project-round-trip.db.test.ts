import { randomUUID } from 'node:crypto'
import { encodeAnchor } from '@atelier/shared/comments/anchor'
import { idsBetween } from '@atelier/shared/comments/anchor-places'
import { findQuote } from '@atelier/shared/comments/find-quote'
import { schemaSizes } from '@atelier/shared/comments/schema-sizes'
import { docBody } from '@atelier/shared/docs/doc'
import { docOf, docSchema, newDocUpdate } from '@atelier/shared/docs/new-doc'
import type { Imported } from '@atelier/shared/exchange/exchange'
import type { JSONContent } from '@tiptap/core'
import { yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { insertCommentRow } from '../comments/comment-queries'
import { insertThread, setResolved } from '../comments/thread-queries'
import { docs } from '../db/doc-tables'
import { insertDoc } from '../docs/doc-queries'
import { insertFile } from '../files/file-queries'
import { keepFile } from '../files/store-file'
import {
  type MadePerson,
  type MadeProject,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { makePng } from '../testing/make-picture'
import { type TestApp, testApp } from '../testing/test-app'
import { unzip } from './reading/unzip'

let app: TestApp
let lead: MadePerson
let writer: MadePerson
let project: MadeProject

beforeAll(async () => {
  app = await testApp()
  const workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace, { name: 'Lea Lead' })
  writer = await makePerson(app.deps.db, workspace, { name: 'Wim Writer' })
  project = await makeProject(app.deps.db, lead, { members: [[writer, 'contributor']] })
  await furnish()
})
afterAll(() => app.stop())

const text = (words: string, href?: string): JSONContent => ({
  type: 'text',
  text: words,
  ...(href && { marks: [{ type: 'link', attrs: { href } }] }),
})
const paragraph = (...content: JSONContent[]) => ({ type: 'paragraph', content })
const ids = {
  home: randomUUID(),
  plan: randomUUID(),
  deep: randomUUID(),
  secret: randomUUID(),
  binned: randomUUID(),
}

async function made(
  id: string,
  title: string,
  parentId: string | null,
  rank: string,
  content: JSONContent[],
  more: Partial<typeof docs.$inferInsert> = {},
) {
  const { workspaceId, id: projectId } = project
  const update = newDocUpdate({ title, body: { type: 'doc', content } })
  await insertDoc(app.deps.db, title, { id, workspaceId, projectId, createdBy: lead.id, update })
  await app.deps.db
    .update(docs)
    .set({ parentId, rank, ...more })
    .where(eq(docs.id, id))
  return update
}

async function fileIn(roomId: string, name: string, bytes: Uint8Array) {
  const kept = await keepFile(app.deps, { workspaceId: project.workspaceId, name, bytes })
  return insertFile(app.deps.db, { ...kept, roomId, createdBy: lead.id })
}

/** About these words; null for the whole doc. */
async function thread(
  docId: string,
  update: Uint8Array,
  quote: string | null,
  said: [MadePerson, string][],
) {
  const fragment = docBody(docOf(update))
  const node = yXmlFragmentToProseMirrorRootNode(fragment, docSchema())
  const range = quote === null ? null : findQuote(node, { quote, before: '', after: '' })
  const found = range && idsBetween(fragment, range, schemaSizes(docSchema()))
  const [first, ...rest] = said.map(([{ id: authorId }, words]) => ({
    id: randomUUID(),
    authorId,
    body: [{ text: words }],
  }))
  if (!first) throw new Error('nothing said')
  const anchor = found ? encodeAnchor({ ...found, before: '', after: '' }) : null
  await insertThread(app.deps.db, { ...first, roomId: docId, anchor, quote: quote ?? '' })
  for (const comment of rest) await insertCommentRow(app.deps.db, first.id, comment)
  return first.id
}

async function furnish() {
  const word = { kind: 'doc', id: ids.plan, label: 'Plan' }
  const home = await made(ids.home, 'Home', null, 'a1', [
    paragraph(
      text('Everything about the scrap in line four begins here, '),
      { type: 'mention', attrs: word },
      text(' and '),
      text('deep', `/docs/${ids.deep}`),
    ),
    { type: 'embed', attrs: { kind: 'doc', roomId: ids.plan, partId: null, label: 'Plan' } },
    {
      type: 'taskList',
      content: [
        {
          type: 'taskItem',
          attrs: { checked: true, assignee: lead.id, due: '2026-12-01' },
          content: [paragraph(text('Ask'))],
        },
      ],
    },
  ])
  await made(ids.plan, 'Plan', ids.home, 'a2', [paragraph(text('x'))], { template: true })
  await made(ids.deep, 'Deep: “a/b”', ids.plan, 'a1', [paragraph()])
  await made(ids.secret, 'Secret', null, 'a2', [paragraph(text('only leads'))], {
    restricted: true,
  })
  await made(ids.binned, 'Binned', null, 'a3', [paragraph(text('gone'))], {
    trashedAt: new Date(),
    trashedBy: lead.id,
  })
  const picture = await fileIn(ids.plan, 'press one.png', makePng(30, 20))
  const file = await fileIn(ids.plan, 'notes #1.txt', Buffer.from('notes'))
  await fileIn(ids.plan, 'taken out of the text.txt', Buffer.from('long ago'))
  await app.deps.rooms.edit(`doc:${ids.plan}`, (doc) => {
    const wanted = docOf(
      newDocUpdate({
        title: '',
        body: {
          type: 'doc',
          content: [
            {
              type: 'picture',
              attrs: {
                file: picture.id,
                alt: 'Press',
                caption: 'Press one',
                pixelWidth: 30,
                pixelHeight: 20,
              },
            },
            {
              type: 'attachment',
              attrs: { file: file.id, name: file.name, mime: file.mime, size: file.size },
            },
          ],
        },
      }),
    )
    docBody(doc).insert(
      0,
      docBody(wanted)
        .toArray()
        .map((node) => (node as import('yjs').XmlElement).clone()),
    )
  })
  await thread(ids.home, home, 'the scrap in line four', [
    [writer, 'Which shift?'],
    [lead, 'The late one'],
  ])
  await setResolved(app.deps.db, await thread(ids.home, home, null, [[lead, 'Good page']]), lead.id)
}

const exported = async (person: MadePerson, of: { id: string }) => {
  const response = await (await app.as(person)).fetch(`/api/projects/${of.id}/export`)
  expect(response.headers.get('content-type')).toBe('application/zip')
  return new Uint8Array(await response.arrayBuffer())
}

/** Who a task is for is somebody else’s business in another workspace. */
const withoutAssignee = (content: string) =>
  content
    .replace(/"assignee":(null|"[0-9a-f-]{36}"),/g, '')
    .replace(/ \[@[^\]]*\]\([^)]*"assignee"\)/g, '')

/** All that is in it, with every id by the order in which it first comes. */
async function canonical(bytes: Uint8Array) {
  const { files, skipped } = await unzip(bytes)
  expect(skipped).toEqual([])
  const order = new Map<string, string>()
  const known = (id: string) => {
    if (!order.has(id)) order.set(id, `id-${order.size + 1}`)
    return order.get(id) ?? ''
  }
  const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
  const manifest = JSON.parse(new TextDecoder().decode(files.get('atelier.json')))
  // The people of another workspace are others; who brought it may have led another project.
  const { people: _, project: __, ...index } = manifest
  const all = [
    ['atelier.json', JSON.stringify(index)] as const,
    ...[...files]
      .filter(([name]) => name !== 'atelier.json' && !/\.(png|txt)$/.test(name))
      .map(([name, content]) => [name, new TextDecoder().decode(content)] as const),
  ]
  const texts = Object.fromEntries(
    all.map(([name, content]) => [
      name.replace(uuid, known),
      withoutAssignee(content).replace(uuid, known),
    ]),
  )
  return { manifest, texts, names: [...files.keys()] }
}

test('a project goes out whole and comes in again elsewhere as it was', async () => {
  const first = await exported(lead, project)
  const { owner } = await makeWorkspace(app.deps.db, { ownerName: 'Nora New' })
  const empty = await makeProject(app.deps.db, owner)
  const response = await (await app.as(owner)).fetch(
    `/api/projects/${empty.id}/import?name=x.zip`,
    { method: 'POST', body: first as BodyInit },
  )
  const imported = (await response.json()) as Imported
  expect(imported).toMatchObject({ kind: 'atelier', files: 2, comments: 3 })
  expect(imported.docs.map(({ title }) => title)).toEqual(['Home', 'Secret', 'Plan', 'Deep: “a/b”'])
  // Nobody of there is here: the task is nobody’s now, and that is said.
  expect(imported.skipped).toEqual([{ name: 'Home', why: 'no-such-person' }])
  const before = await canonical(first)
  const after = await canonical(await exported(owner, empty))
  expect(after.names.filter((name) => !name.startsWith('atelier/'))).toEqual(
    before.names.filter((name) => !name.startsWith('atelier/')),
  )
  expect(after.texts).toEqual(before.texts)
})

test('what is in it: folders as the tree, attachments, nothing of the bin', async () => {
  const { names, manifest, texts } = await canonical(await exported(lead, project))
  expect(names.filter((name) => !name.startsWith('atelier'))).toEqual([
    'Home.md',
    'Secret.md',
    'Home/Plan.md',
    'Home/Plan/Deep “a b”.md',
    'attachments/press one.png',
    'attachments/notes 1.txt',
  ])
  expect([manifest.leftOut, manifest.missing]).toEqual([0, []])
  // Of all the workspace only whoever is named.
  expect(manifest.people).toEqual({ [lead.id]: 'Lea Lead' })
  expect(texts['Home.md']).toContain(
    '[Plan](Home/Plan.md "doc") and [deep](Home/Plan/Deep%20%E2%80%9Ca%20b%E2%80%9D.md)',
  )
  expect(texts['Home/Plan.md']).toContain('![Press](../attachments/press%20one.png "Press one")')
  expect(JSON.stringify(texts)).not.toContain('gone')
})

test('comments are about the same words, in the order and with the names they had', async () => {
  const { owner } = await makeWorkspace(app.deps.db, { ownerName: 'Nora New' })
  const empty = await makeProject(app.deps.db, owner)
  const browser = await app.as(owner)
  const bytes = await exported(lead, project)
  const imported = (await (
    await browser.fetch(`/api/projects/${empty.id}/import`, {
      method: 'POST',
      body: bytes as BodyInit,
    })
  ).json()) as Imported
  const { threads } = (await browser.get(`/api/docs/${imported.docs[0]?.id}/threads`)).body
  const said = threads.map(
    (one: {
      quote: string
      anchor: string | null
      resolved: unknown
      comments: { authorId: string; body: { text: string }[] }[]
    }) => [
      one.quote,
      one.anchor !== null,
      one.resolved !== null,
      one.comments.map(({ body }) => body[0]?.text.replace(/\(.* UTC\)/, '(then)')),
    ],
  )
  expect(said).toEqual([
    [
      'the scrap in line four',
      true,
      false,
      ['Wim Writer (then):\nWhich shift?', 'Lea Lead (then):\nThe late one'],
    ],
    ['', false, true, ['Lea Lead (then):\nGood page']],
  ])
  expect(threads[0].comments[0].authorId).toBe(owner.id)
})

test('who may not read a doc gets nothing of it, but how many there are', async () => {
  const { names, manifest, texts } = await canonical(await exported(writer, project))
  expect(names).not.toContain('Secret.md')
  expect(manifest.leftOut).toBe(1)
  expect(JSON.stringify([texts, manifest])).not.toMatch(/Secret|only leads/)
})
