import { makeBoard, makeDoc, makePerson } from '@atelier/server/testing/make'
import { makePng } from '@atelier/server/testing/make-picture'
import { expect, type Locator } from '@playwright/test'
import { test, type Writer } from './doc-fixtures'
import { docPage } from './doc-page'
import { drop, paste, type SentFile } from './files-page'

const picture = (name: string, width = 300, height = 200): SentFile => ({
  name,
  mimeType: 'image/png',
  buffer: makePng(width, height),
})
const plan: SentFile = { name: 'Plan „A“.txt', mimeType: 'text/plain', buffer: Buffer.from('Plan') }

type InText = Pick<Writer, 'body'>
const picturesOf = ({ body }: InText) => body.locator('figure.picture')
const waitingOf = ({ body }: InText) => body.locator('.upload')

/** The blocks in order: words, or what stands between them. */
const blocksOf = ({ body }: InText) =>
  body.evaluate((text) => {
    const copy = text.cloneNode(true) as Element
    for (const caret of copy.querySelectorAll('.room-caret')) caret.remove()
    return [...copy.children].map((block) => block.className.split(' ')[0] || block.textContent)
  })
const expectBlocks = (person: InText, blocks: string[]) =>
  expect.poll(() => blocksOf(person)).toEqual(blocks)

/** It is really drawn, and as wide as it should be. */
async function expectDrawn(figure: Locator, width: number) {
  await expect(figure.locator('.picture-frame')).toHaveAttribute('data-state', 'shown')
  const image = figure.locator('img')
  await expect
    .poll(() => image.evaluate((img: HTMLImageElement) => img.naturalWidth))
    .toBeGreaterThan(0)
  await expect.poll(async () => Math.round((await image.boundingBox())?.width ?? 0)).toBe(width)
}

async function writeTwoLines(person: Writer) {
  await person.body.click()
  await person.type('first')
  await person.press('Enter')
  await person.type('second')
}

test('a picture dropped between two lines stands there for everybody who may read the doc, and for nobody else', async ({
  house,
  workspace,
  comeIn,
  inDoc,
}) => {
  const [anna, ben, clara] = await inDoc('contributor', 'contributor', 'viewer')
  await writeTwoLines(anna)
  await drop(anna.paragraphs.nth(1), [picture('sketch.png')], 'above')
  for (const person of [anna, ben, clara]) {
    await expectDrawn(picturesOf(person), 300)
    await expectBlocks(person, ['first', 'picture', 'second'])
  }
  await anna.says('Saved')
  const address = (await picturesOf(ben).locator('img').getAttribute('src')) ?? ''
  const david = await comeIn(await makePerson(house.db, workspace))
  const statuses = await Promise.all(
    [clara, david].map(async ({ context }) => (await context.request.get(address)).status()),
  )
  expect(statuses).toEqual([200, 404])
  expect((await fetch(new URL(address, house.origin))).status).toBe(401)
})

test('pictures are pasted several at once, while the other goes on writing', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await writeTwoLines(anna)
  await expectBlocks(ben, ['first', 'second'])
  await ben.goToStart()
  await Promise.all([
    paste(anna.body, [picture('a.png', 100, 50), picture('b.png', 200, 50)]),
    ben.type('Ben writes. '),
  ])
  for (const person of [anna, ben]) {
    await expectBlocks(person, ['Ben writes. first', 'second', 'picture', 'picture'])
    await expectDrawn(picturesOf(person).nth(0), 100)
    await expectDrawn(picturesOf(person).nth(1), 200)
  }
})

test('the words that a program copies are pasted, not the picture it sends along', async ({
  inDoc,
}) => {
  const [anna] = await inDoc('contributor')
  await anna.body.click()
  await paste(anna.body, [picture('words.png')], '<p>The words</p>')
  await expectBlocks(anna, ['The words'])
})

test('a file is chosen by keyboard, and downloaded by the other under its name', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  // Asked for before the letters: the browser is told so while they are typed.
  const asked = anna.page.waitForEvent('filechooser')
  await anna.type('/file')
  await anna.press('Enter')
  await (await asked).setFiles([plan])
  const link = ben.body.getByRole('link', { name: 'Download Plan „A“.txt (Text · 4 bytes)' })
  await expect(link).toBeVisible()
  const [download] = await Promise.all([ben.page.waitForEvent('download'), link.click()])
  expect(download.suggestedFilename()).toBe('Plan „A“.txt')
  expect(await (await import('node:fs/promises')).readFile(await download.path(), 'utf8')).toBe(
    'Plan',
  )
})

