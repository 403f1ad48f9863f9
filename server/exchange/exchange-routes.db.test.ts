import { randomUUID } from 'node:crypto'
import { docOf, newDocUpdate } from '@atelier/shared/docs/new-doc'
import { readDoc } from '@atelier/shared/docs/read-body'
import type { Imported } from '@atelier/shared/exchange/exchange'
import type { JSONContent } from '@tiptap/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { insertThread } from '../comments/thread-queries'
import { insertDoc } from '../docs/doc-queries'
import {
  type MadePerson,
  type MadeProject,
  makePerson,
  makeProject,
  makeWorkspace,
} from '../testing/make'
import { makePictureIn } from '../testing/make-file'
import { type Browser, type TestApp, testApp } from '../testing/test-app'
import { unzip } from './reading/unzip'
import { zipOf } from './zip-out'

let app: TestApp
let workspace: Awaited<ReturnType<typeof makeWorkspace>>
let lead: MadePerson
let viewer: MadePerson
let project: MadeProject
let other: MadeProject

beforeAll(async () => {
  app = await testApp()
  workspace = await makeWorkspace(app.deps.db)
  lead = await makePerson(app.deps.db, workspace, { name: 'Lea Lead' })
  viewer = await makePerson(app.deps.db, workspace)
  project = await makeProject(app.deps.db, lead, { members: [[viewer, 'viewer']] })
  other = await makeProject(app.deps.db, lead)
})
afterAll(() => app.stop())

const text = (words: string, ...marks: { type: string }[]): JSONContent => ({
  type: 'text',
  text: words,
  marks,
})
const paragraph = (...content: JSONContent[]) => ({ type: 'paragraph', content })

async function madeDoc(title: string, content: JSONContent[], into = project): Promise<string> {
  const { workspaceId, id: projectId } = into
  const update = newDocUpdate({ title, body: { type: 'doc', content } })
  return insertDoc(app.deps.db, title, { workspaceId, projectId, createdBy: lead.id, update })
}

/** A doc with a picture in it that is really there. */
async function docWithPicture(title: string): Promise<string> {
  const id = await madeDoc(title, [paragraph(text('before'))])
  const { id: file } = await makePictureIn(app, { id }, lead)
  const made = { type: 'picture', attrs: { file, alt: 'A pixel', caption: 'One' } }
  const { workspaceId, id: projectId } = project
  const update = newDocUpdate({
    title,
    body: { type: 'doc', content: [paragraph(text('See')), made] },
  })
  const withIt = await insertDoc(app.deps.db, title, {
    workspaceId,
    projectId,
    createdBy: lead.id,
    update,
  })
  await app.deps.db.execute(`update files set room_id = '${withIt}' where id = '${file}'`)
  return withIt
}

const exported = async (browser: Browser, id: string, format: string) => {
  const response = await browser.fetch(`/api/docs/${id}/export?format=${format}`)
  return {
    status: response.status,
    headers: response.headers,
    bytes: new Uint8Array(await response.arrayBuffer()),
  }
}

async function brought(
  browser: Browser,
  into: { id: string },
  name: string,
  bytes: Uint8Array | string,
): Promise<{ status: number; body: Imported & { error?: { fields?: { problem: string }[] } } }> {
  const response = await browser.fetch(
    `/api/projects/${into.id}/import?name=${encodeURIComponent(name)}`,
    { method: 'POST', body: bytes as BodyInit },
  )
  return { status: response.status, body: await response.json() }
}

const bodyOf = async (id: string) => readDoc(docOf(await app.deps.rooms.read(`doc:${id}`)))
const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes)

