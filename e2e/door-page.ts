/** The doors of the house: first visit, sign-in, invitation. */
import type { Page } from '@playwright/test'

export type Account = { name: string; email: string; password: string }

export async function setUp(page: Page, place: string, owner: Account): Promise<void> {
  await page.getByLabel('Workspace', { exact: true }).fill(place)
  await page.getByLabel('Your organisation').fill(`${place} Ltd`)
  await fillAccount(page, owner)
  await page.getByRole('button', { name: 'Open the doors' }).click()
}

export async function signIn(page: Page, { email, password }: Omit<Account, 'name'>) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

export async function join(page: Page, account: Account): Promise<void> {
  await fillAccount(page, account)
  await page.getByRole('button', { name: 'Join', exact: true }).click()
}

async function fillAccount(page: Page, { name, email, password }: Account) {
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel(/E-mail/i).fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
}
