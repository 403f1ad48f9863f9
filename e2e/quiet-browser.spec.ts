import { installedBrowsers } from '@atelier/server/launch/find-browser'
import { chromium, expect, test } from '@playwright/test'
import { turnedOffByPlaywright, withoutExtras } from './quiet-browser'

const executablePath = installedBrowsers()[0]?.path

test('what Playwright turns off in the browser stays off', async () => {
  const plain = { args: [], ...(executablePath !== undefined && { executablePath }) }
  const server = await chromium.launchServer(plain)
  const lists = server.process().spawnargs.filter((arg) => arg.startsWith('--disable-features='))
  await server.close()
  expect(lists).toEqual([`--disable-features=${turnedOffByPlaywright.join(',')}`])
})

test('a window of the tests holds no page but the one that was asked for', async ({ browser }) => {
  const page = await browser.newPage()
  await page.goto('data:text/html,<title>ours</title>')
  const session = await browser.newBrowserCDPSession()
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{}] })
  const ours = ['page', 'tab', 'browser']
  expect(targetInfos.filter(({ type }) => !ours.includes(type)).map(({ url }) => url)).toEqual([])
  await page.close()
})

test('no process is kept ready for a page that never comes', async () => {
  const browser = await chromium.launch({
    args: [withoutExtras],
    ...(executablePath !== undefined && { executablePath }),
  })
  const page = await browser.newPage()
  await page.goto('data:text/html,<title>ours</title>')
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  expect(processInfo.filter(({ type }) => type === 'renderer')).toHaveLength(1)
  await browser.close()
})
