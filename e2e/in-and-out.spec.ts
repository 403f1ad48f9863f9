/** Docs that leave as files of other programs, and come in from them. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { insertBoard } from '@atelier/server/boards/board-queries'
import { insertDoc } from '@atelier/server/docs/doc-queries'
import { writeDocx } from '@atelier/server/exchange/docx/docx-file'
import { zipOf } from '@atelier/server/exchange/zip-out'
import { type MadeProject, makeProject, makeThread } from '@atelier/server/testing/make'
import { makeWriteJob } from '@atelier/server/testing/make-write-job'
import { boardOf, newBoardUpdate } from '@atelier/shared/boards/new-board'
import { bodyFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test } from './doc-fixtures'
import type { House } from './house'

const words =
  '## Findings\n\nThe press runs **hot** after the late shift.\n\n- [ ] Ask the late shift\n'

async function downloaded(
  page: Page,
  format: string,
  { withComments = false } = {},
): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Doc menu' }).click()
  await page.getByRole('menuitem', { name: 'Download…' }).click()
  if (withComments) await page.getByText('With the comments in its margin').click()
  const waiting = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: format }).click()
  const download = await waiting
  await expect(page.getByRole('dialog')).toBeHidden()
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

/** Where Word keeps what is said beside the text. */
const margin = 'word/comments.xml'

async function bring(page: Page, name: string, buffer: Buffer) {
  const dialog = page.getByRole('dialog')
  const choosing = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Choose files' }).click()
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer })
  return dialog
}

test('a doc goes out as Markdown, Word and PDF, and its zip comes into another project', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const update = newDocUpdate({ title: 'Scrap in line four', body: bodyFromMarkdown(words) })
  const room = {
    workspaceId: project.workspaceId,
    projectId: project.id,
    createdBy: workspace.owner.id,
    update,
  }
  const id = await insertDoc(house.db, 'Scrap in line four', room)
  await makeThread(house.db, { id }, workspace.owner, 'Since when?')
  const [reader] = await together(project, 'viewer')
  await reader.page.goto(`/docs/${id}`)

  const markdown = await downloaded(reader.page, 'Markdown The text alone')
  expect(markdown.name).toBe('Scrap in line four.md')
  expect(markdown.bytes.toString()).toContain(words)

  const pdf = await downloaded(reader.page, 'PDF')
  expect(pdf.name).toBe('Scrap in line four.pdf')
  expect(pdf.bytes.subarray(0, 5).toString()).toBe('%PDF-')
  const docx = await downloaded(reader.page, 'Word')
  expect(docx.bytes.subarray(0, 2).toString()).toBe('PK')
  expect(docx.bytes.includes(margin)).toBe(false)
  const talked = await downloaded(reader.page, 'Word', { withComments: true })
  expect(talked.bytes.includes(margin)).toBe(true)

  const zip = await downloaded(reader.page, 'Markdown with files')
  const other = await makeProject(house.db, workspace.owner)
  const [writer] = await together(other, 'contributor')
  await writer.page.goto(`/projects/${other.id}`)
  await writer.page.getByRole('button', { name: 'Bring docs in…' }).click()
  const dialog = await bring(writer.page, zip.name, zip.bytes)
  await dialog.getByRole('link', { name: 'Scrap in line four' }).click()
  const body = writer.page.getByRole('textbox', { name: 'Text of the doc' })
  await expect(body.getByRole('heading', { name: 'Findings' })).toBeVisible()
  await expect(body.getByRole('checkbox')).not.toBeChecked()
})

test('a Word document comes in while a colleague looks on, and what is no file of ours is refused in a sentence', async ({
  project,
  together,
}) => {
  const [writer, colleague] = await together(project, 'contributor', 'viewer')
  await colleague.page.goto(`/projects/${project.id}`)
  await writer.page.goto(`/projects/${project.id}`)
  await writer.page.getByRole('button', { name: 'Bring docs in…' }).click()

  const dialog = await bring(writer.page, 'photo.jpg', Buffer.from([0xff, 0xd8, 0, 1, 2, 3]))
  await expect(dialog.getByRole('alert')).toContainText('This file is no text we can read')

  const document = await writeDocx(
    makeWriteJob({ title: 'Minutes of May', body: bodyFromMarkdown(words) }),
  )
  await bring(writer.page, 'minutes.docx', Buffer.from(document))
  await expect(dialog.getByRole('status')).toHaveText('1 doc')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(writer.page.getByRole('link', { name: /Minutes of May/ }).first()).toBeVisible()
  await expect(colleague.page.getByRole('link', { name: /Minutes of May/ }).first()).toBeVisible()
})

