/** Docs that leave as files of other programs, and come in from them. */
import { readFile } from 'node:fs/promises'
import { insertDoc } from '@atelier/server/docs/doc-queries'
import { writeDocx } from '@atelier/server/exchange/docx/docx-file'
import { makeProject } from '@atelier/server/testing/make'
import { makeWriteJob } from '@atelier/server/testing/make-write-job'
import { bodyFromMarkdown } from '@atelier/shared/docs/body-from-markdown'
import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { expect, type Page } from '@playwright/test'
import { test } from './doc-fixtures'

const words =
  '## Findings\n\nThe press runs **hot** after the late shift.\n\n- [ ] Ask the late shift\n'

async function downloaded(page: Page, format: string): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: 'Doc menu' }).click()
  await page.getByRole('menuitem', { name: 'Download…' }).click()
  const waiting = page.waitForEvent('download')
  await page.getByRole('dialog').getByRole('button', { name: format }).click()
  const download = await waiting
  await expect(page.getByRole('dialog')).toBeHidden()
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}

async function bring(page: Page, name: string, buffer: Buffer) {
  const dialog = page.getByRole('dialog')
  const choosing = page.waitForEvent('filechooser')
  await dialog.getByRole('button', { name: 'Choose a file' }).click()
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

test('a whole project is taken along by whoever may read it', async ({
  project,
  doc,
  together,
}) => {
  const [viewer] = await together(project, 'viewer')
  await viewer.page.goto(`/projects/${project.id}`)
  await viewer.page.getByRole('button', { name: 'Bring docs in or take them out' }).click()
  await expect(viewer.page.getByRole('menuitem', { name: 'Bring docs in…' })).toBeHidden()
  const waiting = viewer.page.waitForEvent('download')
  await viewer.page.getByRole('menuitem', { name: 'Download all docs' }).click()
  const download = await waiting
  expect(download.suggestedFilename()).toBe(`${project.title}.zip`)
  const bytes = await readFile(await download.path())
  expect(bytes.includes(`${doc.title}.md`)).toBe(true)
})
