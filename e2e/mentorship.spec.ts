/** Two people, and a circle, who learn from each other for a time: from finding each other to looking back. */
import { makeBoard, makePerson, password } from '@atelier/server/testing/make'
import { makePair } from '@atelier/server/testing/make-journal'
import { expect, type Locator, type Page } from '@playwright/test'
import { axeFindsNothing } from './axe-finds-nothing'
import { boardPage } from './board-page'
import { choose } from './choose'
import { type Person, test } from './fixtures'

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const press = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true }).click()

async function act(page: Page, name: string) {
  await page.getByRole('button', { name: 'More about this mentorship' }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** The mentee finds the mentor by what they seek, and asks. */
async function findAndAsk({ anna, ben }: { anna: Person; ben: Person }) {
  await ben.page.goto('/mentorships')
  await press(ben.page, 'Say what you seek')
  await dialog(ben.page).getByRole('textbox', { name: 'You offer' }).fill('Measuring')
  await choose(dialog(ben.page), 'How many mentees at once', '2 people')
  await dialog(ben.page).getByText('Others may find me').click()
  await press(dialog(ben.page), 'Save')
  await expect(part(ben.page, 'Find a mentor')).toContainText('Others find you by this.')

  await anna.page.goto('/mentorships')
  await anna.page.getByRole('button', { name: 'Say what you seek' }).press('Enter')
  const seeks = dialog(anna.page).getByRole('textbox', { name: 'You seek' })
  await seeks.fill('measuring')
  await seeks.press('Enter')
  await press(dialog(anna.page), 'Save')
  const reasons = anna.page.getByRole('list', { name: `Why ${ben.name} could help` })
  await expect(reasons).toContainText('Offers Measuring')
  await expect(part(anna.page, 'Find a mentor')).not.toContainText('%')

  await press(anna.page, `Ask ${ben.name}`)
  await dialog(anna.page).getByRole('textbox').fill('Would you show me the long gauge?')
  await anna.goOffline()
  await press(dialog(anna.page), 'Ask')
  await expect(dialog(anna.page).getByRole('alert')).toBeVisible()
  await expect(dialog(anna.page).getByRole('textbox')).toHaveValue(/long gauge/)
  await anna.comeBack()
  await press(dialog(anna.page), 'Ask')
  await expect(part(anna.page, 'Waiting for others')).toContainText(ben.name)
}

async function agree({ anna, ben }: { anna: Person; ben: Person }) {
  const [hers, his] = [part(anna.page, 'Agreement'), part(ben.page, 'Agreement')]
  await press(hers, 'Write an agreement')
  await dialog(anna.page).getByRole('textbox', { name: 'What you want to reach' }).fill('Measure')
  await press(dialog(anna.page), 'Propose')
  await expect(hers).toContainText(`Waiting for ${ben.name}`)
  await expect(his).toContainText(`${anna.name} proposes this`)
  await press(his, 'Agree')
  for (const agreement of [hers, his]) await expect(agreement).toContainText('Agreed by both')

  // Both change it at once: who is later sees what was quicker, and keeps their words.
  for (const { page } of [anna, ben]) await press(part(page, 'Agreement'), 'Change the agreement')
  await dialog(ben.page).getByRole('textbox', { name: 'Rhythm' }).fill('Fridays')
  await dialog(anna.page).getByRole('textbox', { name: 'Rhythm' }).fill('Thursdays')
  await press(dialog(anna.page), 'Propose')
  await expect(dialog(ben.page)).toContainText(`${anna.name} wrote another version meanwhile`)
  await expect(dialog(ben.page)).toContainText('Thursdays')
  await expect(dialog(ben.page).getByRole('textbox', { name: 'Rhythm' })).toHaveValue('Fridays')
  await press(dialog(ben.page), 'Propose mine after that')
  await press(hers, 'Agree')
  await expect(his).toContainText('Fridays')
  await expect(his).not.toContainText('proposes')
  await expect(his).not.toContainText('Thursdays')
}

async function meet({ anna, ben }: { anna: Person; ben: Person }) {
  const [hers, his] = [part(anna.page, 'Sessions'), part(ben.page, 'Sessions')]
  const line = hers.getByRole('textbox', { name: 'Add to the agenda' })
  await line.fill('The first part')
  await press(his, 'Plan a session')
  await dialog(ben.page).getByLabel('Time', { exact: true }).fill('23:59')
  await press(dialog(ben.page), 'Plan a session')
  // The session takes the place where she is writing: not of what she has written.
  await expect(hers.getByText('Next', { exact: true })).toBeVisible()
  await expect(line).toHaveValue('The first part')
  await line.press('Enter')
  await expect(his.getByRole('checkbox', { name: 'The first part' })).toBeVisible()
  await line.fill('The gauge')
  await line.press('Enter')
  await expect(his.getByRole('checkbox')).toHaveCount(2)
  await hers.getByRole('checkbox', { name: 'The gauge' }).focus()
  await anna.page.keyboard.press('Alt+Shift+ArrowUp')
  await expect(his.getByRole('listitem').getByRole('listitem').first()).toContainText('The gauge')
  await expect(hers.getByRole('checkbox', { name: 'The gauge' })).toBeFocused()
  await anna.page.keyboard.press('Space')
  await expect(his.getByRole('checkbox', { name: 'The gauge' })).toBeChecked()

  await press(part(ben.page, 'Follow-ups'), 'Add a follow-up')
  await dialog(ben.page).getByRole('textbox', { name: 'What' }).fill('Measure ten parts')
  await choose(dialog(ben.page), 'Who', anna.name)
  await press(dialog(ben.page), 'Add')
  await press(part(anna.page, 'Goals'), 'Add a goal')
  await dialog(anna.page)
    .getByRole('textbox', { name: /able to do/ })
    .fill('Measure alone')
  await press(dialog(anna.page), 'Add')
  await expect(part(ben.page, 'Goals')).toContainText('Measure alone')
  for (const { page } of [anna, ben]) {
    await expect(dialog(page)).toBeHidden()
    await axeFindsNothing(page)
  }
}

test('a mentee finds a mentor, they agree, meet, follow up, rest, end and look back, each in their own browser', async ({
  house,
  project,
  workspace,
  together,
}) => {
  const [anna, ben] = await together(project, 'contributor', 'contributor')
  const wish = { title: 'Scrap', columns: ['To do', 'Done'] }
  const board = await makeBoard(house.db, project, workspace.owner, wish)
  await findAndAsk({ anna, ben })

  await expect(ben.page.getByRole('link', { name: 'Mentorships 1 asks you' })).toBeVisible()
  await expect(part(ben.page, 'Waiting for your answer')).toContainText('show me the long gauge')
  await ben.page.goto('/inbox')
  await ben.page.getByRole('link', { name: /asks you to be their mentor/ }).click()
  await expect(ben.page.getByRole('heading', { name: anna.name, level: 1 })).toBeVisible()
  await ben.page.getByRole('textbox', { name: /A word/ }).fill('Gladly, bring a part.')
  await press(ben.page, 'Say yes')
  await expect(ben.page.getByRole('heading', { name: anna.name, level: 1 })).toBeVisible()
  await expect(ben.page.getByRole('link', { name: 'Mentorships', exact: true })).toHaveCount(2)
  await part(anna.page, 'Going on').getByRole('link', { name: ben.name }).focus()
  await anna.page.keyboard.press('Enter')
  await expect(part(anna.page, 'How it began')).toContainText('Gladly, bring a part.')

  await agree({ anna, ben })
  await meet({ anna, ben })

  const { page } = anna
  const address = page.url()
  await page.goto('/my-cards')
  await part(page, 'From your sessions 1').getByText('Measure ten parts').click()
  await part(ben.page, 'Follow-ups').getByRole('button', { name: 'Done 1' }).click()
  await expect(part(ben.page, 'Follow-ups')).toContainText('Measure ten parts')
  await press(page, 'More: Measure alone')
  await page.getByRole('menuitem', { name: 'Put on a board' }).click()
  await expect(dialog(page)).toContainText('Everybody who reads the board reads these words')
  await press(dialog(page), 'Make a card')
  await expect(page.getByRole('link', { name: 'Open the card' })).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('The card is in the archive of the board.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Open the card' })).toBeHidden()
  await press(page, 'More: Measure alone')
  await page.getByRole('menuitem', { name: 'Put on a board' }).click()
  await press(dialog(page), 'Make a card')
  await page.getByRole('link', { name: 'Open the card' }).click()
  await expect(page.getByRole('dialog', { name: 'Card Measure alone' })).toBeVisible()
  expect(page.url()).toContain(board.id)
  await page.keyboard.press('Escape')
  await boardPage(anna).shows({ 'To do': ['Measure alone'], Done: [] })

  await page.goto(address)
  await act(ben.page, 'Pause')
  await expect(page.getByText('This rests.')).toBeVisible()
  await expect(part(page, 'Sessions').getByRole('button', { name: /Plan/ })).toBeHidden()
  await press(page.getByRole('main').getByRole('status'), 'Go on')
  await expect(ben.page.getByText('This rests.')).toBeHidden()

  await act(page, 'End…')
  await expect(dialog(page)).toContainText('is yours alone again')
  await press(dialog(page), 'End it')
  const back = (one: Person) => part(one.page, 'Look back')
  await back(anna).getByRole('textbox').fill('I measure now')
  await press(back(anna), 'Keep it')
  await expect(back(anna).getByRole('button', { name: 'Keep the change' })).toBeVisible()
  await back(anna).getByRole('textbox').fill('I measure alone now')
  await press(back(anna), 'Keep the change')
  await expect(page.getByText('Your look back is kept.')).toHaveCount(2)
  await expect(back(ben)).not.toContainText('I measure')
  await back(ben).getByRole('textbox').fill('I listened more')
  await press(back(ben), 'Keep it')
  for (const one of [anna, ben]) {
    await expect(back(one).getByRole('listitem')).toHaveCount(2)
    await expect(back(one)).toContainText('I measure alone now')
    await expect(back(one)).toContainText('I listened more')
    await expect(back(one).getByRole('textbox')).toBeHidden()
  }
})

