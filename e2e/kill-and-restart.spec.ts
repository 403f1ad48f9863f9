import { expect } from '@playwright/test'
import { test } from './doc-fixtures'
import { type DocPage, expectSameWords } from './doc-page'

test('kill -9 while both type: nothing that was called saved is missing, and both go on', async ({
  house,
  inDoc,
}) => {
  test.slow()
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  await anna.type('Anna:\nBen:')
  await expectSameWords([anna, ben], ['Anna:', 'Ben:'])
  await anna.goToStart()
  await anna.press('End')
  await ben.goToEnd()

  const saved = { anna: await hearSaved(anna, 0), ben: await hearSaved(ben, 1) }
  const now = { isWriting: true, isHeld: false }
  const written = Promise.all([anna, ben].map((person) => countOn(person, now)))
  for (const heard of [saved.anna, saved.ben]) {
    await expect.poll(async () => (await heard()).length, { timeout: 60_000 }).toBeGreaterThan(5)
  }
  // The server dies with words in its hands: passed on to everybody, stored nowhere.
  const held = await house.holdDatabase()
  now.isHeld = true
  for (const person of [anna, ben]) await person.says(/^Saving \d{2,} changes…$/)
  await house.kill()
  await held.release()
  for (const person of [anna, ben]) await person.says(/^Offline, \d+ changes? kept on this device$/)
  now.isWriting = false
  const lines = (await written).map((count, place) => `${place === 0 ? 'Anna:' : 'Ben:'}${count}`)

  // What they still hold themselves must not help the server to remember.
  for (const person of [anna, ben]) await person.goOffline()
  await house.start()
  const [clara] = await inDoc('contributor')
  const remembered = await clara.words()
  for (const [place, heard] of [saved.anna, saved.ben].entries()) {
    for (const words of await heard()) expect(remembered[place]).toContain(words)
  }

  for (const person of [anna, ben]) await person.comeBack()
  await expectSameWords([anna, ben, clara], lines)
  for (const person of [anna, ben, clara]) await person.says('Saved')
})

type Now = { isWriting: boolean; isHeld: boolean }

/**
 * Counts aloud while asked to, and takes breath until “Saved” is shown, as long as anything can be
 * saved; resolves with what was typed.
 */
async function countOn({ badge, type }: DocPage, now: Now): Promise<string> {
  const isSaved = async () => (await badge.getAttribute('aria-label')) === 'Saved'
  let typed = ''
  for (let figure = 1; now.isWriting; figure++) {
    typed += ` ${figure}`
    await type(` ${figure}`)
    if (figure % 4 > 0) continue
    await expect.poll(async () => now.isHeld || isSaved(), { timeout: 60_000 }).toBe(true)
  }
  return typed
}

/** What a line said each time the badge came to say “Saved”. */
async function hearSaved({ page, body, badge }: DocPage, line: number) {
  const button = await badge.elementHandle()
  const heard = await body.evaluateHandle(
    (text, [button, line]) => {
      const saved: string[] = []
      const hear = () => {
        if (button?.getAttribute('aria-label') !== 'Saved') return
        const copy = text.children[line]?.cloneNode(true) as Element
        for (const drawn of copy.querySelectorAll('.room-caret')) drawn.remove()
        saved.push(copy.textContent ?? '')
      }
      new MutationObserver(hear).observe(button as Node, { attributeFilter: ['aria-label'] })
      return saved
    },
    [button, line] as const,
  )
  return () => page.evaluate((saved) => saved, heard)
}
