import { expect } from '@playwright/test'
import { test } from './doc-fixtures'
import { expectSameWords, hearBadge } from './doc-page'

const lies = (said: string[]) => said.filter((words) => words === 'Saved')

/** The ear was on the badge that is on screen, and not on one that was drawn before it. */
const expectHeard = (said: string[], ...words: string[]) =>
  expect(said).toEqual(expect.arrayContaining(words))

test('the badge never says saved while the database does not answer, and does once it has', async ({
  house,
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  const held = await house.holdDatabase()
  await anna.type('1')
  await anna.says('Saving 1 change…')
  await expect.poll(held.waiting).toBeGreaterThan(0)
  const heard = await hearBadge(anna)
  for (const figure of '23456789') {
    await anna.type(figure)
    await expect(ben.body).toContainText(figure)
  }
  await anna.says('Saving 9 changes…')
  await ben.says('Saved')
  expect(lies(await heard())).toEqual([])
  await held.release()
  await anna.says('Saved')
  expectHeard(await heard(), 'Saving 1 change…', 'Saving 9 changes…', 'Saved')
  await ben.page.reload()
  await expectSameWords([anna, ben], ['123456789'])
})

test('the badge turns when the line is open but nobody answers, and never says saved before', async ({
  inDoc,
}) => {
  const [anna, ben] = await inDoc('contributor', 'contributor')
  await anna.body.click()
  anna.vanish()
  await anna.type('Is anybody there?')
  const heard = await hearBadge(anna)
  await anna.says(/^Saving \d+ changes…$/)
  // Silence is told from slowness after ten seconds.
  await expect(anna.badge).toHaveAccessibleName('Offline, 17 changes kept on this device', {
    timeout: 20_000,
  })
  expect(lies(await heard())).toEqual([])
  expectHeard(await heard(), 'Offline, 17 changes kept on this device')
  await expectSameWords([ben], [''])
  await anna.comeBack()
  await expect(anna.badge).toHaveAccessibleName('Saved', { timeout: 30_000 })
  await expectSameWords([anna, ben], ['Is anybody there?'])
})

for (const width of [390, 1440]) {
  test(`the badge is on screen at ${width} px, whatever it has to say`, async ({
    house,
    inDoc,
  }) => {
    const [anna, clara] = await inDoc('contributor', 'viewer')
    const whole = { ratio: 1 }
    await anna.page.setViewportSize({ width, height: 844 })
    await expect(anna.badge).toBeInViewport(whole)
    const held = await house.holdDatabase()
    await anna.body.click()
    await anna.type('12')
    await anna.says('Saving 2 changes…')
    await expect(anna.badge).toContainText('2')
    await expect(anna.badge).toBeInViewport(whole)
    await anna.goOffline()
    await anna.says('Offline, 2 changes kept on this device')
    await expect(anna.badge).toContainText('2')
    await expect(anna.badge).toBeInViewport(whole)
    await held.release()
    await anna.comeBack()
    await anna.says('Saved')
    await clara.page.setViewportSize({ width, height: 844 })
    await clara.says('Read only')
    await expect(clara.badge).toBeInViewport(whole)
  })
}
