/** The comments beside a doc, as somebody sees them. */
import { expect, type Locator, type Page } from '@playwright/test'

export type CommentPage = {
  panel: Locator
  /** Threads in the panel, in their order. */
  threads: Locator
  /** Words that are marked in the text, cut where somebody’s caret stands in them. */
  marks: Locator
  /** What is marked, thread by thread. */
  marked(...words: string[]): Promise<void>
  /** The field of the thread that is open, or of a new one. */
  field: Locator
  /** That of a new one, also while a thread is only just being left. */
  newField: Locator
  openPanel(): Promise<void>
  /** As with a mouse. */
  select(words: string): Promise<void>
  /** Selects them, and says something about them. */
  comment(words: string, text: string): Promise<void>
  answer(text: string): Promise<void>
}

export function commentPage(page: Page): CommentPage {
  const panel = page.getByRole('complementary', { name: 'Comments' })
  const field = panel.getByRole('textbox', { name: /^(New comment|Answer)$/ })
  const newField = panel.getByRole('textbox', { name: 'New comment' })
  const select = (words: string) => page.locator('.ProseMirror').evaluate(selectWords, words)
  return {
    panel,
    field,
    newField,
    threads: panel.getByRole('list', { name: 'Threads' }).locator('> li'),
    marks: page.locator('.ProseMirror .comment-mark'),
    select,
    marked: (...words) =>
      expect.poll(() => page.locator('.ProseMirror').evaluate(markedIn)).toEqual(words),
    async openPanel() {
      if ((page.viewportSize()?.width ?? 0) >= 640) {
        await page.getByRole('button', { name: /^Comments/ }).click()
        return
      }
      // On a phone the panels are in the menu.
      await page.getByRole('button', { name: 'Doc menu' }).click()
      await page.getByRole('menuitem', { name: /^Comments/ }).click()
    },
    async comment(words, text) {
      await select(words)
      await page.getByRole('button', { name: 'Comment', exact: true }).click()
      await newField.fill(text)
      await newField.press('Control+Enter')
    },
    async answer(text) {
      await field.fill(text)
      await field.press('Control+Enter')
    },
  }
}

/** Runs in the browser. */
function markedIn(body: Element): string[] {
  const words = new Map<string, string>()
  for (const mark of body.querySelectorAll<HTMLElement>('.comment-mark[data-thread]')) {
    const copy = mark.cloneNode(true) as HTMLElement
    for (const caret of copy.querySelectorAll('.room-caret')) caret.remove()
    const id = mark.dataset.thread ?? ''
    words.set(id, (words.get(id) ?? '') + copy.textContent)
  }
  return [...words.values()]
}

/** Runs in the browser. */
function selectWords(body: Element, words: string): void {
  const texts = document.createTreeWalker(body, NodeFilter.SHOW_TEXT)
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const at = node.textContent?.indexOf(words) ?? -1
    if (at < 0) continue
    const editor = body as HTMLElement
    editor.focus()
    window.getSelection()?.setBaseAndExtent(node, at, node, at + words.length)
    return
  }
  throw new Error(`“${words}” is not there`)
}
