/** A board of thousands of cards in a real browser: opened, dragged on, and changed by somebody else. */
import { type Browser, chromium } from '@playwright/test'
import * as Y from 'yjs'
import { installedBrowsers } from '../launch/find-browser'
import { serveBarePage } from './bare-page'
import { bigBoard, type PlainCard, plainCards } from './big-board'
import { countsOnScreen, dragTo, type OpenBoard, visitBoard, watchNodes } from './board-in-browser'
import { figureRows, type Metric } from './figures'
import { type MovingOther, ourOther, plainBoardUpdate, plainOther } from './moving-other'
import { longestTask, watchFrames } from './page-meter'
import { type ProtocolClient, protocolClient } from './protocol-client'
import { median, percentile } from './rows'
import { inTurn, type Scenario, type Stage, whileRunning } from './stage'
import type { Running, Target } from './targets'

export type BoardScreenWish = { cards: number; moves: number }

type Opened = Omit<OpenBoard, 'page' | 'meter' | 'close'>
type Dragged = { frames: number[]; dragScriptMs: number; dropTasksMs: number[]; dropBytes: number }
type Heard = { hearScriptMs: number; hearNodes: number }
type Seen = Opened & Dragged & Heard

/** A screen shows one every 16.7 ms; where the next is later than this, one was missed. */
const missedMs = 25

export const boardScreen: Scenario = {
  name: 'board-screen',
  async play(stage) {
    const { flags, ours, peers, say } = stage
    const found = installedBrowsers()[0]
    const beside = peers.inMemory
      .filter(({ name }) => name.startsWith('@y/websocket-server'))
      .slice(0, 1)
    if (!found || beside.length === 0) {
      say('board-screen: no browser, or nobody to compare with; left out')
      return []
    }
    const bare = await serveBarePage('plain-board.tsx')
    const args = ['--no-sandbox']
    const browser = await chromium.launch({ executablePath: found.path, args })
    try {
      const { cards } = flags.boardScreen
      const places = { browser, bareOrigin: bare.origin, cards: plainCards(cards, flags.seed) }
      const mine = ours.slice(-1)
      const what = `a board of ${cards} cards on a screen`
      const rounds = await inTurn(stage, what, [...mine, ...beside], (target) =>
        see(stage, target, places),
      )
      const scenario = (name: string) => `${what}: a server on ${name}`
      return figureRows({ scenario, ours: mine, beside, rounds, metrics })
    } finally {
      await browser.close()
      bare.stop()
    }
  },
}

const missed = ({ frames }: Seen) =>
  (frames.filter((ms) => ms > missedMs).length / frames.length) * 100

const metrics: Metric<Seen>[] = [
  { name: 'from the address to its cards, nothing here yet', unit: 'ms', of: (s) => s.openMs },
  { name: 'from the address to its cards, once more', unit: 'ms', of: (s) => s.againMs },
  { name: 'until they can be taken up, once more', unit: 'ms', of: (s) => s.againInHandMs },
  { name: 'from its project to its cards, first', unit: 'ms', of: (s) => s.fromProjectMs },
  { name: 'from its project to its cards, once more', unit: 'ms', of: (s) => s.backMs },
  { name: 'script until its cards are there', unit: 'ms', of: (s) => s.openScriptMs },
  { name: 'bytes until its cards are there', unit: 'kB', of: (s) => s.openBytes / 1000 },
  { name: 'a frame of a drag, p50', unit: 'ms', of: (s) => percentile(s.frames, 0.5) },
  { name: 'a frame of a drag, p95', unit: 'ms', of: (s) => percentile(s.frames, 0.95) },
  { name: 'frames missed, of 100 of a drag', unit: 'frames', of: missed },
  { name: 'script of a drag', unit: 'ms', of: (s) => s.dragScriptMs },
  { name: 'longest task when it is let go', unit: 'ms', of: (s) => median(s.dropTasksMs) },
  { name: 'a drag and its drop on the wire', unit: 'B', of: (s) => s.dropBytes },
  { name: 'script of another’s move', unit: 'ms', of: (s) => s.hearScriptMs },
  { name: 'nodes another’s move changes', unit: 'nodes', of: (s) => s.hearNodes },
]

