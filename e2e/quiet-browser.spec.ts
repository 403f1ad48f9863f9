import { installedBrowsers } from '@atelier/server/launch/find-browser'
import { chromium, expect, test } from '@playwright/test'
import { turnedOffByPlaywright } from './quiet-browser'

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
