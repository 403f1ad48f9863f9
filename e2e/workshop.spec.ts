/** Whole workshops, by those who are in them. */
import { makeBoard } from '@atelier/server/testing/make'
import { expect, type Page } from '@playwright/test'
import { comeIn, pageOf, test, writeUnseen } from './workshop-fixtures'

const onWall = (page: Page, words: string) => page.getByRole('article', { name: words })

test('a retrospective of a facilitator, a member and two guests, until its actions stand on the board', async ({
  workspace,
  project,
  together,
  comeAsGuest,
  house,
}) => {
  test.slow()
  const [anna, ben] = await together(project, 'lead', 'contributor')
  const [cem, dora] = [await comeAsGuest(), await comeAsGuest(390)]
  const everybody = [anna, ben, cem, dora]
  // What is on the wall is read as a list: on a surface it is the same.
  for (const { page } of everybody) {
    await page.addInitScript(() => localStorage.setItem('atelier.wall-view', 'list'))
  }
  await makeBoard(house.db, project, workspace.owner, { title: 'Plan' })

  await anna.page.goto(`/projects/${project.id}`)
  await anna.page.getByRole('button', { name: 'New workshop' }).click()
  await anna.page.getByRole('option', { name: /start, stop, continue/ }).click()
  await anna.page.getByRole('button', { name: 'Prepare workshop' }).click()
  await anna.page.waitForURL(/\/workshops\//)
  const id = anna.page.url().split('/').at(-1) ?? ''
  const { code } = await pageOf(anna, id)

  await test.step('everybody comes in: by the project, and by the link without an account', async () => {
    await ben.page.goto(`/workshops/${id}`)
    await ben.page.getByRole('button', { name: 'Take a seat' }).click()
    await comeIn(cem, code ?? '', 'Cem')
    await comeIn(dora, code ?? '', 'Dora')
    await expect(dora.page.getByText('You are in.')).toBeVisible()
    await expect(anna.page.getByText('4 people are here')).toBeVisible()
  })

  const next = async (title: string) => {
    await anna.page.getByRole('button', { name: `Everybody on to ${title}` }).click()
    for (const { page } of everybody) {
      await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible()
    }
  }
  await anna.page.getByRole('button', { name: 'Begin' }).click()
  for (const { page } of everybody) {
    await expect(page.getByRole('heading', { name: 'Check-in', level: 1 })).toBeVisible()
  }

  await next('Write unseen')
  await writeUnseen(anna.page, { Start: 'Anna says pairs', Stop: 'Anna says mails' })
  await writeUnseen(ben.page, { Start: 'Ben says demos' })
  await writeUnseen(cem.page, { Stop: 'Cem says overtime' })
  await writeUnseen(dora.page, { Continue: 'Dora says coffee' })
  for (const { page } of everybody) {
    await expect(page.getByText(/ says /)).toHaveCount(page === anna.page ? 2 : 1)
  }

  await next('Reveal')
  const all = [
    'Anna says pairs',
    'Anna says mails',
    'Ben says demos',
    'Cem says overtime',
    'Dora says coffee',
  ]
  for (const { page } of everybody) {
    for (const words of all) await expect(onWall(page, words)).toBeVisible()
  }

  await next('Group')
  await next('Vote')
  await test.step('dots are given unseen, and seen once voting is closed', async () => {
    for (const { page } of [ben, cem, dora]) {
      await page.getByRole('button', { name: 'One dot more on “Ben says demos”' }).click()
      await expect(page.getByText('4 of 5 dots left')).toBeVisible()
    }
    for (const [nth, words] of all.slice(0, 4).entries()) {
      await anna.page.getByRole('button', { name: `One dot more on “${words}”` }).click()
      await expect(anna.page.getByText(`${4 - nth} of 5 dots left`)).toBeVisible()
    }
    await anna.page.getByRole('button', { name: 'Close voting' }).click()
    for (const { page } of everybody) {
      await expect(onWall(page, 'Ben says demos').getByText('4 votes')).toBeVisible()
    }
  })

  await next('Discuss')
  await next('Decide')
  await dora.page.getByLabel('What did you decide?').fill('Demos every other Friday')
  await dora.page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(anna.page.getByText('Demos every other Friday')).toBeVisible()

  await next('Actions')
  await cem.page.getByLabel('What is to be done?').fill('Book the room for the demos')
  await cem.page.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(anna.page.getByText('Book the room for the demos')).toBeVisible()

  await next('Close')
  await anna.page.getByRole('button', { name: 'End the workshop' }).click()
  await anna.page.getByRole('dialog').getByRole('button', { name: 'End the workshop' }).click()
  for (const { page } of everybody) {
    await expect(page.getByText('Results', { exact: true })).toBeVisible()
    await expect(page.getByText('Demos every other Friday')).toBeVisible()
  }

  await anna.page.getByRole('button', { name: 'Put on a board' }).click()
  await anna.page.getByRole('button', { name: 'Make 1 card' }).click()
  await expect(anna.page.getByText('1 card is on the board.')).toBeVisible()
  await anna.page.goto(`/projects/${project.id}`)
  await anna.page.getByRole('link', { name: /Plan/ }).first().click()
  await expect(anna.page.getByText('Book the room for the demos')).toBeVisible()
  expect(house.log()).not.toContain('"level":50')
})
