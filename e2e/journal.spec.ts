import { readFile } from 'node:fs/promises'
import { printedOn } from '@atelier/server/testing/canary-crawl'
import { makeEntry } from '@atelier/server/testing/make-journal'
import type { ExportedJournal } from '@atelier/shared/journals/export-contract'
import { expect, type Page } from '@playwright/test'
import { saveBadge } from './doc-page'
import { keptHere, openEntry, sectionAt, test, textOf } from './journal-fixtures'

test.use({ serviceWorkers: 'allow' })

test('a section is shared and taken back while the other has it open', async ({ pair }) => {
  const { anna, ben } = pair
  const entry = await pair.entry(['pair', 'private'], 'Week 46')
  await openEntry(anna.page, entry)
  await openEntry(ben.page, entry)
  await expect(ben.page.getByRole('heading', { name: 'Week 46' })).toBeVisible()
  await expect(ben.page.getByRole('region', { name: /^Section / })).toHaveCount(1)
  // What it is called is for the page, not for the tab and all that remembers those.
  for (const { page } of [anna, ben]) {
    await expect(page).toHaveTitle(/Journal entry · Atelier$/)
    const way = page.getByRole('navigation', { name: 'Where you are' })
    await expect(way.getByText('Week 46')).toBeVisible()
    await expect(way.getByRole('link', { name: 'Journal', exact: true })).toBeVisible()
  }

  const [hers, his] = [textOf(sectionAt(anna.page, 1)), textOf(sectionAt(ben.page, 1))]
  await hers.click()
  await anna.page.keyboard.type('I asked. ')
  await expect(his).toContainText('I asked.')
  await expect(his.locator('.room-caret')).toBeAttached()
  await his.click()
  await ben.page.keyboard.press('Control+End')
  await ben.page.keyboard.type('What did they say?')
  await expect(hers).toContainText('What did they say?')
  await expect(saveBadge(ben.page)).toHaveAccessibleName('Saved')

  // What is private is on its author’s screen alone, until she shares it: then it is there at once.
  const secret = sectionAt(anna.page, 2)
  await textOf(secret).click()
  await anna.page.keyboard.type('Nothing at first.')
  await expect(saveBadge(anna.page)).toHaveAccessibleName('Saved')
  await expect(secret.getByRole('button', { name: 'For whom: Only you' })).toBeVisible()
  await secret.getByRole('button', { name: 'For whom: Only you' }).click()
  await anna.page.getByRole('menuitemradio', { name: 'You and Ben Okafor' }).click()
  await expect(textOf(sectionAt(ben.page, 2))).toContainText('Nothing at first.')

  const first = sectionAt(anna.page, 1)
  await first.getByRole('button', { name: 'For whom: You and Ben Okafor' }).click()
  await anna.page.getByRole('menuitemradio', { name: 'Only you' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Take this section back?' })
  await expect(dialog.getByText('Ben Okafor')).toBeVisible()
  await expect(
    dialog.getByText('they have read. That goes for what was said in its margin'),
  ).toBeVisible()
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await expect(ben.page.getByText('Anna Berg has taken this section back.')).toBeVisible()
  await expect(ben.page.getByText('I asked.')).toHaveCount(0)
  await expect(textOf(sectionAt(ben.page, 2))).toContainText('Nothing at first.')
  await expect(hers).toContainText('What did they say?')

  await sectionAt(anna.page, 2).getByRole('button', { name: 'For whom: You and' }).click()
  await anna.page.getByRole('menuitemradio', { name: 'Only you' }).click()
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await expect(ben.page.getByText('has taken this section back.')).toHaveCount(2)
  await expect(ben.page.getByText('Week 46')).toHaveCount(0)

  // Shared again it is there again, live, where he still has it open.
  await secret.getByRole('button', { name: 'For whom: Only you' }).click()
  await anna.page.getByRole('menuitemradio', { name: 'You and Ben Okafor' }).click()
  await expect(textOf(sectionAt(ben.page, 2))).toContainText('Nothing at first.')
  await expect(ben.page.getByText('has taken this section back.')).toHaveCount(1)
  await textOf(secret).click()
  await anna.page.keyboard.press('Control+End')
  await anna.page.keyboard.type(' And then?')
  await expect(textOf(sectionAt(ben.page, 2))).toContainText('And then?')
  await secret.getByRole('button', { name: 'For whom: You and' }).click()
  await anna.page.getByRole('menuitemradio', { name: 'Only you' }).click()
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await expect(ben.page.getByText('has taken this section back.')).toHaveCount(2)
  await ben.page.reload()
  await expect(ben.page.getByRole('heading', { name: 'There is nothing here' })).toBeVisible()
})

test('nothing of a section is kept in the browser', async ({ pair }) => {
  const { anna, ben } = pair
  const entry = await pair.entry(['pair'], 'Quiet')
  await openEntry(anna.page, entry)
  await openEntry(ben.page, entry)
  await textOf(sectionAt(anna.page, 1)).click()
  await anna.page.keyboard.insertText('kumquat')
  await expect(textOf(sectionAt(ben.page, 1))).toContainText('kumquat')
  await expect(saveBadge(anna.page)).toHaveAccessibleName('Saved')

  // What is unsent is counted, in this tab alone, and nobody leaves it by accident.
  await anna.goOffline()
  await anna.page.keyboard.insertText(' unsent')
  await expect(saveBadge(anna.page)).toHaveAccessibleName(/changes? only in this tab/)
  await expect(anna.page.getByText('This device keeps none of it.')).toBeAttached()
  await anna.page.getByRole('link', { name: 'Inbox' }).click()
  const guard = anna.page.getByRole('dialog', { name: 'Your changes are only in this tab' })
  await expect(guard).toContainText('this device keeps none of this')
  await guard.getByRole('button', { name: 'Stay here' }).click()
  for (const { page } of [anna, ben]) {
    const kept = await keptHere(page)
    expect(kept).not.toMatch(/kumquat|unsent|Quiet/)
    expect(kept).not.toContain(entry.sections[0])
  }
  await anna.comeBack()
  await expect(textOf(sectionAt(ben.page, 1))).toContainText('kumquat unsent')

  // A title is no part of a text, and as little lost.
  const inbox = anna.page.getByRole('heading', { name: 'Inbox' })
  await anna.page.getByRole('link', { name: 'Inbox' }).click()
  await expect(inbox).toBeVisible()
  await anna.page.goBack()
  await expect(textOf(sectionAt(anna.page, 1))).toContainText('kumquat unsent')
  await anna.goOffline()
  await anna.page.getByRole('textbox', { name: 'Title of the entry' }).fill('Quieter')
  await anna.page.getByRole('link', { name: 'Inbox' }).click()
  await guard.getByRole('button', { name: 'Go on' }).click()
  await expect(inbox).toBeVisible()
  await anna.comeBack()
  await expect(ben.page.getByRole('heading', { name: 'Quieter' })).toBeVisible()
})

test('a journal is begun with prompts, found again, looked back on and taken along', async ({
  house,
  pair,
}) => {
  const { anna } = pair
  const { page } = anna
  const old = await makeEntry(house.db, anna.made, null, ['private'], { title: 'The first weld' })
  await page.goto('/journal')
  await page.evaluate(
    ({ id, on }) =>
      fetch(`/api/journals/entries/${id}`, {
        method: 'PATCH',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ on }),
      }),
    { id: old.id, on: monthAgo() },
  )
  await page.reload()
  const back = page.getByRole('region', { name: 'This time last month' })
  await expect(back.getByRole('link', { name: /The first weld/ })).toBeVisible()

  await page.getByRole('button', { name: 'New entry' }).click()
  const begin = page.getByRole('dialog', { name: 'New entry' })
  await begin.getByRole('button', { name: /What\? So what\? Now what\?/ }).click()
  await expect(page.getByRole('region', { name: /^Section / })).toHaveCount(3)
  // It is written at once: its title, and by Enter its first section.
  await expect(page.getByRole('textbox', { name: 'Title of the entry' })).toBeFocused()
  await page.keyboard.type('Today at the line')
  await page.keyboard.press('Enter')
  const first = sectionAt(page, 1)
  await expect(first).toHaveAccessibleName(/^Section 1: What happened\?/)
  await expect(first.getByRole('heading', { level: 2 })).toBeVisible()
  await expect(textOf(first)).toBeFocused()
  await page.keyboard.type('The gauge was warm.')
  // A prompt is no part of the text, and its author words it anew.
  await first.getByRole('textbox', { name: 'Prompt above the section' }).fill('What was it like?')
  await expect(saveBadge(page)).toHaveAccessibleName('Saved')

  await sectionAt(page, 3).getByRole('button', { name: 'More about section 3' }).click()
  await page.keyboard.press('ArrowDown')
  await page.getByRole('menuitem', { name: 'Move up' }).press('Enter')
  await expect(page.getByText('Now section 2 of 3')).toBeVisible()
  await sectionAt(page, 3).getByRole('button', { name: 'More about section 3' }).click()
  await page.getByRole('menuitem', { name: 'Erase section' }).click()
  await page.getByRole('button', { name: 'Erase for good' }).click()
  await expect(page.getByRole('region', { name: /^Section / })).toHaveCount(2)

  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Title of the entry' })).toHaveValue(
    'Today at the line',
  )
  await expect(
    sectionAt(page, 1).getByRole('textbox', { name: 'Prompt above the section' }),
  ).toHaveValue('What was it like?')
  await expect(textOf(sectionAt(page, 1))).toContainText('The gauge was warm.')

  await journalLink(page).click()
  await page.getByRole('searchbox', { name: 'Search your journal' }).fill('weld')
  await expect(page.getByText('1 place found')).toBeVisible()
  await page.getByRole('searchbox', { name: 'Search your journal' }).fill('')

  const take = async (format: string) => {
    const waiting = page.waitForEvent('download')
    await page.getByRole('button', { name: 'More about your journal' }).click()
    await page.getByRole('menuitem', { name: format }).click()
    return readFile(await (await waiting).path())
  }
  const written = (await take('Markdown')).toString()
  const journal: ExportedJournal = JSON.parse((await take('JSON')).toString())
  const printed = await printedOn(new Uint8Array(await take('PDF')))
  for (const words of ['The gauge was warm.', 'What was it like?']) {
    expect(written).toContain(words)
    expect(JSON.stringify(journal)).toContain(words)
    expect(printed).toContain(words.replaceAll(' ', ''))
  }
  const titles = journal.entries.map(({ title }) => title)
  expect(titles).toEqual(['The first weld', 'Today at the line'])
})

