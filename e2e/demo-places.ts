/** What the example workspace has to show. */
import { must } from '@atelier/shared/basics/must'
import type { Page } from '@playwright/test'
import type { Places } from './screens'

type Titled = { id: string; title: string }

const titled = (things: Titled[], title: string) =>
  must(
    things.find((thing) => thing.title === title),
    title,
  ).id

/** Its main project, seen by somebody in it. Leaves the page on the board. */
export async function findDemoPlaces(page: Page): Promise<Places> {
  const ask = async (path: string) => (await page.request.get(`/api/${path}`)).json()
  const project = titled(await ask('projects'), 'Less scrap on the milling line')
  const { docs, boards } = await ask(`projects/${project}`)
  const doc = titled(docs, 'Learning plan: what each of us wants to be able to do')
  const board = must((boards as Titled[])[0], 'board').id
  await page.goto(`/boards/${board}`)
  const card = await page.locator('.board-cards .board-card').first().getAttribute('data-key')
  return { project, doc, board, card: must(card, 'card') }
}
