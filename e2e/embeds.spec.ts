import { docGrants } from '@atelier/server/db/doc-tables'
import { makeBoard, makePerson } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { boardPage } from './board-page'
import { test, type Writer } from './doc-fixtures'
import { docPage } from './doc-page'

const seed = {
  title: 'Work',
  columns: ['To do', 'Done'],
  cards: [
    { title: 'Ask the supplier', column: 'To do' },
    { title: 'Measure the spindle', column: 'To do' },
  ],
}

async function askForColumn(writer: Writer) {
  await writer.body.click()
  await writer.type('/column')
  await expect(writer.page.getByRole('option', { name: /^Board column/ })).toBeVisible()
  await writer.press('Enter')
  const dialog = writer.page.getByRole('dialog', { name: 'Show a column of which board?' })
  await expect(dialog.getByRole('menuitem', { name: 'Work' })).toBeVisible()
  await expect(dialog.getByRole('searchbox').or(dialog.getByRole('textbox'))).toBeFocused()
  return dialog
}

/** Without a mouse: "/", the board, the column. */
async function embedColumn(writer: Writer, column: RegExp) {
  const dialog = await askForColumn(writer)
  await writer.type('wor')
  await writer.press('Enter')
  await expect(dialog.getByRole('menuitem', { name: column })).toBeFocused()
  await writer.press('Enter')
  await expect(dialog).toHaveCount(0)
}

const titlesIn = (page: Page, column: string) =>
  page
    .locator('.embed')
    .getByRole('region', { name: column })
    .locator('.embed-card-title')
    .allTextContents()

test('a column in a doc follows what others do on the board, and puts nobody there', async ({
  house,
  project,
  workspace,
  inDoc,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner, seed)
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await embedColumn(anna, /^To do/)
  await expect
    .poll(() => titlesIn(anna.page, 'To do'))
    .toEqual(['Ask the supplier', 'Measure the spindle'])
  await anna.type('and on we write')
  await anna.says('Saved')
  const work = boardPage(ben)
  await work.open(board)
  await work.moveTo('Ask the supplier', 'Done')
  await expect.poll(() => titlesIn(anna.page, 'To do')).toEqual(['Measure the spindle'])
  await work.addCard('To do', 'Order a clamp')
  await expect
    .poll(() => titlesIn(anna.page, 'To do'))
    .toEqual(['Measure the spindle', 'Order a clamp'])
  await expect(ben.page.getByLabel(/^Here now: .*Anna/)).toHaveCount(0)

  const link = anna.page.getByRole('link', { name: 'Measure the spindle' })
  await link.click()
  await expect(anna.page).toHaveURL(new RegExp(`/boards/${board.id}\\?card=`))
  await expect(ben.page.getByLabel(/^Here now: .*Anna/)).toBeVisible()
})

test('Enter takes the board whose name was typed, and none that was found for fewer letters', async ({
  house,
  project,
  workspace,
  inDoc,
}) => {
  for (const title of ['Other', 'Wood', 'Work', 'Wool']) {
    await makeBoard(house.db, project, workspace.owner, { ...seed, title })
  }
  const [anna] = await inDoc('contributor')
  const dialog = await askForColumn(anna)
  await anna.type('wo')
  await expect(dialog.getByRole('menuitem')).toHaveCount(3)
  // What is found first for these letters has been read out.
  const field = dialog.getByRole('searchbox').or(dialog.getByRole('textbox'))
  await expect(field).toHaveAttribute('aria-activedescendant', /./)
  let answer: () => void = () => undefined
  const answered = new Promise<void>((resolve) => {
    answer = resolve
  })
  await anna.page.route(/mentionables\?q=wor/, async (route) => {
    await answered
    await route.continue()
  })
  await anna.type('rk')
  await anna.press('Enter')
  answer()
  await expect(dialog.getByRole('menuitem', { name: /^To do/ })).toBeFocused()
  await expect(dialog.getByText('Work', { exact: true })).toBeVisible()
  await anna.press('Enter')
  await expect(dialog).toHaveCount(0)
  await anna.type('and on')
  await expect(anna.body.getByRole('paragraph').last()).toHaveText('and on')
})

test('who may read the doc but not its board is sent nothing of the board', async ({
  house,
  project,
  workspace,
  doc,
  inDoc,
  comeIn,
}) => {
  await makeBoard(house.db, project, workspace.owner, seed)
  const [anna] = await inDoc('contributor')
  await embedColumn(anna, /^To do/)
  await anna.type('@ask the')
  await expect(anna.page.getByRole('option', { name: /^Ask the supplier/ })).toBeVisible()
  await anna.press('Escape')
  await anna.says('Saved')

  const guest = await makePerson(house.db, workspace, { name: 'Gita Guest' })
  const grant = { docId: doc.id, personId: guest.id, grantedBy: workspace.owner.id }
  await house.db.insert(docGrants).values({ ...grant, role: 'viewer' })
  const gita = await comeIn(guest)
  const heard: string[] = []
  gita.page.on('websocket', (socket) =>
    socket.on('framereceived', ({ payload }) => heard.push(payload.toString())),
  )
  gita.page.on('response', async (response) => {
    if (response.url().includes('/api/')) heard.push(await response.text().catch(() => ''))
  })
  const text = docPage(gita)
  await text.open(doc)
  await expect(text.body).toContainText('You have no access to what is shown here.')
  await text.says('Read only')
  expect(heard.join('\n')).toContain('Minutes')
  expect(heard.join('\n')).not.toMatch(/supplier|spindle/)
})

test('the address of a card becomes its name, and on request the card itself', async ({
  house,
  project,
  workspace,
  inDoc,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner, seed)
  const [anna, ben] = await inDoc('contributor', 'viewer')
  await anna.body.click()
  await anna.type('@ask the sup')
  await expect(anna.page.getByRole('option', { name: /^Ask the supplier/ })).toBeVisible()
  await anna.press('Enter')
  const href = await anna.body.getByRole('link', { name: 'Ask the supplier' }).getAttribute('href')
  expect(href).toContain(`/boards/${board.id}?card=`)
  await anna.press('Control+a', 'Delete')
  await paste(anna, { 'text/plain': new URL(href ?? '', anna.page.url()).href })
  await expect(anna.body.locator('.mention')).toHaveText('Ask the supplier')
  await anna.page.getByRole('button', { name: 'Show it here instead' }).click()
  for (const { page } of [anna, ben]) {
    const card = page.locator('.embed').getByRole('region', { name: 'Ask the supplier' })
    await expect(card).toContainText('To do')
  }
})

test('what has no meaning, or none yet, says so and harms nobody', async ({ inDoc }) => {
  const [anna] = await inDoc('contributor')
  await anna.body.click()
  const board = '00000000-0000-4000-8000-000000000001'
  await paste(anna, {
    'text/html': `<div data-pm-slice="0 0 []"></div><div data-embed data-kind="workshop" data-room-id="${board}" data-roomId="${board}"></div><div data-embed data-kind="javascript:alert(1)" data-roomId="../../x"></div><p>after</p>`,
  })
  await expect(anna.body).toContainText('Results of workshops cannot be shown yet.')
  await expect(anna.body).toContainText('What was shown here cannot be read.')
  await anna.goToEnd()
  await anna.type(' and more')
  await anna.says('Saved')
})

async function paste({ body }: Writer, data: Record<string, string>) {
  await body.evaluate((element, given) => {
    const clipboardData = new DataTransfer()
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, data)
}