test('an upload that breaks off says so, can be tried again from two tabs, and is seen by nobody before it is whole', async ({
  doc,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await writeTwoLines(anna)
  let isDown = true
  // What the first tab sends is under way until the second has been asked as well.
  let goOn: () => void = () => undefined
  const bothAsked = new Promise<void>((resolve) => {
    goOn = resolve
  })
  await anna.context.route('**/api/rooms/*/files', (route) =>
    isDown ? route.abort('connectionreset') : bothAsked.then(() => route.continue()),
  )
  await drop(anna.paragraphs.first(), [picture('sketch.png')], 'under')
  await expect(waitingOf(anna)).toContainText('“sketch.png” could not be sent')
  await expectBlocks(anna, ['first', 'upload', 'second'])
  await expectBlocks(ben, ['first', 'second'])
  await ben.goToStart()
  await ben.type('new ')
  await expectBlocks(ben, ['new first', 'second'])
  const second = docPage({ page: await anna.context.newPage() })
  await second.open(doc)
  await expectBlocks(second, ['new first', 'upload', 'second'])
  await expect(waitingOf(second)).toContainText('could not be sent')
  const buttonOf = (tab: InText) =>
    waitingOf(tab).getByRole('button', { name: 'Try again to add sketch.png' })
  for (const tab of [anna, second]) await expect(buttonOf(tab)).toBeVisible()
  isDown = false
  // Tabs try again by themselves every few seconds: where one has begun just now, there is no button to press.
  for (const tab of [anna, second])
    await buttonOf(tab).evaluateAll(([button]) => (button as HTMLElement | undefined)?.click())
  goOn()
  for (const tab of [anna, second, ben]) {
    await expectDrawn(picturesOf(tab), 300)
    await expectBlocks(tab, ['new first', 'picture', 'second'])
  }
})

test('a picture added without a network is sent when it is back', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await writeTwoLines(anna)
  await expectBlocks(ben, ['first', 'second'])
  await anna.goOffline()
  await drop(anna.paragraphs.first(), [picture('sketch.png')], 'under')
  await expect(waitingOf(anna)).toContainText('the server cannot be reached')
  await anna.comeBack()
  for (const person of [anna, ben]) await expectBlocks(person, ['first', 'picture', 'second'])
})

test('what is no picture is never shown as one, and what is too large is refused in words', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await writeTwoLines(anna)
  const script = '<script>document.title = "taken over"</script>'
  const page = { ...picture('photo.png'), buffer: Buffer.from(script) }
  const bomb = {
    ...picture('bomb.png'),
    buffer: makePng(10, 10, { claims: [50_000, 50_000] }),
  }
  await drop(anna.paragraphs.nth(1), [page, bomb], 'under')
  await expect(ben.body.getByRole('link', { name: /^Download photo\.png \(Text/ })).toBeVisible()
  await expect(ben.body.getByRole('link', { name: /^Download bomb\.png/ })).toBeVisible()
  await expect(picturesOf(ben)).toHaveCount(0)
  await anna.page.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File([new Uint8Array(26 * 1024 * 1024)], 'film.mp4'))
    const event = new ClipboardEvent('paste', {
      clipboardData: data,
      bubbles: true,
      cancelable: true,
    })
    document.querySelector('.doc-prose')?.dispatchEvent(event)
  })
  await expect(waitingOf(anna)).toContainText(
    '“film.mp4” is too large. At most 25 MB can be added.',
  )
  await waitingOf(anna)
    .getByRole('button', { name: /^Remove film\.mp4/ })
    .click()
  await expect(waitingOf(anna)).toHaveCount(0)
})

