import { putMember } from '@atelier/server/projects/project-change-queries'
import { makePerson, makeProject } from '@atelier/server/testing/make'
import { makeCircle, makeEntry } from '@atelier/server/testing/make-journal'
import { expect, type Locator, type Page } from '@playwright/test'
import { saveBadge } from './doc-page'
import { keptHere, openEntry, sectionAt, test, textOf } from './journal-fixtures'

test('mentor and mentee talk below a section, until it is taken back', async ({ pair }) => {
  const { anna, ben } = pair
  const entry = await pair.entry(['pair'], 'Week 47')
  await openEntry(anna.page, entry)
  await openEntry(ben.page, entry)
  const [hers, his] = [sectionAt(anna.page, 1), sectionAt(ben.page, 1)]
  await textOf(hers).click()
  await anna.page.keyboard.type('The press stood still')
  await expect(saveBadge(anna.page)).toHaveAccessibleName('Saved')
  await expect(textOf(his)).toContainText('The press stood still')

  // What the mentor selects is what they talk about.
  await textOf(his).getByText('The press stood still').selectText()
  await beginBelow(his)
  const begun = his.getByRole('region', { name: 'New comment' })
  await expect(begun.getByText('The press stood still')).toBeVisible()
  await expect(his.locator('.comment-mark')).toHaveText('The press stood still')
  await begun.getByRole('textbox', { name: 'New comment' }).fill('persimmon: why did it?')
  const kept = await keptHere(ben.page)
  expect(kept).not.toContain('persimmon')
  // What is half written is there again in this tab, about the same words.
  await ben.page.getByRole('link', { name: 'Inbox' }).click()
  await expect(ben.page.getByRole('heading', { name: 'Inbox' })).toBeVisible()
  await ben.page.goBack()
  await expect(begun.getByRole('textbox', { name: 'New comment' })).toHaveValue(/^persimmon/)
  await expect(his.locator('.comment-mark')).toHaveText('The press stood still')
  // Cancelled, it is gone, and comes back about the same words.
  await begun.getByRole('textbox', { name: 'New comment' }).press('Escape')
  await expect(begun).toHaveCount(0)
  await expect(ben.page.getByText('persimmon')).toHaveCount(0)
  await ben.page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(begun.getByRole('textbox', { name: 'New comment' })).toHaveValue(/^persimmon/)
  await expect(his.locator('.comment-mark')).toHaveText('The press stood still')
  await begun.getByRole('button', { name: 'Comment', exact: true }).click()
  await expect(begun).toHaveCount(0)

  const thread = hers.getByRole('listitem', { name: /Ben Okafor.*The press stood still/ })
  await expect(thread.getByText('persimmon: why did it?')).toBeVisible()
  // It is marked in the text, for both and wherever these words go; what is marked leads to it.
  await textOf(hers).press('Control+Home')
  await anna.page.keyboard.type('Monday: ')
  for (const each of [hers, his])
    await expect(each.locator('.comment-mark')).toHaveText('The press stood still')
  await hers.locator('.comment-mark').click()
  await expect(thread).toBeFocused()
  await thread.getByRole('textbox', { name: 'Answer' }).fill('Nobody had told me.')
  await thread.getByRole('button', { name: 'Send' }).click()
  await expect(his.getByText('Nobody had told me.')).toBeVisible()
  expect(await keptHere(anna.page)).not.toMatch(/persimmon|Nobody had told me/)

  // Nor is an answer that was half written when the thread was settled, or its section taken back.
  const answering = his.getByRole('textbox', { name: 'Answer' })
  await answering.fill('medlar: whom could I')
  await thread.getByRole('button', { name: 'Resolve' }).click()
  await expect(thread).toHaveCount(0)
  for (const each of [hers, his]) await expect(each.locator('.comment-mark')).toHaveCount(0)
  await expect(his.getByText('Resolved by Anna Berg')).toBeVisible()
  await expect(answering).toHaveValue('medlar: whom could I')

  await hers.getByRole('button', { name: 'For whom: You and Ben Okafor' }).click()
  await anna.page.getByRole('menuitemradio', { name: 'Only you' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Take this section back?' })
  await dialog.getByRole('button', { name: 'Take it back' }).click()
  await expect(ben.page.getByText('persimmon: why did it?')).toHaveCount(0)
  await expect(ben.page.getByText('medlar: whom could I')).toBeVisible()
  await expect(ben.page.getByRole('button', { name: 'Copy', exact: true })).toBeVisible()
  expect(await keptHere(ben.page)).not.toContain('medlar')
  // Nor once he has gone elsewhere: his journal has it, and leads to where it was written.
  await ben.page
    .getByRole('navigation', { name: 'Main' })
    .getByRole('link', { name: 'Journal' })
    .click()
  await expect(ben.page.getByText('medlar: whom could I')).toBeVisible()
  await ben.page.getByRole('link', { name: 'Open the entry' }).click()
  await expect(ben.page).toHaveURL(new RegExp(`/journal/${entry.id}$`))
  await expect(ben.page.getByText('medlar: whom could I')).toBeVisible()
  await ben.page.getByRole('button', { name: 'Throw away' }).click()
  await expect(ben.page.getByText('medlar')).toHaveCount(0)
  await expect(ben.page.getByRole('button', { name: 'Undo', exact: true })).toBeFocused()
  await hers.getByRole('button', { name: 'Show 1 resolved' }).click()
  await expect(hers.getByText('persimmon: why did it?')).toBeVisible()
})

test('a question left open comes to the agenda, leads back, and is settled with it', async ({
  pair,
}) => {
  const { anna, ben } = pair
  const entry = await pair.entry(['pair'], 'Week 49')
  await openEntry(ben.page, entry)
  const his = sectionAt(ben.page, 1)
  await textOf(his).click()
  await ben.page.keyboard.type('Who said so?')
  await beginBelow(his)
  const begun = his.getByRole('region', { name: 'New comment' })
  await begun.getByRole('textbox', { name: 'New comment' }).fill('quince: who decides that?')
  await begun.getByRole('button', { name: 'Comment', exact: true }).click()
  await his
    .getByRole('button', {
      name: 'Leave open for the next session: Thread by Ben Okafor about the whole section',
    })
    .click()
  const asking = ben.page.getByRole('dialog', { name: 'Leave this open for the next session' })
  const words = asking.getByRole('textbox', { name: 'On the agenda it says' })
  await expect(words).toHaveValue('quince: who decides that?')
  await words.fill('Who decides when the press stops?')
  await asking.getByRole('button', { name: 'Put on the agenda' }).click()
  await expect(his.getByRole('link', { name: 'On the agenda' })).toBeFocused()

  await anna.page.goto('/inbox')
  const told = anna.page.getByRole('listitem').filter({ hasText: /left a question open/ })
  await expect(told).toContainText('Ben Okafor')
  await expect(anna.page.getByText('quince')).toHaveCount(0)
  await anna.page.goto(`/mentorships/${pair.mentorshipId}`)
  const agenda = anna.page.getByRole('region', { name: 'Sessions' })
  await expect(agenda.getByText('Who decides when the press stops?')).toBeVisible()
  await agenda.getByRole('link', { name: /^Go to where this was asked/ }).click()
  const thread = anna.page.getByRole('listitem', { name: /Ben Okafor/ })
  await expect(thread.getByText('quince: who decides that?')).toBeInViewport()
  await expect(thread).toBeFocused()

  await thread.getByRole('link', { name: 'On the agenda' }).click()
  await agenda.getByRole('checkbox', { name: 'Who decides when the press stops?' }).focus()
  await anna.page.keyboard.press('Space')
  await anna.page.getByRole('button', { name: 'Resolve it there' }).click()
  await expect(his.getByText('quince: who decides that?')).toHaveCount(0)
  await expect(his.getByRole('button', { name: 'Show 1 resolved' })).toBeVisible()
})

test('a sentence is given to a project without a name, and withdrawn', async ({ pair, house }) => {
  const { anna, ben } = pair
  const project = await makeProject(house.db, anna.made, { title: 'Less scrap' })
  await putMember(house.db, project, ben.made.id, 'viewer')
  const entry = await pair.entry(['private'], 'Week 48')
  await openEntry(anna.page, entry)
  const section = sectionAt(anna.page, 1)
  await textOf(section).click()
  await anna.page.keyboard.type('It was a long week. ')
  await anna.page.keyboard.press('Enter')
  await anna.page.keyboard.type('I stopped the press myself.')
  await expect(saveBadge(anna.page)).toHaveAccessibleName('Saved')

  // What is selected is what is offered.
  await textOf(section).getByText('I stopped the press myself.').selectText()
  await section.getByRole('button', { name: /^More about section 1/ }).click()
  await anna.page.getByRole('menuitem', { name: 'Offer as evidence…' }).click()
  const dialog = anna.page.getByRole('dialog', { name: 'Offer as evidence' })
  const words = dialog.getByRole('textbox', { name: 'What will be read' })
  await expect(words).toHaveValue('I stopped the press myself.')
  await dialog.getByRole('button', { name: 'Take all of the section' }).click()
  await expect(words).toHaveValue(/long week/)
  await words.fill('I never stopped it.')
  await expect(dialog.getByText('These words do not stand in the section')).toBeVisible()
  await words.fill('I stopped the press myself.')
  await dialog.getByRole('button', { name: /In which project/ }).click()
  await anna.page.getByRole('option', { name: 'Less scrap' }).click()
  await expect(dialog.getByText('Everybody who reads Less scrap will see this:')).toBeVisible()
  await dialog.getByRole('button', { name: 'Publish' }).click()
  await expect(dialog).toHaveCount(0)
  // The section says where, and leads there.
  const trace = section.getByRole('link', { name: 'Published in Less scrap' })
  await trace.click()
  await expect(
    anna.page.getByRole('region', { name: 'From journals' }).getByRole('listitem'),
  ).toBeFocused()

  await ben.page.goto(`/projects/${project.id}`)
  const published = ben.page.getByRole('region', { name: 'From journals' })
  await expect(published.getByText('I stopped the press myself.')).toBeVisible()
  await expect(published.getByText('A participant')).toBeVisible()
  await expect(published.getByText(/Anna|long week/)).toHaveCount(0)
  await expect(published.getByRole('button', { name: 'Withdraw' })).toHaveCount(0)

  await anna.page.goto('/journal')
  // What stands before the first fact of a line is cut off, whichever way one reads.
  const facts = anna.page.locator('.journal-row-facts').first()
  const cut = (dir: string) =>
    facts.evaluate((one, dir) => {
      document.documentElement.dir = dir
      return getComputedStyle(one).clipPath
    }, dir)
  expect(await cut('rtl')).toBe('inset(0px 16px 0px 0px)')
  expect(await cut('ltr')).toBe('inset(0px 0px 0px 16px)')
  await anna.page.getByRole('button', { name: 'More about your journal' }).click()
  await anna.page.getByRole('menuitem', { name: 'What I have published' }).click()
  const own = anna.page.getByRole('dialog', { name: 'What you have published' })
  await expect(own.getByText('In Less scrap')).toBeVisible()
  await own.getByRole('button', { name: 'Withdraw' }).click()
  const sure = anna.page.getByRole('dialog', { name: 'Withdraw these words?' })
  await sure.getByRole('button', { name: 'Leave them there' }).click()
  await expect(own.getByText('In Less scrap')).toBeVisible()
  await own.getByRole('button', { name: 'Withdraw' }).click()
  await sure.getByRole('button', { name: 'Withdraw' }).click()
  await expect(anna.page.getByText('who has read it may remember')).toBeVisible()
  await expect(own.getByText(/^Withdrawn on .* Its words are gone/)).toBeVisible()
  await expect(own.getByText('In Less scrap')).toBeFocused()
  await expect(published).toHaveCount(0)
})

/** Not by the tools over the text, which say the same. */
const beginBelow = (section: Locator) =>
  section.locator('.section-margin-foot').getByRole('button', { name: 'Comment' }).click()

/** As elsewhere, in another tab: the page stays where it is. */
const post = (page: Page, path: string) =>
  page.evaluate(async (to) => {
    const { ok } = await fetch(to, { method: 'POST' })
    if (!ok) throw new Error(`${to} was refused`)
  }, path)

test('three of a circle write together, until one of them has left it', async ({
  pair: { anna, ben },
  house,
  workspace,
  comeIn,
}) => {
  const made = await makePerson(house.db, workspace, { name: 'Clara Rossi' })
  const clara = await comeIn(made)
  const circle = await makeCircle(house.db, [anna.made, ben.made, made])
  const entry = await makeEntry(house.db, anna.made, circle, ['circle'], { title: 'Line 3' })
  const three = [anna, ben, clara]
  for (const { page } of three) await openEntry(page, entry)
  for (const { page, name } of three) {
    await textOf(sectionAt(page, 1)).click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(`${name} was there. `)
    for (const other of three)
      await expect(textOf(sectionAt(other.page, 1))).toContainText(`${name} was there.`)
  }

  await post(ben.page, `/api/mentorships/${circle}/leave`)
  await expect(ben.page.getByText('not in this mentorship together any more')).toBeVisible()
  await expect(ben.page.getByText('was there.')).toHaveCount(0)
  await expect(ben.page.getByText('Line 3')).toHaveCount(0)
  await textOf(sectionAt(anna.page, 1)).click()
  await anna.page.keyboard.type('Now we are two. ')
  await expect(textOf(sectionAt(clara.page, 1))).toContainText('Now we are two.')
  await expect(ben.page.getByText('Now we are two.')).toHaveCount(0)
})

test('what was shared closes before the other’s eyes when the mentorship ends', async ({
  pair,
}) => {
  const { anna, ben } = pair
  const entry = await pair.entry(['private'], 'After our session')
  await openEntry(anna.page, entry)
  const hers = sectionAt(anna.page, 1)
  await textOf(hers).click()
  await anna.page.keyboard.type('He asked what I would try first.')
  await expect(saveBadge(anna.page)).toHaveAccessibleName('Saved')
  await ben.page.goto(`/mentorships/${pair.mentorshipId}`)
  const written = ben.page.getByRole('region', { name: 'Written here' })
  await expect(written).toContainText('No entry is written here yet.')
  await hers.getByRole('button', { name: 'For whom: Only you' }).click()
  await anna.page.getByRole('menuitemradio', { name: 'You and Ben Okafor' }).click()
  await written.getByRole('link', { name: /After our session/ }).click()
  await expect(textOf(sectionAt(ben.page, 1))).toContainText('what I would try first')

  await anna.page.goto(`/mentorships/${pair.mentorshipId}`)
  await anna.page.getByRole('button', { name: 'More about this mentorship' }).click()
  await anna.page.getByRole('menuitem', { name: 'End…' }).click()
  await anna.page.getByRole('dialog').getByRole('button', { name: 'End it' }).click()
  await expect(ben.page.getByText('not in this mentorship together any more')).toBeVisible()
  await expect(ben.page.getByText('taken this section back')).toHaveCount(0)
  await expect(ben.page.getByText(/what I would try first|After our session/)).toHaveCount(0)
  await openEntry(anna.page, entry)
  await expect(textOf(hers)).toContainText('what I would try first')
})
