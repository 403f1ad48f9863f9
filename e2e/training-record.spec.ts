/** A week of a training record, from its first word to a file that says by itself whether it was changed. */
import { spawnSync } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { makePerson, password } from '@atelier/server/testing/make'
import {
  makePlan,
  makeRecord,
  makeSchoolPerson,
  writtenWeek,
} from '@atelier/server/testing/make-training'
import { expect, type Locator, type Page } from '@playwright/test'
import { axeFindsNothing } from './axe-finds-nothing'
import { type Person, test } from './fixtures'

const root = fileURLToPath(new URL('..', import.meta.url))
const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })
const dialog = (page: Page) => page.getByRole('dialog')
const press = (within: Page | Locator, name: string) =>
  within.getByRole('button', { name, exact: true }).click()
const text = (page: Page) => page.getByRole('textbox', { name: 'What did you do and learn?' })
const state = (page: Page, name: string) => page.getByRole('main').getByText(name, { exact: true })

type Three = { anna: Person; ben: Person; clara: Person }

async function writeTheWeek({ anna: { page } }: Three, recordId: string) {
  await page.goto(`/training/${recordId}`)
  await page.getByRole('link', { name: /^Week 40, 2026.*Missing/ }).click()
  await text(page).fill('Milled a shaft.')
  await press(page, 'Add an activity')
  await expect(page.getByRole('textbox', { name: 'Activity 1', exact: true })).toBeFocused()
  await page.keyboard.type('Clamped and milled')
  const hours = page.getByRole('textbox', { name: 'Hours, Activity 1' })
  await hours.fill('all day')
  await press(page, 'Submit')
  await expect(hours).toBeFocused()
  await expect(page.getByText('Please give hours, such as 1.5 or 1:30.')).toBeVisible()
  await hours.fill('1:30')
  await expect(page.getByText('1.5 h in all')).toBeVisible()
  await press(page, 'Items of the plan, Activity 1')
  await page.getByRole('menuitemcheckbox', { name: '1.2 Mill a shaft' }).click()
  await page.keyboard.press('Escape')
  await expect(page.getByText('Saved. Only you read it.')).toBeVisible()
  await axeFindsNothing(page)
  await press(page, 'Submit')
  await expect(page.getByText('You may take it back until somebody signs it.')).toBeVisible()
  await press(page, 'Take it back')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await press(page, 'Submit')
  await expect(page.getByText('You may take it back until somebody signs it.')).toBeVisible()
}

async function sendItBack({ anna, ben }: Three) {
  await ben.page.goto('/journal')
  await expect(
    ben.page.getByRole('link', { name: 'Training records 1 waits for you' }),
  ).toBeVisible()
  await ben.page
    .getByRole('main')
    .getByRole('link', { name: /1 week waits for you/ })
    .click()
  await ben.page
    .getByRole('main')
    .getByRole('link', { name: /Anna Berg/ })
    .click()
  await ben.page.getByRole('link', { name: /Submitted, waits for you/ }).click()
  await expect(ben.page.getByText('Clamped and milled')).toBeVisible()
  await press(ben.page, 'Send back')
  await dialog(ben.page).getByRole('textbox', { name: 'What is missing?' }).fill('Which cutter?')
  await press(dialog(ben.page), 'Send back')
  await expect(state(ben.page, 'Sent back')).toBeVisible()
  await expect(ben.page.getByText('Milled a shaft.')).toBeHidden()
  await expect(anna.page.getByText('Which cutter?')).toBeVisible()
  await text(anna.page).fill('Milled a shaft with a face mill.')
  await press(anna.page, 'Submit')
}

/** With the keys alone. */
async function sign({ page }: Person, within: Page | Locator = page) {
  await within.getByRole('button', { name: 'Sign', exact: true }).press('Enter')
  await expect(dialog(page).getByLabel('Your password')).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
}

async function addToIt({ anna, ben }: Three) {
  const { page } = anna
  await press(page, 'Write an addendum')
  await text(page).fill('And turned it.')
  await press(page, 'Submit the addendum')
  const added = ben.page.getByRole('article').filter({ hasText: 'And turned it.' })
  await press(added, 'Send back')
  await dialog(ben.page).getByRole('textbox').fill('How long?')
  await press(dialog(ben.page), 'Send back')
  await expect(page.getByText('How long?')).toBeVisible()
  await press(page, 'Put it away')
  await expect(page.getByText('How long?')).toBeHidden()
  await expect(page.getByRole('button', { name: 'Write an addendum' })).toBeVisible()
  await press(page, 'Bring it back')
  await expect(text(page)).toHaveValue('And turned it.')
  await text(page).fill('And turned it for an hour.')
  await press(page, 'Submit the addendum')
  await sign(ben, ben.page.getByRole('article').filter({ hasText: 'for an hour' }))
  await expect(page.getByRole('article')).toHaveCount(2)
}

