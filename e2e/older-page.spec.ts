/** [S14] Pages of different versions beside each other: nobody deletes what they do not know. */
import { docBody } from '@atelier/shared/docs/doc'
import { expect } from '@playwright/test'
import * as Y from 'yjs'
import { test } from './doc-fixtures'
import { docPage } from './doc-page'
import { enterWithoutBrowser, type Program } from './without-a-browser'

/** Somebody at a page that is newer than ours. */
async function writeNewer(newer: Program): Promise<void> {
  const [quiet, block, words, glowing] = [
    new Y.XmlElement('paragraph'),
    new Y.XmlElement('hologram'),
    new Y.XmlText(),
    new Y.XmlText(),
  ]
  newer.doc.transact(() => {
    docBody(newer.doc).insert(0, [quiet, block])
    quiet.insert(0, [glowing])
    glowing.insert(0, 'A line that ')
    glowing.insert(12, 'glows', { glow: { strength: 3 } })
    block.insert(0, [words])
    block.setAttribute('depth', '7')
    words.insert(0, 'from the future')
  }, 'newer')
  await newer.settled()
}

const bytesOf = ({ doc }: Program) => Buffer.from(Y.encodeStateAsUpdate(doc)).toString('base64')
const marksOf = ({ doc }: Program) =>
  ((docBody(doc).get(0) as Y.XmlElement).get(0) as Y.XmlText).toDelta().at(-1)

test('a page that is too old says so, and leaves every byte as it was', async ({
  house,
  workspace,
  project,
  doc,
  together,
}) => {
  const newer = await enterWithoutBrowser(house, workspace.owner, doc)
  await writeNewer(newer)
  const before = bytesOf(newer)
  const [anna] = await together(project, 'lead')
  await anna.page.addInitScript(() => {
    window.WebSocket = class extends WebSocket {
      constructor(address: string | URL, protocols?: string | string[]) {
        super(String(address).replace(/content=\d+/, 'content=1'), protocols)
      }
    }
  })
  const old = docPage(anna)
  await old.open(doc)
  await old.says('Reload needed')
  await expect(old.page.getByText(/newer than this page understands/)).toBeVisible()
  await expect(old.body).toContainText('from the future')
  await expect(old.body).toHaveAttribute('contenteditable', 'false')
  await old.body.click()
  await old.press('Control+a', 'Delete', 'x', 'Enter')
  await old.title.press('x').catch(() => undefined)
  await old.page.goto('/')
  await expect(old.page.getByRole('main')).not.toBeEmpty()
  expect(bytesOf(newer)).toBe(before)
  await newer.leave()
})

test('what a page does not know stays while others write around it, until somebody removes it', async ({
  house,
  workspace,
  doc,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  const newer = await enterWithoutBrowser(house, workspace.owner, doc)
  await writeNewer(newer)
  for (const one of [anna, ben]) await expect(one.body).toContainText('from the future')
  await anna.goToStart()
  await anna.type('Anna: ')
  await anna.press('End')
  await anna.type('!')
  await ben.goToEnd()
  await ben.type('Ben was here')
  for (const one of [anna, ben]) await one.says('Saved')
  await expect.poll(() => newer.heard()).toContain('Ben was here')
  expect(newer.heard()).toContain('<hologram depth="7">from the future</hologram>')
  await expect.poll(() => marksOf(newer)).toEqual({ insert: '!' })
  expect(JSON.stringify(newer.doc.getXmlFragment('body').get(0))).toContain('glow')

  await ben.body.getByRole('button', { name: 'Remove' }).press('Enter')
  await expect(ben.body).toBeFocused()
  await expect(anna.body).not.toContainText('from the future')
  await expect.poll(() => newer.heard()).not.toContain('hologram')
  await ben.press('Control+z')
  await expect(anna.body).toContainText('from the future')
  await expect.poll(() => newer.heard()).toContain('<hologram depth="7">from the future</hologram>')
  for (const one of [anna, ben]) await one.says('Saved')
  await newer.leave()
})
