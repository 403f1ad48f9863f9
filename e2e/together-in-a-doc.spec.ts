import { expect } from '@playwright/test'
import { test } from './doc-fixtures'
import { docPage, expectSameWords } from './doc-page'

test('two people in one paragraph see each other’s letters as they fall', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('|')
  await expectSameWords([anna, ben], ['|'])
  await ben.goToEnd()
  await anna.goToStart()
  let left = ''
  let right = ''
  for (const [annas, bens] of [
    ['W', 'e'],
    ['g', 'o'],
    ['o', 'n'],
  ] as const) {
    await anna.type(annas)
    left += annas
    await expectSameWords([anna, ben], [`${left}|${right}`])
    await ben.type(bens)
    right += bens
    await expectSameWords([anna, ben], [`${left}|${right}`])
  }
  const before = ' and this is what Anna says'
  const after = ' while Ben goes on writing'
  await Promise.all([anna.type(before), ben.type(after)])
  await expectSameWords([anna, ben], [`${left}${before}|${right}${after}`])
  for (const person of [anna, ben]) await person.says('Saved')
})

test('one’s own caret goes where it is sent while others move theirs and write', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('|')
  await expectSameWords([anna, ben], ['|'])
  await ben.goToEnd()
  await ben.press('Enter')
  await expectSameWords([anna, ben], ['|', ''])
  let annaWrites = true
  const bens = (async () => {
    for (let round = 0; annaWrites; round++) {
      if (round % 2 === 0) await ben.press('ArrowUp', 'ArrowDown')
      else await ben.type('b')
    }
  })()
  let left = ''
  let right = ''
  // Without a care for the caret, one move in ten is lost here.
  for (let round = 0; round < 26; round++) {
    await anna.press('Control+Home')
    await anna.type('<')
    left = `<${left}`
    await anna.press('End')
    await anna.type('>')
    right = `${right}>`
    if (left.length > 12) {
      await anna.press('Control+Home', 'Shift+End')
      await anna.type('|')
      left = right = ''
    }
    await expect.poll(async () => (await anna.words())[0]).toBe(`${left}|${right}`)
  }
  annaWrites = false
  await bens
  await expectSameWords([anna, ben])
})

test('keys pressed while the browser is busy find the caret where they sent it', async ({
  inDoc,
}) => {
  const [anna] = await inDoc('contributor')
  await anna.body.click()
  await anna.type('words')
  await expectSameWords([anna], ['words'])
  const { page } = anna
  await Promise.all([
    page.evaluate(keepBusy),
    page.keyboard.press('Home'),
    page.keyboard.press('Enter'),
  ])
  await expectSameWords([anna], ['', 'words'])
})

/** Runs in the browser. */
function keepBusy() {
  const until = performance.now() + 300
  while (performance.now() < until);
}

test('a click beside another’s caret leaves the keyboard in the text', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('end')
  await expectSameWords([anna, ben], ['end'])
  await ben.goToEnd()
  await expect(anna.body.locator('.room-caret')).toBeVisible()
  await anna.goToStart()
  await anna.type('The ')
  await expectSameWords([anna, ben], ['The end'])
})

test('an address goes on being typed while the other writes above', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('Hello\nRead the how-to')
  await expectSameWords([anna, ben], ['Hello', 'Read the how-to'])
  await anna.press('Shift+Home', 'Control+Shift+k')
  const address = anna.page.getByRole('textbox', { name: 'Address of the link' })
  await expect(address).toBeFocused()
  await anna.type('atelier.exam')
  await ben.goToStart()
  await ben.type('Please: ')
  await expectSameWords([anna, ben], ['Please: Hello', 'Read the how-to'])
  await anna.type('ple')
  await anna.press('Enter')
  for (const { body } of [anna, ben])
    await expect(body.getByRole('link', { name: 'Read the how-to', exact: true })).toHaveAttribute(
      'href',
      'https://atelier.example',
    )
})

test('others’ carets carry their names, and faces show who is here', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await ben.body.click()
  await ben.type('Here I am')
  const caret = anna.body.locator('.room-caret-name')
  await expect(caret).toHaveText('Ben Okafor')
  await expect(anna.page.getByLabel(/^Here now: .*Ben Okafor/)).toBeVisible()
  await expect(ben.body.locator('.room-caret-name')).toHaveCount(0)
  await ben.page.close()
  await expect(caret).toHaveCount(0)
  await expect(anna.page.getByLabel(/^Here now: .*Ben Okafor/)).toHaveCount(0)
})

test('both change the title in place, and everywhere it is shown follows', async ({
  project,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.title.press('End')
  await anna.type(' of Monday')
  await expect(ben.title).toHaveValue('Minutes of Monday')
  await ben.title.press('Home')
  await ben.type('The ')
  for (const person of [anna, ben]) {
    await expect(person.title).toHaveValue('The Minutes of Monday')
    await expect(person.page).toHaveTitle('The Minutes of Monday · Atelier')
    await person.says('Saved')
  }
  await ben.press('Enter')
  await ben.type('Ben goes on in the text')
  await expectSameWords([anna, ben], ['Ben goes on in the text'])
  await anna.page.goto(`/projects/${project.id}`)
  for (const place of [anna.page.getByRole('main'), anna.page.getByRole('navigation')]) {
    await expect(place.getByRole('link', { name: 'The Minutes of Monday' })).toBeVisible()
  }
})

test('undo takes back one’s own words and leaves the other’s alone', async ({ inDoc }) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  // In one go: of letters that come slowly, undo takes back the last only.
  await anna.page.keyboard.insertText('Anna')
  await expectSameWords([anna, ben], ['Anna'])
  await ben.goToEnd()
  await ben.page.keyboard.insertText(' and Ben')
  await expectSameWords([anna, ben], ['Anna and Ben'])
  await anna.press('Control+z')
  await expectSameWords([anna, ben], [' and Ben'])
  await anna.press('Control+Shift+z')
  await expectSameWords([anna, ben], ['Anna and Ben'])
  await ben.press('Control+z')
  await expectSameWords([anna, ben], ['Anna'])
})

test('the text of an example doc is there exactly once, however many open it at the same moment', async ({
  house,
  comeIn,
}) => {
  const people = []
  for (const key of ['amara', 'jonas', 'mei', 'tomasz'] as const) {
    people.push(await comeIn(await house.demoPerson(key)))
  }
  const pages = people.map(docPage)
  await Promise.all(
    pages.map(async ({ page }) => {
      const main = page.getByRole('main')
      await page.goto('/')
      await main.getByRole('link', { name: 'Less scrap on the milling line' }).click()
      await main.getByRole('link', { name: /^Learning plan/ }).click()
    }),
  )
  for (const { body, says } of pages) {
    await says('Saved')
    await expect(body.getByRole('heading', { name: 'How we learn here' })).toHaveCount(1)
    await expect(body.getByText(/^The scrap rate is the reason we meet/)).toHaveCount(1)
    await expect(body.getByRole('table')).toHaveCount(1)
  }
  await expectSameWords(pages)
})