test('a circle begins with its third yes, one leaves it, and an account ends with its mentorships', async ({
  project,
  together,
}) => {
  const [anna, ben, clara] = await together(project, 'viewer', 'viewer', 'viewer')
  await anna.page.goto('/mentorships')
  await press(anna.page, 'Start a circle')
  for (const { name } of [ben, clara]) {
    const who = dialog(anna.page).getByRole('combobox', { name: 'Who else' })
    await who.fill(name)
    await anna.page.getByRole('option', { name }).click()
  }
  await dialog(anna.page).getByRole('textbox', { name: 'What it is for' }).fill('One stuck thing')
  await press(dialog(anna.page), 'Ask them')
  await expect(part(anna.page, 'Waiting for others')).toContainText('1 of 3 said yes')
  for (const { page } of [ben, clara]) {
    await page.goto('/mentorships')
    await expect(page.getByText('One stuck thing')).toBeVisible()
    await press(page, 'Say yes')
    await expect(page.getByRole('heading', { name: /^Circle with Anna/ })).toBeVisible()
  }
  await expect(part(anna.page, 'Going on')).toContainText('Circle with')

  await act(ben.page, 'Leave the circle…')
  await press(dialog(ben.page), 'Leave')
  await expect(ben.page.getByRole('heading', { name: 'Mentorships', level: 1 })).toBeVisible()
  await expect(part(anna.page, 'Going on')).toContainText(`Circle with ${clara.name}`)
  await expect(part(anna.page, 'Going on')).not.toContainText(ben.name)

  await clara.page.goto('/settings/profile')
  await press(clara.page, 'End my account…')
  await expect(dialog(clara.page)).toContainText('Your whole journal')
  await expect(dialog(clara.page)).toContainText('What you signed stays with your name')
  const taking = clara.page.waitForEvent('download')
  await dialog(clara.page).getByRole('link', { name: 'Markdown' }).click()
  expect((await taking).suggestedFilename()).toMatch(/\.md$/)
  await dialog(clara.page).getByLabel('Your password').fill('not mine')
  await press(dialog(clara.page), 'End my account')
  await expect(dialog(clara.page).getByText('This is not right.')).toBeVisible()
  await dialog(clara.page).getByLabel('Your password').fill(password)
  await press(dialog(clara.page), 'End my account')
  await expect(clara.page).toHaveURL(/sign-in/)
  await expect(part(anna.page, 'Going on')).toBeHidden()
})

test('who runs the workspace is told how many mentorships there are once that points at nobody', async ({
  house,
  workspace,
  comeIn,
}) => {
  const { page } = await comeIn(workspace.owner)
  const person = (name: string) => makePerson(house.db, workspace, { name })
  const pair = async () =>
    makePair(house.db, { mentee: await person('Anna Berg'), mentor: await person('Ben Okafor') })
  for (let nth = 0; nth < 5; nth++) await pair()
  await page.goto('/settings/people')
  await expect(part(page, 'Mentorships')).toContainText('Too few go on to say how many')
  await pair()
  await page.reload()
  const told = part(page, 'Mentorships')
  await expect(told).toContainText('5 mentorships go on, or a few more.')
  await expect(told).not.toContainText(/Anna|Ben|6/)
  await expect(told.getByRole('link')).toHaveCount(0)
})
