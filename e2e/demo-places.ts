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
  return { project, doc, board, card: must(card, 'card'), ...(await findOwnPlaces(page)) }
}

/** A training record they sign, and an entry of their journal, which is begun. */
async function findOwnPlaces(page: Page) {
  const { request } = page
  const ask = async (path: string) => (await request.get(`/api/${path}`)).json()
  const [{ id: record }] = await ask('training/records')
  const { weeks } = await ask(`training/records/${record}`)
  const { week } = must(
    weeks.find(({ state }: { state: string }) => state === 'submitted'),
    'week',
  )
  const entry = crypto.randomUUID()
  const begun = { mentorshipId: null, sessionId: null, begunWith: null, on: '2026-11-27' }
  const sections = [{ id: crypto.randomUUID(), prompt: '' }]
  await request.post('/api/journals/entries', {
    data: { id: entry, title: '', sections, ...begun },
    headers: { origin: new URL(page.url()).origin },
  })
  return { record: record as string, week: week as string, entry }
}