/** A board, and a doc that shows its first column. */
async function showColumn(house: House, { id: projectId, workspaceId }: MadeProject, by: string) {
  const update = newBoardUpdate({
    title: 'Work',
    columns: ['To do', 'Done'],
    cards: [{ title: 'Ask the supplier', column: 'To do' }],
  })
  const room = { workspaceId, projectId, createdBy: by }
  const roomId = await insertBoard(house.db, { title: 'Work', columns: [] }, { ...room, update })
  const attrs = { kind: 'column', roomId, partId: boardOf(update).columns[0]?.id, label: 'To do' }
  const body = { type: 'doc', content: [{ type: 'embed', attrs }] }
  await insertDoc(house.db, 'Plan', { ...room, update: newDocUpdate({ title: 'Plan', body }) })
}

test('a whole project is taken along by whoever may read it, and a board’s column lives on in another', async ({
  house,
  workspace,
  project,
  doc,
  together,
}) => {
  await showColumn(house, project, workspace.owner.id)
  const [viewer] = await together(project, 'viewer')
  await viewer.page.goto(`/projects/${project.id}`)
  await viewer.page.getByRole('button', { name: 'Bring docs in or take them out' }).click()
  await expect(viewer.page.getByRole('menuitem', { name: 'Bring docs in…' })).toBeHidden()
  const waiting = viewer.page.waitForEvent('download')
  await viewer.page.getByRole('menuitem', { name: 'Download all docs and boards' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe(`${project.title}.zip`)
  const bytes = await readFile(await download.path())
  expect(bytes.includes(`${doc.title}.md`)).toBe(true)

  const other = await makeProject(house.db, workspace.owner)
  const [writer, colleague] = await together(other, 'contributor', 'contributor')
  await writer.page.goto(`/projects/${other.id}`)
  await writer.page.getByRole('button', { name: 'Bring docs in…' }).click()
  const dialog = await bring(writer.page, 'project.zip', bytes)
  await expect(dialog.getByRole('status')).toHaveText('2 docs · 1 board')
  const address = await dialog.getByRole('link', { name: 'Work' }).getAttribute('href')
  await dialog.getByRole('link', { name: 'Plan' }).click()
  const column = writer.page.locator('.embed').getByRole('region', { name: 'To do' })
  await expect(column.getByRole('link', { name: 'Ask the supplier' })).toBeVisible()
  const board = boardPage(colleague)
  await board.open({ id: address?.split('/').at(-1) ?? '' })
  await board.addCard('To do', 'Order a clamp')
  await expect(column.getByRole('link', { name: 'Order a clamp' })).toBeVisible()
})

const page = (title: string, body: string) =>
  `<!DOCTYPE html><html><head><title>Space : ${title}</title></head><body><div id="main-header"><h1 id="title-heading"><span id="title-text">Space : ${title}</span></h1></div><div id="content"><div id="main-content" class="wiki-content">${body}</div></div></body></html>`

test('folders of Notion and of Confluence come in with their trees, as they lie on the disk', async ({
  project,
  doc,
  together,
}, testInfo) => {
  const [writer, colleague] = await together(project, 'contributor', 'viewer')
  expect(doc.title).toBe('Minutes')
  const id = (n: number) => `${n}`.repeat(32)
  const notion = {
    [`Team ${id(1)}.md`]: `# Team\n\nSee [the plan](Team%20${id(1)}/Plan%20${id(2)}.md)\n`,
    [`Team ${id(1)}/Plan ${id(2)}.md`]: '# Plan\n\n- [x] Ask the late shift\n',
  }
  const confluence = {
    'index.html':
      '<html><body><ul><li><a href="Home_100.html">Home</a><ul><li><a href="Deep_200.html">Deep</a></li></ul></li></ul></body></html>',
    'Home_100.html': page('Home', '<p>See <a href="Deep_200.html">deep down</a></p>'),
    'Deep_200.html': page('Deep', '<p>Down here</p>'),
  }
  await colleague.page.goto(`/projects/${project.id}`)
  await writer.page.goto(`/projects/${project.id}`)
  for (const [name, files, parent, child] of [
    ['Export of Notion', notion, 'Team', 'Plan'],
    ['SPACE', confluence, 'Home', 'Deep'],
  ] as const) {
    const folder = testInfo.outputPath(name)
    for (const [path, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, path)), { recursive: true })
      await writeFile(join(folder, path), content)
    }
    await writer.page.getByRole('button', { name: 'Bring docs in or take them out' }).click()
    await writer.page.getByRole('menuitem', { name: 'Bring docs in…' }).click()
    const dialog = writer.page.getByRole('dialog')
    const choosing = writer.page.waitForEvent('filechooser')
    await dialog.getByRole('button', { name: 'Choose a folder' }).click()
    await (await choosing).setFiles(folder)
    await expect(dialog.getByRole('status')).toHaveText('2 docs')
    await dialog.getByRole('button', { name: 'Done' }).click()
    const tree = colleague.page.getByRole('main').getByRole('treegrid')
    await expect(tree.getByRole('row', { name: parent })).toBeVisible()
    await tree.getByRole('row', { name: parent }).focus()
    await colleague.page.keyboard.press('ArrowRight')
    await expect(tree.getByRole('row', { name: child })).toHaveAttribute('aria-level', '2')
  }
  const tree = colleague.page.getByRole('main').getByRole('treegrid')
  await tree.getByRole('row', { name: 'Team' }).getByRole('link').click()
  await colleague.page.locator('.doc-body').getByRole('link', { name: 'the plan' }).click()
  await expect(colleague.page.locator('.doc-body')).toContainText('Ask the late shift')
})