type Places = { browser: Browser; bareOrigin: string; cards: readonly PlainCard[] }

function see({ cores, flags }: Stage, target: Target, places: Places): Promise<Seen> {
  const { browser, bareOrigin, cards } = places
  const update = target.stores ? bigBoard(cards) : plainBoardUpdate(cards)
  const wish = { core: cores.server, people: 2, kind: 'board', holds: [update] } as const
  return whileRunning(target, wish, async (running) => {
    const { client, other } = await enter(target, running, update)
    const opened = await visitBoard({ browser, ...placeOf(running, target, bareOrigin) })
    const { moves } = flags.boardScreen
    const dragged = await drag(browser, opened, moves)
    const heard = await hear(opened, other, moves)
    await alike(opened, other)
    await opened.close()
    await client.leave()
    const { page: _page, meter: _meter, close: _close, ...times } = opened
    return { ...times, ...dragged, ...heard }
  })
}

/** Ours is the whole product, signed in; theirs a list of cards and a socket. */
function placeOf(running: Running, { stores }: Target, bareOrigin: string) {
  const { url, headers } = running.address(1)
  const { host, pathname, origin } = new URL(url)
  const room = encodeURIComponent(`${origin}${pathname}`)
  if (!stores) return { url: `${bareOrigin}/?room=${room}`, cookie: null }
  const boardId = decodeURIComponent(pathname).split(':').at(-1)
  return { url: `http://${host}/boards/${boardId}`, cookie: headers.cookie ?? null }
}

async function enter(
  { stores }: Target,
  running: Running,
  update: Uint8Array,
): Promise<{ client: ProtocolClient; other: MovingOther }> {
  const doc = new Y.Doc()
  if (!stores) Y.applyUpdate(doc, update)
  const client = protocolClient(() => running.address(0), doc)
  await client.enter()
  return { client, other: stores ? ourOther(doc) : plainOther(doc) }
}

async function drag(browser: Browser, { page, meter }: OpenBoard, moves: number): Promise<Dragged> {
  const frames: number[] = []
  const dropTasksMs: number[] = []
  let script = 0
  const sentBefore = meter.bytes().sent
  for (let nth = 0; nth < moves; nth++) {
    const stop = await watchFrames(page)
    const before = await meter.scriptMs()
    await dragTo(page, nth % 4, (nth % 4) + 1)
    script += (await meter.scriptMs()) - before
    frames.push(...(await stop()))
    const task = await longestTask(browser, page, async () => {
      await page.mouse.up()
      await page.waitForTimeout(400)
    })
    dropTasksMs.push(task)
  }
  const dropBytes = (meter.bytes().sent - sentBefore) / moves
  return { frames, dragScriptMs: script / moves, dropTasksMs, dropBytes }
}

async function hear({ page, meter }: OpenBoard, other: MovingOther, moves: number): Promise<Heard> {
  const nodes = await watchNodes(page)
  const before = await meter.scriptMs()
  for (let nth = 0; nth < moves; nth++) {
    other.move(nth % 5, (nth + 1) % 5)
    await page.waitForTimeout(200)
  }
  const script = (await meter.scriptMs()) - before
  return { hearScriptMs: script / moves, hearNodes: (await nodes()) / moves }
}

/** Correct first: the screen and the other have as many cards in every column. */
async function alike({ page }: OpenBoard, other: MovingOther): Promise<void> {
  const deadline = Date.now() + 60_000
  for (;;) {
    const [shown, had] = [(await countsOnScreen(page)).join(), other.counts().join()]
    if (shown === had) return
    if (Date.now() > deadline) throw new Error(`The screen shows ${shown} cards for ${had}.`)
    await page.waitForTimeout(200)
  }
}
