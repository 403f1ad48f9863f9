/** A doc of a hundred pages in a real browser, while ten others write in it. */
import { type Browser, chromium } from '@playwright/test'
import * as Y from 'yjs'
import { installedBrowsers } from '../launch/find-browser'
import { serveBarePage } from './bare-page'
import { besideTheServer } from './cores'
import { typeAndWatch, visitDoc, wordsOnScreen } from './doc-in-browser'
import { figureRows, type Metric } from './figures'
import { blockOf, type HundredPages, hundredPages, wordsIn } from './hundred-pages'
import { type ProtocolClient, protocolClient } from './protocol-client'
import { percentile } from './rows'
import { inTurn, type Scenario, type Stage, whileRunning } from './stage'
import type { Running, Target } from './targets'

type Seen = { openMs: number; keysMs: number[] }

const writers = 10
const writerPauseMs = 200
const keys = 120
const keyPauseMs = 80

export const hundredPageScreen: Scenario = {
  name: 'screen',
  async play(stage) {
    const { flags, ours, peers, say } = stage
    const found = installedBrowsers()[0]
    const beside = peers.inMemory
      .filter(({ name }) => name.startsWith('@y/websocket-server'))
      .slice(0, 1)
    if (!found || beside.length === 0) {
      say('screen: no browser, or nobody to compare with; left out')
      return []
    }
    const bare = await serveBarePage('bare-editor.ts')
    // Frames as soon as they are ready: else what is measured is the wait for the next one.
    const args = ['--no-sandbox', '--disable-frame-rate-limit', '--disable-gpu-vsync']
    const browser = await chromium.launch({ executablePath: found.path, args })
    try {
      const pages = hundredPages(flags.seed)
      // The last has its database in the server's own process, away from the browser's core.
      const mine = ours.slice(-1)
      const what = 'a hundred pages on a screen'
      const rounds = await inTurn(stage, what, [...mine, ...beside], (target) =>
        see(stage, target, pages, browser, bare.origin),
      )
      const scenario = (name: string) => `${what}, ${writers} others write: a server on ${name}`
      return figureRows({ scenario, ours: mine, beside, rounds, metrics })
    } finally {
      await browser.close()
      bare.stop()
    }
  },
}

const metrics: Metric<Seen>[] = [
  { name: 'until the last words are there', unit: 'ms', of: ({ openMs }) => openMs },
  {
    name: 'a key until it is painted, p50',
    unit: 'ms',
    of: (seen) => percentile(seen.keysMs, 0.5),
  },
  {
    name: 'a key until it is painted, p95',
    unit: 'ms',
    of: (seen) => percentile(seen.keysMs, 0.95),
  },
]

function see(
  { cores }: Stage,
  target: Target,
  pages: HundredPages,
  browser: Browser,
  bareOrigin: string,
): Promise<Seen> {
  const wish = { core: cores.server, people: writers + 1, holds: [pages.update] }
  return whileRunning(target, wish, async (running) => {
    const crowd = await gather(running, target.stores ? null : pages.update)
    const visit = placeOf(running, target, bareOrigin)
    const lastWords = pages.blocks.at(-1) ?? ''
    const { page, openMs, close } = await visitDoc({ browser, lastWords, ...visit })
    const keysMs = await besideTheServer(cores, async () => {
      const stopWriting = write(crowd)
      const samples = await typeAndWatch(page, keys, keyPauseMs)
      stopWriting()
      return samples
    })
    await alike(crowd, () => wordsOnScreen(page))
    await close()
    for (const one of crowd) await one.leave()
    return { openMs, keysMs }
  })
}

/** Ours is the whole product; theirs an editor and a socket. */
function placeOf(running: Running, { stores }: Target, bareOrigin: string) {
  const { url, headers } = running.address(writers)
  const { host, pathname, origin } = new URL(url)
  if (!stores)
    return {
      url: `${bareOrigin}/?room=${encodeURIComponent(`${origin}${pathname}`)}`,
      cookie: null,
    }
  const docId = decodeURIComponent(pathname).split(':').at(-1)
  return { url: `http://${host}/docs/${docId}`, cookie: headers.cookie ?? null }
}

/** `seed` where the server begins with an empty doc. */
async function gather(running: Running, seed: Uint8Array | null): Promise<ProtocolClient[]> {
  const crowd: ProtocolClient[] = []
  for (let nth = 0; nth < writers; nth++) {
    const doc = new Y.Doc()
    if (seed) Y.applyUpdate(doc, seed)
    const client = protocolClient(() => running.address(nth), doc)
    await client.enter()
    crowd.push(client)
  }
  return crowd
}

function write(crowd: readonly ProtocolClient[]): () => void {
  const timers = crowd.map(({ doc }, nth) =>
    setInterval(() => {
      const text = blockOf(doc, nth, crowd.length)
      text.insert(text.length, 'y')
    }, writerPauseMs),
  )
  return () => timers.forEach(clearInterval)
}

/** Correct first: every writer has what the screen shows. */
async function alike(crowd: readonly ProtocolClient[], onScreen: () => Promise<string[]>) {
  const deadline = Date.now() + 60_000
  for (;;) {
    const shown = await onScreen()
    const wrong = crowd.flatMap(({ doc }) => firstDifference(shown, wordsIn(doc)) ?? [])
    if (wrong.length === 0) return
    if (Date.now() > deadline) throw new Error(`The screen shows other words: ${wrong[0]}`)
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

function firstDifference(shown: readonly string[], written: readonly string[]): string | null {
  const at = [...shown.keys(), shown.length].find((nth) => shown[nth] !== written[nth])
  if (at === undefined || (shown[at] === undefined && written[at] === undefined)) return null
  return `block ${at}, “${shown[at]}” for “${written[at]}”`
}