test('who asks for it has their own journal without a network, and nothing once they do not', async ({
  pair,
  house,
}) => {
  const { anna, ben } = pair
  const { page } = anna
  const own = await pair.entry(['private'], 'Mine')
  const his = await makeEntry(house.db, ben.made, pair.mentorshipId, ['pair'], { title: 'Bens' })
  await page.goto('/journal')
  const wish = page.getByRole('switch', { name: 'Keep my journal on this device' })
  await page.getByText('Keep my journal on this device').click()
  await expect(wish).toBeChecked()
  await openEntry(ben.page, his)
  await textOf(sectionAt(ben.page, 1)).click()
  await ben.page.keyboard.insertText('durian')
  await openEntry(page, his)
  await expect(textOf(sectionAt(page, 1))).toContainText('durian')
  await openEntry(page, own)
  await textOf(sectionAt(page, 1)).click()
  await page.keyboard.insertText('kumquat')
  await expect(saveBadge(page)).toHaveAccessibleName('Saved')
  await expect.poll(() => keptHere(page)).toContain('kumquat')
  expect(await keptHere(page)).not.toMatch(/durian|Bens/)

  await page.evaluate(async () => {
    await navigator.serviceWorker.ready
  })
  await anna.goOffline()
  await page.reload()
  await expect(textOf(sectionAt(page, 1))).toContainText('kumquat')
  await textOf(sectionAt(page, 1)).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.insertText(' lychee')
  await expect(saveBadge(page)).toHaveAccessibleName(/kept on this device/)
  await anna.comeBack()
  await expect(saveBadge(page)).toHaveAccessibleName('Saved')

  await journalLink(page).click()
  await page.getByText('Keep my journal on this device').click()
  await expect(wish).not.toBeChecked()
  await expect(page.getByText('Your journal was erased from this device.')).toBeVisible()
  expect(await keptHere(page)).not.toMatch(/kumquat|lychee|Mine/)
})

const journalLink = (page: Page) =>
  page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Journal', exact: true })

/** The same day of the month before, or its last. */
function monthAgo(): string {
  const now = new Date()
  const last = new Date(now.getFullYear(), now.getMonth(), 0)
  const day = Math.min(now.getDate(), last.getDate())
  const twoDigits = (value: number) => String(value).padStart(2, '0')
  return `${last.getFullYear()}-${twoDigits(last.getMonth() + 1)}-${twoDigits(day)}`
}
