/** What stands beside the text outlives the editor it stands beside. */
import { expect } from '@playwright/test'
import { commentPage } from './comment-page'
import { test } from './doc-fixtures'

test('whoever writes a comment keeps the focus in it while a colleague takes the text out of their hands', async ({
  project,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('lead', 'contributor')
  await ben.body.click()
  await ben.type('Plan')
  await ben.says('Saved')
  const { comment, field, threads } = commentPage(ben.page)
  await comment('Plan', 'Which one?')
  await expect(threads).toContainText('Which one?')
  await field.click()
  await ben.type('That of')
  await expect(field).toBeFocused()

  await anna.page.goto(`/projects/${project.id}?tab=members`)
  await anna.page.getByRole('button', { name: /Role of Ben Okafor/ }).click()
  await anna.page.getByRole('option', { name: /^Commenter/ }).press('Enter')
  await expect(ben.body).not.toBeEditable()
  await ben.says('Read only')
  await expect(field).toBeFocused()
  await ben.type(' May')
  await expect(field).toHaveValue('That of May')
  await ben.press('Control+Enter')
  await expect(threads).toContainText('That of May')
  // The panel knows the new text: Escape leads to the words that are talked about.
  await field.press('Escape')
  await expect(ben.body).toBeFocused()
})
