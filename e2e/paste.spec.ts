import { googleClipboard } from '@atelier/shared/docs/testing-google-clipboard'
import { wordClipboard } from '@atelier/shared/docs/testing-word-clipboard'
import { expect } from '@playwright/test'
import { test, type Writer } from './doc-fixtures'
import { expectSameWords } from './doc-page'

test('a report out of Word keeps its headings, lists and tables, for the other too', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await paste(anna, { 'text/html': wordClipboard(8), 'text/plain': 'Report on scrap' })
  for (const { body } of [anna, ben]) {
    await expect(body.getByRole('heading', { name: 'Report on scrap' })).toBeVisible()
    await expect(body.getByRole('heading', { name: /^Week/ })).toHaveCount(8)
    await expect(body.getByRole('table')).toHaveCount(8)
    await expect(body.locator('ul ul ul li').first()).toHaveText('Write it down')
    await expect(body).not.toContainText('taken out')
  }
  await anna.says('Saved')
  await expectSameWords([anna, ben])
  await anna.press('Control+z')
  await expect(ben.body.getByRole('table')).toHaveCount(0)
})

test('notes out of Google Docs and Markdown become what they say they are', async ({ inDoc }) => {
  const [anna] = await inDoc('contributor')
  await anna.body.click()
  await paste(anna, { 'text/html': googleClipboard(2) })
  await expect(anna.body.getByRole('checkbox')).toHaveCount(2)
  await expect(anna.body.getByRole('table')).toHaveCount(2)
  await expect(anna.body.locator('img:not(.ProseMirror-separator)')).toHaveCount(0)
  await anna.goToEnd()
  await anna.press('Enter')
  await paste(anna, { 'text/plain': '## Plan\n\n- [x] clamp\n\n| a | b |\n|---|---|\n| 1 | 2 |\n' })
  await expect(anna.body.getByRole('heading', { name: 'Plan' })).toBeVisible()
  await expect(anna.body.getByRole('checkbox')).toHaveCount(3)
  await expect(anna.body.getByRole('table')).toHaveCount(3)
  await anna.says('Saved')
})

test('hostile and huge clipboards are taken harmlessly or refused in words; the page goes on', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  const asked: string[] = []
  anna.page.on('request', (request) => asked.push(request.url()))
  await anna.body.click()
  await paste(anna, {
    'text/html': `<img src=x onerror="window.hurt=1"><script>window.hurt=1</script><a href="javascript:window.hurt=1">link</a><img src="https://track.example/pixel.gif?id=1" alt="A picture"><iframe src="https://evil.example"></iframe><form action="https://evil.example"><button>Go</button></form>${'<blockquote>'.repeat(2000)}at the bottom`,
  })
  await expect(anna.body).toContainText('at the bottom')
  await expect(anna.body.getByRole('link', { name: 'A picture' })).toBeVisible()
  await expect(anna.body.getByRole('link', { name: 'link', exact: true })).toHaveCount(0)
  await anna.goToEnd()
  await anna.press('Enter')
  await anna.page.evaluate(() => {
    Object.assign(window, { big: 'a word '.repeat(3_000_000) })
  })
  await anna.body.evaluate((element) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', (window as unknown as { big: string }).big)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  })
  await expect(anna.page.getByText(/That is too much to paste at once/)).toBeVisible()
  await anna.type('on we go')
  await expect(ben.body).toContainText('on we go')
  await anna.says('Saved')
  expect(await anna.page.evaluate(() => 'hurt' in window)).toBe(false)
  expect(asked.filter((url) => /example/.test(url))).toEqual([])
  await anna.page.reload()
  await expect(anna.body).toContainText('on we go')
})

async function paste({ body }: Writer, data: Record<string, string>) {
  await body.evaluate((element, given) => {
    const clipboardData = new DataTransfer()
    for (const [type, value] of Object.entries(given)) clipboardData.setData(type, value)
    element.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    )
  }, data)
}
