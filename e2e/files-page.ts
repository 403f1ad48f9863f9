/** What somebody does with pictures and files in a text. */
import type { Locator, Page } from '@playwright/test'

export type SentFile = { name: string; mimeType: string; buffer: Buffer }

/** Drops files from the desktop at a place of the page. */
export async function drop(onto: Locator, files: SentFile[], at: 'above' | 'under') {
  const box = await onto.boundingBox()
  if (!box) throw new Error('There is nothing to drop onto.')
  const data = await dataOf(onto.page(), files)
  const place = {
    clientX: box.x + 20,
    clientY: at === 'above' ? box.y + 2 : box.y + box.height - 2,
  }
  for (const event of ['dragenter', 'dragover', 'drop']) {
    await onto.dispatchEvent(event, { dataTransfer: data, ...place })
  }
}

/** Pastes them where the caret is, with `html` beside them as programs do. */
export async function paste(into: Locator, files: SentFile[], html = '') {
  const data = await dataOf(into.page(), files, html)
  await into.evaluate((element, clipboardData) => {
    const event = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true })
    element.dispatchEvent(event)
  }, data)
}

const dataOf = (page: Page, files: SentFile[], html = '') =>
  page.evaluateHandle(
    ({ sent, html }) => {
      const data = new DataTransfer()
      for (const { name, mimeType, base64 } of sent) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], name, { type: mimeType }))
      }
      if (html !== '') data.setData('text/html', html)
      return data
    },
    { sent: files.map((file) => ({ ...file, base64: file.buffer.toString('base64') })), html },
  )
