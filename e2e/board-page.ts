/** A board as somebody sees it on their screen. */
import { expect, type Locator, type Page } from '@playwright/test'
import { choose } from './choose'
import { saveBadge } from './doc-page'
import type { Person } from './fixtures'

export type BoardPage = {
  page: Page
  title: Locator
  badge: Locator
  /** Goes there, and waits until its columns are on screen. */
  open(board: { id: string }): Promise<void>
  column(name: string): Locator
  card(title: string): Locator
  /** The titles in each column, in the order of the screen. */
  cards(): Promise<Record<string, string[]>>
  shows(cards: Record<string, string[]>): Promise<void>
  addCard(column: string, title: string): Promise<void>
  /** By "Move to…" in the card's menu. `position` counts from one; without it the last. */
  moveTo(title: string, column: string, position?: number): Promise<void>
  /** Something of the card's or the column's own menu. */
  fromMenu(of: 'card' | 'column', name: string, item: string): Promise<void>
  openCard(title: string): Promise<CardWindow>
  /** What the badge says now, in full, whatever the width. */
  says(words: string | RegExp): Promise<void>
  /** What a screen reader was told last. */
  hears(words: string | RegExp): Promise<void>
}

/** An opened card. */
export type CardWindow = {
  dialog: Locator
  title: Locator
  description: Locator
  choose(field: 'Column', option: string): Promise<void>
  /** Or takes the card from them again. */
  assign(...names: string[]): Promise<void>
  close(): Promise<void>
}

export function boardPage({ page }: Pick<Person, 'page'>): BoardPage {
  const badge = saveBadge(page)
  const columns = page.locator('[data-board-column]')
  const column = (name: string) => page.getByRole('region', { name, exact: true })
  const card = (title: string) =>
    columns.getByRole('row').and(page.getByRole('row', { name: title, exact: true }))
  const cards = () => columns.evaluateAll(cardsOf)
  return {
    page,
    badge,
    column,
    card,
    cards,
    title: page.getByRole('textbox', { name: 'Board title' }),
    async open(board) {
      await page.goto(`/boards/${board.id}`)
      await expect(columns.first()).toBeVisible()
    },
    shows: (wanted) => expect.poll(cards).toEqual(wanted),
    async addCard(name, title) {
      await column(name).getByRole('button', { name: 'Add card' }).click()
      const field = column(name).getByRole('textbox', { name: /^Title of a new card/ })
      await field.fill(title)
      await field.press('Enter')
      await field.press('Escape')
    },
    async moveTo(title, to, position) {
      await this.fromMenu('card', title, 'Move to…')
      const dialog = page.getByRole('dialog', { name: 'Move card' })
      await choose(dialog, 'Column', to)
      if (position) {
        // Chosen from a list; written where the list would be a long one.
        const written = dialog.getByRole('textbox', { name: 'Position' })
        const listed = dialog.getByRole('button', { name: /Position$/ })
        await expect(written.or(listed)).toBeVisible()
        if (await written.isVisible()) await written.fill(String(position))
        else await choose(dialog, 'Position', new RegExp(`^${position} of `))
      }
      await dialog.getByRole('button', { name: 'Move', exact: true }).click()
      await expect(dialog).toBeHidden()
    },
    async fromMenu(of, name, item) {
      const place = of === 'card' ? card(name) : column(name)
      await place.hover()
      await place.getByRole('button', { name: `Actions for ${of} ${name}`, exact: true }).click()
      await page.getByRole('menuitem', { name: item }).click()
    },
    async openCard(title) {
      await card(title).click()
      return cardWindow(page)
    },
    says: (words) => expect(badge).toHaveAccessibleName(words),
    hears: (words) => expect(page.locator('p[data-live-announcer]')).toHaveText(words),
  }
}

export function cardWindow(page: Page): CardWindow {
  const dialog = page.getByRole('dialog', { name: /^Card / })
  return {
    dialog,
    title: dialog.getByRole('textbox', { name: 'Title', exact: true }),
    description: dialog.getByRole('textbox', { name: 'Description' }),
    choose: (field, option) => choose(dialog, field, option),
    async assign(...names) {
      await dialog.getByRole('button', { name: /^Assignees: / }).click()
      for (const name of names) await page.getByRole('option', { name, exact: true }).click()
      await page.keyboard.press('Escape')
    },
    async close() {
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    },
  }
}

/** Runs in the browser. */
function cardsOf(columns: Element[]): Record<string, string[]> {
  return Object.fromEntries(
    columns.map((column) => [
      column.getAttribute('aria-label'),
      [...column.querySelectorAll('.board-card-title')].map((title) => title.textContent ?? ''),
    ]),
  )
}
