import { expect } from '@playwright/test'
import { test as base, type Writer } from './doc-fixtures'
import { docPage, expectSameWords } from './doc-page'

/** Anna and Ben in one doc that says “Plan” and “Risks”. */
const test = base.extend<{ two: { anna: Writer; ben: Writer } }>({
  two: async ({ inDoc }, use) => {
    const [anna, ben] = await inDoc('contributor', 'contributor')
    await anna.body.click()
    await anna.type('Plan\nRisks')
    await expectSameWords([anna, ben], ['Plan', 'Risks'])
    for (const person of [anna, ben]) await person.says('Saved')
    await use({ anna, ben })
  },
})

test('what both wrote while one was offline is merged, in the same paragraph too, and saved', async ({
  two: { anna, ben },
  inDoc,
}) => {
  await anna.goOffline()
  await anna.says('Offline')
  await anna.goToStart()
  await anna.type('Our ')
  await anna.says('Offline, 4 changes kept on this device')
  await ben.goToStart()
  await ben.press('End')
  await ben.type(' for Monday')
  await ben.goToEnd()
  await ben.press('Enter')
  await ben.type('Money')
  await ben.says('Saved')
  await expectSameWords([anna], ['Our Plan', 'Risks'])
  await expectSameWords([ben], ['Plan for Monday', 'Risks', 'Money'])

  await anna.comeBack()
  await expectSameWords([anna, ben], ['Our Plan for Monday', 'Risks', 'Money'])
  for (const person of [anna, ben]) await person.says('Saved')
  const [clara] = await inDoc('viewer')
  await expectSameWords([anna, clara])
})

test('what was deleted meanwhile stays deleted, on both sides', async ({ two: { anna, ben } }) => {
  await anna.goOffline()
  await anna.goToEnd()
  await anna.press('Shift+Home', 'Delete')
  await ben.goToStart()
  await ben.press('Shift+End', 'Delete')
  await expectSameWords([anna], ['Plan', ''])
  await expectSameWords([ben], ['', 'Risks'])
  await anna.comeBack()
  await expectSameWords([anna, ben], ['', ''])
  for (const person of [anna, ben]) await person.says('Saved')
})

test('work done offline survives a closed tab and reaches the others from the next one', async ({
  two: { anna, ben },
  doc,
}) => {
  await anna.goOffline()
  await anna.goToEnd()
  await anna.type(' and chances')
  await anna.says('Offline, 12 changes kept on this device')
  await anna.page.close()
  await expectSameWords([ben], ['Plan', 'Risks'])
  await anna.comeBack()
  const again = docPage({ page: await anna.context.newPage() })
  await again.open(doc)
  await expectSameWords([again, ben], ['Plan', 'Risks and chances'])
  await again.says('Saved')
})

test('work done offline reaches the others also where nobody opens its doc again', async ({
  two: { anna, ben },
}) => {
  await anna.goOffline()
  await anna.goToEnd()
  await anna.type('?!')
  await anna.says('Offline, 2 changes kept on this device')
  await anna.page.close()
  await anna.comeBack()
  const elsewhere = await anna.context.newPage()
  await elsewhere.goto('/')
  await expectSameWords([ben], ['Plan', 'Risks?!'])
})

test('a tab opened while the doc cannot be reached shows what this device keeps, and counts it', async ({
  two: { anna, ben },
  doc,
}) => {
  await anna.goOffline()
  await anna.goToEnd()
  await anna.type('!!')
  await anna.says('Offline, 2 changes kept on this device')
  await anna.page.close()
  await anna.comeBack()
  const again = docPage({ page: await anna.context.newPage() })
  let isReachable = false
  await again.page.routeWebSocket(/\/ws\/rooms\//, (socket) => {
    if (isReachable) socket.connectToServer()
    else socket.close({ code: 1011 })
  })
  await again.open(doc)
  await expectSameWords([again], ['Plan', 'Risks!!'])
  await again.says('Offline, 2 changes kept on this device')
  await again.goToEnd()
  await again.type('!')
  await again.says('Offline, 3 changes kept on this device')
  await expectSameWords([ben], ['Plan', 'Risks'])
  isReachable = true
  await again.says('Saved')
  await expectSameWords([again, ben], ['Plan', 'Risks!!!'])
})

test('leaving warns while something is not stored, and only then', async ({ two: { anna } }) => {
  await anna.goOffline()
  await anna.goToEnd()
  await anna.type('?')
  await anna.says('Offline, 1 change kept on this device')
  const warned = anna.page.waitForEvent('dialog')
  await anna.page.close({ runBeforeUnload: true })
  const warning = await warned
  expect(warning.type()).toBe('beforeunload')
  await warning.dismiss()
  await expectSameWords([anna], ['Plan', 'Risks?'])

  await anna.comeBack()
  await anna.says('Saved')
  const closed = anna.page.waitForEvent('close')
  await anna.page.close({ runBeforeUnload: true })
  await closed
})