describe('taking a doc out', () => {
  test('as Markdown, under its title, with front matter', async () => {
    const id = await madeDoc('Why: “scrap”?', [
      paragraph(text('It is '), text('hot', { type: 'bold' })),
    ])
    const { status, headers, bytes } = await exported(await app.as(viewer), id, 'md')
    expect(status).toBe(200)
    expect(headers.get('content-disposition')).toContain(
      "filename*=UTF-8''Why%20%E2%80%9Cscrap%E2%80%9D.md",
    )
    expect(decoded(bytes)).toBe(
      `---\ntitle: "Why: “scrap”?"\nsource: http://atelier.test/docs/${id}\n---\n\nIt is **hot**\n`,
    )
  })

  test('as a zip with its pictures, which comes in again elsewhere as it was', async () => {
    const id = await docWithPicture('With a picture')
    const browser = await app.as(lead)
    const { bytes } = await exported(browser, id, 'zip')
    const { files } = await unzip(bytes)
    expect([...files.keys()]).toEqual(['With a picture.md', 'files/pixel.png'])
    const { status, body } = await brought(browser, other, 'x.zip', bytes)
    expect({ status, files: body.files, skipped: body.skipped }).toEqual({
      status: 201,
      files: 1,
      skipped: [],
    })
    const [there] = body.docs
    const { title, body: content } = await bodyOf(there?.id ?? '')
    expect(title).toBe('With a picture')
    expect(content.content?.[1]).toMatchObject({
      type: 'picture',
      attrs: { alt: 'A pixel', caption: 'One', pixelWidth: 1, pixelHeight: 1 },
    })
    const { file } = content.content?.[1]?.attrs ?? {}
    expect((await browser.fetch(`/api/files/${file}`)).status).toBe(200)
  })

  test('as one page that loads and runs nothing', async () => {
    const id = await docWithPicture('<script>alert(1)</script>')
    const page = decoded((await exported(await app.as(viewer), id, 'html')).bytes)
    expect(page).toContain("content=\"default-src 'none'")
    expect(page).toContain('src="data:image/')
    expect(page).not.toMatch(/<script|src="(?!data:)|<link|@import/)
  })

  test('as Word, with what is said about it where somebody wishes that, and it comes in again', async () => {
    const id = await madeDoc('Talked about', [paragraph(text('We ship on Friday'))])
    await insertThread(app.deps.db, {
      id: randomUUID(),
      roomId: id,
      authorId: lead.id,
      anchor: null,
      quote: '',
      body: [{ text: 'Do we?' }],
    })
    const reader = await app.as(viewer)
    const plain = await unzip((await exported(reader, id, 'docx')).bytes)
    expect(decoded(plain.files.get('word/comments.xml') ?? new Uint8Array())).not.toContain('Do we')
    const { bytes } = await exported(reader, id, 'docx&comments=1')
    const { body } = await brought(await app.as(lead), other, 'x.docx', bytes)
    expect(body).toMatchObject({ comments: 1, skipped: [], docs: [{ title: 'Talked about' }] })
  })

  test('of others finds nothing, and in no other kind', async () => {
    const id = await madeDoc('Ours', [paragraph(text('x'))])
    const { owner: stranger } = await makeWorkspace(app.deps.db)
    expect((await exported(await app.as(stranger), id, 'md')).status).toBe(404)
    expect((await exported(await app.as(viewer), id, 'exe')).status).toBe(400)
  })
})

describe('bringing docs in', () => {
  test('needs the right to edit', async () => {
    expect((await brought(await app.as(viewer), project, 'a.md', '# A')).status).toBe(403)
  })

  test('of Markdown: a heading is the title, without one the file’s name', async () => {
    const browser = await app.as(lead)
    const { body } = await brought(browser, other, 'notes.md', '# A plan\n\n- [ ] Do it')
    expect(body.docs.map(({ title }) => title)).toEqual(['A plan'])
    expect((await brought(browser, other, 'Folder\\Notes.md', 'words')).body.docs[0]?.title).toBe(
      'Notes',
    )
    const page = (await browser.get(`/api/docs/${body.docs[0]?.id}`)).body
    expect(page.title).toBe('A plan')
  })

  test('puts them after all that is there', async () => {
    const browser = await app.as(lead)
    const full = await makeProject(app.deps.db, lead)
    await madeDoc('First', [paragraph(text('x'))], full)
    await brought(browser, full, 'b.md', '# Second')
    await brought(browser, full, 'c.md', '# Third')
    const { docs } = (await browser.get(`/api/projects/${full.id}`)).body
    expect(docs.map(({ title }: { title: string }) => title)).toEqual(['First', 'Second', 'Third'])
  })

  test('of a folder: it stands as it lay, links lead to the docs, lost ones are words', async () => {
    const bytes = await zipOf(
      Object.entries({
        'wiki/Home.md': '[Child](Home/Child%20one.md) [gone](nowhere.md) [out](https://a.example/)',
        'wiki/Home/Child one.md': 'Back to [Home](../Home.md)',
        'wiki/Empty folder/Note.txt': 'a note',
      }).map(([name, words]) => ({ name, bytes: new TextEncoder().encode(words) })),
    )
    const { body } = await brought(await app.as(lead), other, 'wiki.zip', bytes)
    const ids = new Map(body.docs.map(({ id, title }) => [title, id]))
    expect([...ids.keys()].sort()).toEqual(['Child one', 'Empty folder', 'Home', 'Note'])
    expect(body.skipped).toEqual([{ name: 'nowhere.md', why: 'missing' }])
    const home = JSON.stringify((await bodyOf(ids.get('Home') ?? '')).body)
    expect(home).toContain(`/docs/${ids.get('Child one')}`)
    expect(home).toContain('https://a.example/')
    expect(home).not.toContain('nowhere')
    const tree = (await (await app.as(lead)).get(`/api/projects/${other.id}`)).body.docs as {
      id: string
      parentId: string | null
    }[]
    const parentOf = (title: string) => tree.find(({ id }) => id === ids.get(title))?.parentId
    expect(parentOf('Child one')).toBe(ids.get('Home'))
    expect(parentOf('Note')).toBe(ids.get('Empty folder'))
  })

  test('counts in what somebody may bring in a day', async () => {
    const keen = await makePerson(app.deps.db, workspace)
    const theirs = await makeProject(app.deps.db, keen)
    const { files } = await unzip(
      (await exported(await app.as(lead), await docWithPicture('P'), 'zip')).bytes,
    )
    const bytes = await zipOf([...files].map(([name, content]) => ({ name, bytes: content })))
    expect((await brought(await app.as(keen), theirs, 'x.zip', bytes)).status).toBe(201)
    await app.deps.db.execute(
      `update files set size = ${1024 ** 3 - 10} where created_by = '${keen.id}'`,
    )
    const second = await brought(await app.as(keen), theirs, 'x.zip', bytes)
    expect([second.status, second.body.error]).toMatchObject([429, { code: 'too-many' }])
    expect((await brought(await app.as(keen), theirs, 'x.md', '# Words')).status).toBe(201)
  })

  test.each([
    ['nothing', '', 'required'],
    ['a zip that is none', 'PK\u0003\u0004 and then nothing', 'no-zip'],
    ['bytes', '\u0000\u0001\u0002', 'encoding'],
  ])('%s is refused with a reason', async (_, bytes, problem) => {
    const { status, body } = await brought(await app.as(lead), other, 'x', bytes)
    expect([status, body.error?.fields?.[0]?.problem]).toEqual([400, problem])
  })
})
