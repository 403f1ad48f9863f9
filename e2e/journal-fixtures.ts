/** A mentee and a mentor, each at their own browser, and what is kept in one. */
import { type MadePerson, makePerson } from '@atelier/server/testing/make'
import { type MadeEntry, makeEntry, makePair } from '@atelier/server/testing/make-journal'
import type { Audience } from '@atelier/shared/access/roles'
import { expect, type Locator, type Page } from '@playwright/test'
import { test as base, type Person } from './fixtures'

type Writer = Person & { made: MadePerson }

export type JournalPair = {
  anna: Writer
  ben: Writer
  mentorshipId: string
  /** One of Anna’s, with a section for each audience. */
  entry(audiences: Audience[], title?: string): Promise<MadeEntry>
}

export const test = base.extend<{ pair: JournalPair }>({
  pair: async ({ house, workspace, comeIn }, use) => {
    const [mentee, mentor] = [
      await makePerson(house.db, workspace, { name: 'Anna Berg' }),
      await makePerson(house.db, workspace, { name: 'Ben Okafor' }),
    ]
    const mentorshipId = await makePair(house.db, { mentee, mentor })
    const seat = async (made: MadePerson): Promise<Writer> => ({ ...(await comeIn(made)), made })
    await use({
      anna: await seat(mentee),
      ben: await seat(mentor),
      mentorshipId,
      entry: (audiences, title = '') =>
        makeEntry(house.db, mentee, mentorshipId, audiences, { title }),
    })
  },
})

export async function openEntry(page: Page, { id }: { id: string }): Promise<void> {
  await page.goto(`/journal/${id}`)
  await expect(page.getByRole('region', { name: /^Section / }).first()).toBeVisible()
}

export const sectionAt = (page: Page, place: number): Locator =>
  page.getByRole('region', { name: new RegExp(`^Section ${place}(:|$)`) })

/** Where its text is. */
export const textOf = (section: Locator): Locator => section.locator('.ProseMirror[role="textbox"]')

/** All that this browser keeps of the page, as one text. */
export const keptHere = (page: Page): Promise<string> => page.evaluate(everythingKept)

/** Runs in the browser. */
async function everythingKept(): Promise<string> {
  const answered = <T>(request: IDBRequest<T>) =>
    new Promise<T>((resolve, reject) => {
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error)
    })
  const written = (value: unknown): string =>
    JSON.stringify(value, (_, part) =>
      part instanceof Uint8Array ? new TextDecoder().decode(part) : part,
    ) ?? ''
  const found: string[] = [JSON.stringify(localStorage), JSON.stringify(sessionStorage)]
  for (const { name = '' } of await indexedDB.databases()) {
    const db = await answered(indexedDB.open(name))
    found.push(name)
    for (const store of db.objectStoreNames) {
      const rows = db.transaction(store).objectStore(store)
      found.push(written(await answered(rows.getAllKeys())), written(await answered(rows.getAll())))
    }
    db.close()
  }
  for (const name of await caches.keys()) {
    const cache = await caches.open(name)
    for (const request of await cache.keys()) {
      found.push(request.url)
      if (!request.url.includes('/assets/'))
        found.push((await (await cache.match(request))?.text()) ?? '')
    }
  }
  return found.join('\n')
}