test('by keyboard a picture is chosen, made wider, described and looked at', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'viewer')
  await writeTwoLines(anna)
  await drop(anna.paragraphs.nth(1), [picture('sketch.png')], 'above')
  await expectDrawn(picturesOf(anna), 300)
  await anna.goToStart()
  await anna.press('ArrowDown')
  await expect(picturesOf(anna)).toHaveClass(/ProseMirror-selectednode/)
  await anna.press('+', '+')
  await expectDrawn(picturesOf(anna), 380)
  await expectDrawn(picturesOf(ben), 380)
  await anna.press('-')
  await expectDrawn(picturesOf(ben), 340)
  await anna.press('0')
  await expectDrawn(picturesOf(ben), 300)
  await anna.page.getByRole('button', { name: 'Caption and description' }).press('Enter')
  await expect(anna.page.getByRole('textbox', { name: 'Caption' })).toBeFocused()
  await anna.type('The first sketch')
  await anna.press('Tab')
  await anna.type('A black square')
  await anna.press('Enter')
  await expect(ben.body.locator('figcaption')).toHaveText('The first sketch')
  await expect(ben.body.getByRole('img', { name: 'A black square' })).toBeVisible()
  await anna.press('Space')
  const viewer = anna.page.getByRole('dialog', { name: 'A black square' })
  await expect(viewer.getByRole('img')).toBeVisible()
  await anna.press('Escape')
  await expect(viewer).toHaveCount(0)
  await expect(picturesOf(anna)).toHaveClass(/ProseMirror-selectednode/)
  await ben.body.getByRole('button', { name: 'Open picture: A black square' }).click()
  await expect(ben.page.getByRole('dialog', { name: 'A black square' })).toBeVisible()
})

test('a picture is made narrower by its edge', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await writeTwoLines(anna)
  await drop(anna.paragraphs.nth(1), [picture('sketch.png', 400, 200)], 'above')
  await expectDrawn(picturesOf(anna), 400)
  await picturesOf(anna).locator('.picture-open').hover()
  const edge = await picturesOf(anna).locator('.picture-edge[data-side=end]').boundingBox()
  const at = { x: (edge?.x ?? 0) + 10, y: (edge?.y ?? 0) + 100 }
  await anna.page.mouse.move(at.x, at.y)
  await anna.page.mouse.down()
  await anna.page.mouse.move(at.x - 30, at.y)
  await anna.page.mouse.move(at.x - 60, at.y)
  await anna.page.mouse.up()
  // In the middle of the line both sides move.
  for (const person of [anna, ben]) await expectDrawn(picturesOf(person), 280)
})

test('a picture pasted into another doc is seen by those who read that one only', async ({
  house,
  project,
  workspace,
  inDoc,
  comeIn,
}) => {
  const [anna] = await inDoc('lead')
  await writeTwoLines(anna)
  await drop(anna.paragraphs.nth(1), [picture('sketch.png')], 'under')
  await expectDrawn(picturesOf(anna), 300)
  await anna.press('Control+a', 'Control+c')
  const { putMember } = await import('@atelier/server/projects/project-change-queries')
  const { makeProject } = await import('@atelier/server/testing/make')
  const other = await makeProject(house.db, workspace.owner)
  const target = await makeDoc(house.db, other, workspace.owner, 'Copy')
  const reader = await makePerson(house.db, workspace)
  await putMember(house.db, other, anna.id, 'contributor')
  await putMember(house.db, other, reader.id, 'viewer')
  expect(other.id).not.toBe(project.id)
  await anna.open(target)
  await anna.says('Saved')
  await anna.body.click()
  await anna.press('Control+v')
  const seated = await comeIn(reader)
  const ben = docPage(seated)
  await ben.open(target)
  await expectDrawn(picturesOf(ben), 300)
})

test('a card’s description takes pictures as well', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const board = await makeBoard(house.db, project, workspace.owner, {
    columns: ['To do'],
    cards: [{ column: 'To do', title: 'Sketch it' }],
  })
  const [anna, ben] = await together(project, 'contributor', 'viewer')
  const open = async ({ page }: Pick<typeof anna, 'page'>) => {
    await page.goto(`/boards/${board.id}`)
    await page.getByText('Sketch it').click()
    return page.getByRole('textbox', { name: 'Description' })
  }
  const text = await open(anna)
  await text.click()
  await anna.page.keyboard.type('see')
  await paste(text, [picture('sketch.png')])
  await expectDrawn(text.locator('figure.picture'), 300)
  await expectDrawn((await open(ben)).locator('figure.picture'), 300)
})