test('what an evil zip holds stays out, each with its reason, and the good page comes in', async ({
  project,
  together,
}) => {
  const [writer] = await together(project, 'contributor')
  await writer.page.goto(`/projects/${project.id}`)
  await writer.page.getByRole('button', { name: 'Bring docs in…' }).click()
  const bytes = (words: string) => new TextEncoder().encode(words)
  const evil = Buffer.from(
    await zipOf([
      {
        name: 'good.md',
        bytes: bytes('# Good\n\n<script>alert(1)</script> [x](javascript:alert(1))'),
      },
      { name: 'xx/evil.md', bytes: bytes('# Evil') },
      { name: 'bomb.md', bytes: new Uint8Array(80_000_000) },
    ]),
  )
  for (let at = evil.indexOf('xx/evil.md'); at >= 0; at = evil.indexOf('xx/evil.md', at)) {
    evil.write('../evil.md', at)
  }
  const dialog = await bring(writer.page, 'evil.zip', evil)
  await expect(dialog.getByRole('status')).toHaveText('1 doc')
  await expect(dialog).toContainText('The name leads out of its folder')
  await expect(dialog).toContainText('Packed as only an attack is')
  await dialog.getByRole('link', { name: 'Good' }).click()
  const body = writer.page.getByRole('textbox', { name: 'Text of the doc' })
  await expect(body).toContainText('x')
  await expect(body.locator('a[href^="javascript:"], script')).toHaveCount(0)
  await body.click()
  await writer.page.keyboard.press('Control+End')
  await writer.page.keyboard.type(' and it still saves')
  await expect(writer.page.locator('button[data-save="saved"]')).toBeVisible()
})

test('a doc goes out as a page that stands alone, and is printed without what is around it', async ({
  inDoc,
  context,
}, testInfo) => {
  const [anna] = await inDoc('contributor')
  await anna.title.fill('Scrap in line four')
  await anna.body.click()
  await anna.type('## Findings')
  await anna.press('Enter')
  await anna.type('The press runs hot')
  await anna.says('Saved')
  const html = await downloaded(anna.page, 'Web page')
  expect(html.name).toBe('Scrap in line four.html')
  const path = testInfo.outputPath('exported.html')
  await writeFile(path, html.bytes)
  const alone = await context.newPage()
  const asked: string[] = []
  alone.on('request', (request) => asked.push(request.url()))
  await alone.goto(`file://${path}`)
  await expect(alone.getByRole('heading', { level: 1, name: 'Scrap in line four' })).toBeVisible()
  await expect(alone.getByText('The press runs hot')).toBeVisible()
  expect(asked).toHaveLength(1)
  await expect(alone.locator('script')).toHaveCount(0)

  await anna.page.emulateMedia({ media: 'print' })
  await expect(anna.body.getByText('The press runs hot')).toBeVisible()
  for (const around of ['banner', 'navigation'] as const) {
    for (const one of await anna.page.getByRole(around).all()) await expect(one).toBeHidden()
  }
})
