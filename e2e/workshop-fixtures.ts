/** A workshop and those who come to it by its link: guests sit at browsers in which nobody is signed in. */
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import type { BrowserContext, Page } from '@playwright/test'
import { test as base, type Person } from './fixtures'
import { openWire } from './wire'

export type Guest = { page: Page; context: BrowserContext; pull(): void; plugIn(): void }

export type WorkshopFixtures = {
  /** Somebody without an account, at a browser of this width. */
  comeAsGuest(width?: number): Promise<Guest>
}

export const test = base.extend<WorkshopFixtures>({
  comeAsGuest: async ({ house, browser }, use) => {
    const goodbyes: (() => Promise<void>)[] = []
    await use(async (width = 1280) => {
      const wire = await openWire()
      const context = await browser.newContext({
        baseURL: house.origin,
        proxy: { server: wire.address },
        viewport: { width, height: 844 },
      })
      goodbyes.push(async () => {
        await context.close()
        await wire.close()
      })
      const page = await context.newPage()
      return { page, context, pull: () => wire.pull(), plugIn: () => wire.plugIn() }
    })
    for (const leave of goodbyes) await leave()
  },
})

/** What the server says of a workshop to whoever sits at this page. */
export async function pageOf({ page }: Pick<Person, 'page'>, id: string): Promise<WorkshopPage> {
  const answer = await page.request.get(`/api/workshops/${id}`)
  return (await answer.json()) as WorkshopPage
}

/** By the link, as people do: a name, and in. */
export async function comeIn({ page }: Pick<Guest, 'page'>, code: string, nickname: string) {
  await page.goto(`/w/${code}`)
  await page.getByLabel('What shall people call you?').fill(nickname)
  await page.getByRole('button', { name: 'Come in' }).click()
}

/** Writes these into the pad, under one topic each. */
export async function writeUnseen(page: Page, notes: Record<string, string>) {
  for (const [topic, words] of Object.entries(notes)) {
    const field = page.getByRole('textbox', { name: topic })
    await field.fill(words)
    await field.press('Enter')
  }
}
