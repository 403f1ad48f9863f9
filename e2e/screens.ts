/** Every screen of the house and how to get there, in whatever language it speaks. */
import { expect, type Page } from '@playwright/test'

/** Ids of what there is to look at. */
export type Places = {
  project: string
  doc: string
  board: string
  card: string
  /** Of a journal. */
  entry: string
  /** Of training, and a week of it that is submitted. */
  record: string
  week: string
}

export type Screen = { name: string; open(page: Page, places: Places): Promise<void> }

const dialog = (page: Page) => page.getByRole('dialog')

export const screens: Screen[] = [
  { name: 'home', open: (page) => go(page, '/') },
  { name: 'archived projects', open: (page) => go(page, '/?archived=true') },
  {
    name: 'new project',
    async open(page) {
      await go(page, '/?new=true')
      await expect(dialog(page)).toBeVisible()
    },
  },
  { name: 'project', open: (page, { project }) => go(page, `/projects/${project}`) },
  ...['members', 'settings'].map((tab) => ({
    name: `project ${tab}`,
    open: (page: Page, { project }: Places) => go(page, `/projects/${project}?tab=${tab}`),
  })),
  {
    name: 'templates',
    async open(page, { project }) {
      await go(page, `/projects/${project}?templates=true`)
      await dialog(page).getByRole('option').nth(3).click()
      await expect(dialog(page).locator('.ProseMirror')).toBeAttached()
    },
  },
  { name: 'inbox', open: (page) => go(page, '/inbox') },
  { name: 'all of the inbox', open: (page) => go(page, '/inbox?show=all') },
  { name: 'mentorships', open: (page) => go(page, '/mentorships') },
  {
    name: 'what one seeks and offers',
    async open(page) {
      await go(page, '/mentorships')
      await page.locator('main section[aria-labelledby] button').last().click()
      await expect(dialog(page)).toBeVisible()
    },
  },
  {
    name: 'ask for a mentor',
    async open(page) {
      await go(page, '/mentorships')
      await page.locator('main header button').last().click()
      await expect(dialog(page)).toBeVisible()
    },
  },
  {
    name: 'start a circle',
    async open(page) {
      await go(page, '/mentorships')
      await page.locator('main header button').first().click()
      await expect(dialog(page)).toBeVisible()
    },
  },
  { name: 'unknown mentorship', open: (page) => go(page, `/mentorships/${nowhere}`) },
  { name: 'journal', open: (page) => go(page, '/journal') },
  {
    name: 'new entry',
    async open(page) {
      await go(page, '/journal')
      await page.locator('main header button').last().click()
      await expect(dialog(page)).toBeVisible()
    },
  },
  {
    name: 'entry',
    async open(page, { entry }) {
      await page.goto(`/journal/${entry}`)
      await expect(page.locator('.journal-entry .ProseMirror')).toBeVisible()
      await settled(page)
    },
  },
  { name: 'training records', open: (page) => go(page, '/training') },
  {
    name: 'begin a training record',
    async open(page) {
      await go(page, '/training')
      await page.locator('main header button').first().click()
      await expect(dialog(page)).toBeVisible()
    },
  },
  { name: 'training record', open: (page, { record }) => go(page, `/training/${record}`) },
  {
    name: 'week of a training record',
    open: (page, { record, week }) => go(page, `/training/${record}/${week}`),
  },
  { name: 'unknown training record', open: (page) => go(page, `/training/${nowhere}`) },
  { name: 'bin', open: (page, { project }) => go(page, `/projects/${project}/bin`) },
  { name: 'library', open: (page) => go(page, '/library') },
  { name: 'public link that is over', open: (page) => go(page, '/public/nothing') },
  {
    name: 'move a doc',
    async open(page, { project }) {
      await go(page, `/projects/${project}`)
      await page.locator('main .doc-tree-item').first().hover()
      await page.locator('main .doc-tree-acts [aria-haspopup]').first().click()
      await page.locator('[role=menuitem][data-key=move]').click()
      await expect(dialog(page)).toBeVisible()
    },
  },
  {
    name: 'doc',
    async open(page, { doc }) {
      await go(page, `/docs/${doc}`)
      await expect(page.locator('.ProseMirror')).toBeVisible()
    },
  },
  {
    name: 'comments of a doc',
    async open(page, { doc }) {
      await go(page, `/docs/${doc}?panel=comments`)
      await expect(page.locator('.comments .comment-thread').first()).toBeVisible()
    },
  },
  { name: 'board', open: openBoard },
  {
    name: 'card',
    async open(page, places) {
      await openBoard(page, places, `?card=${places.card}`)
      await expect(dialog(page).locator('.ProseMirror')).toBeVisible()
    },
  },
  {
    name: 'labels of a card',
    async open(page, places) {
      await openBoard(page, places, `?card=${places.card}`)
      await page.locator('.board-field-button').nth(1).click()
      await expect(page.locator('.board-label-list')).toBeVisible()
    },
  },
  {
    name: 'move a card',
    async open(page, places) {
      await openBoard(page, places)
      await page.locator('.board-cards .board-card').first().focus()
      await page.keyboard.press('m')
      await expect(dialog(page)).toBeVisible()
    },
  },
  {
    name: 'menu of a card',
    async open(page, places) {
      await openBoard(page, places)
      await page.locator('.board-cards .board-card').first().hover()
      await page.locator('.board-cards .board-card [aria-haspopup]').first().click()
      await expect(page.getByRole('menu')).toBeVisible()
    },
  },
  {
    name: 'archive of a board',
    async open(page, places) {
      await openBoard(page, places)
      await page.getByRole('toolbar').getByRole('button').last().click()
      await expect(dialog(page)).toBeVisible()
    },
  },
  ...['profile', 'sessions', 'people', 'organisations', 'invitations', 'access'].map((name) => ({
    name: `settings ${name}`,
    open: (page: Page) => go(page, `/settings/${name}`),
  })),
  {
    name: 'new invitation',
    async open(page) {
      await go(page, '/settings/invitations')
      await page.getByRole('main').getByRole('button').first().click()
      await expect(dialog(page)).toBeVisible()
    },
  },
  {
    name: 'palette',
    async open(page) {
      await go(page, '/')
      await page.keyboard.press('Control+k')
      await expect(dialog(page).getByRole('menuitem').first()).toBeVisible()
    },
  },
  {
    name: 'shortcut sheet',
    async open(page) {
      await go(page, '/')
      await page.keyboard.press('?')
      await expect(dialog(page)).toBeVisible()
    },
  },
  { name: 'not found', open: (page) => go(page, '/nothing/of/that/name') },
  { name: 'unknown project', open: (page) => go(page, `/projects/${nowhere}`) },
  { name: 'unknown doc', open: (page) => go(page, `/docs/${nowhere}`) },
]

const nowhere = '00000000-0000-4000-8000-000000000000'

async function openBoard(page: Page, { board }: Places, search = '') {
  await page.goto(`/boards/${board}${search}`)
  await expect(page.locator('[data-board-column]').first()).toBeVisible()
  await settled(page)
}

/** Goes there and waits until its heading and its lists are there. */
export async function go(page: Page, path: string): Promise<void> {
  await page.goto(path)
  await expect(page.locator('h1')).toBeAttached()
  await settled(page)
}

/** Nothing stands in for something that is still coming. */
const settled = (page: Page) => expect(page.locator('.breathe')).toHaveCount(0)