async function take(page: Page, format: string): Promise<string> {
  const waiting = page.waitForEvent('download')
  await press(page, 'Download')
  await page.getByRole('menuitem', { name: format }).click()
  return (await waiting).path()
}

/** As anybody would, in a clone of the code. */
function check(path: string, ...more: string[]): { code: number | null; said: string } {
  const args = ['run', '-s', 'check-record', '--', path, ...more]
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: root, encoding: 'utf8' })
  return { code: status, said: stdout + stderr }
}

/** A record goes with its account: it is offered where one leaves, and goes out whole. */
async function leave({ page }: Person, key: string) {
  await page.goto('/settings/profile')
  await press(page, 'End my account…')
  await expect(dialog(page)).toContainText('What you signed stays with your name')
  const own = dialog(page).getByRole('region', { name: /^Take your training record along/ })
  const waiting = page.waitForEvent('download')
  await own.getByRole('link', { name: 'PDF' }).click()
  const { code, said } = check(await (await waiting).path(), '--key', key)
  expect(said).toContain('All of it is as it was signed.')
  expect(code).toBe(0)
  await dialog(page).getByLabel('Your password').fill(password)
  await press(dialog(page), 'End my account')
  await expect(page).toHaveURL(/sign-in/)
}

test('an apprentice writes a week, a trainer sends it back, both sign it, and a changed copy is found', async ({
  house,
  workspace,
  comeIn,
}, testInfo) => {
  const [apprentice, trainer] = [
    await makePerson(house.db, workspace, { name: 'Anna Berg' }),
    await makePerson(house.db, workspace, { name: 'Ben Okafor' }),
  ]
  const school = await makeSchoolPerson(house.db, workspace)
  const plan = await makePlan(house.db, workspace.owner)
  const recordId = await makeRecord(house.db, { apprentice, trainer, school }, plan)
  const three = {
    anna: await comeIn(apprentice),
    ben: await comeIn(trainer),
    clara: await comeIn(school),
  }
  const { page } = three.anna
  await writeTheWeek(three, recordId)
  await sendItBack(three)

  await sign(three.ben)
  await expect(state(page, 'Signed by one')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Take it back' })).toBeHidden()
  await three.clara.page.goto(`/training/${recordId}/${writtenWeek}`)
  await expect(three.clara.page.getByRole('button', { name: 'Sign', exact: true })).toBeVisible()
  await axeFindsNothing(three.clara.page)
  await sign(three.clara)
  await expect(state(page, 'Signed')).toBeVisible()
  await expect(text(page)).toBeHidden()
  await addToIt(three)

  await page.getByRole('navigation', { name: 'Where you are' }).getByText('Anna Berg').click()
  const key = (await part(page, 'Key').locator('.font-mono').textContent()) ?? ''
  await axeFindsNothing(page)
  const [pdf, json] = [await take(page, 'As PDF'), await take(page, 'As JSON')]
  for (const path of [pdf, json]) {
    const { code, said } = check(path, '--key', key)
    expect(said).toContain('All of it is as it was signed.')
    expect(said).toContain('signed by Ben Okafor')
    expect(code).toBe(0)
  }
  const changed = testInfo.outputPath('changed.json')
  const record = await readFile(json, 'utf8')
  await writeFile(changed, record.replaceAll('face mill', 'drill'))
  const found = check(changed, '--key', key)
  expect(found.said).toContain('Its words are not those of its hash.')
  expect(found.code).toBe(1)
  const pages = await readFile(pdf)
  pages[7] = (pages[7] ?? 0) ^ 1
  const changedPdf = testInfo.outputPath('changed.pdf')
  await writeFile(changedPdf, pages)
  const spoilt = check(changedPdf, '--key', key)
  expect(spoilt.said).toContain('The PDF is not as it was written')
  expect(spoilt.code).toBe(1)
  await leave(three.anna, key)
})
