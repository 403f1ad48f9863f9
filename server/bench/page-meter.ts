/** What a page costs its browser: script, bytes, frames, the longest task. */
import type { Browser, CDPSession, Page } from '@playwright/test'

export type PageMeter = {
  /** Of script so far, in ms. */
  scriptMs(): Promise<number>
  /** Files as they came over the wire, and what the sockets carried, before they packed it. */
  bytes(): { got: number; sent: number }
}

export async function meterPage(page: Page): Promise<PageMeter> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  await session.send('Network.enable')
  const bytes = countBytes(session)
  return {
    async scriptMs() {
      const { metrics } = await session.send('Performance.getMetrics')
      return (metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0) * 1000
    },
    bytes: () => ({ ...bytes }),
  }
}

function countBytes(session: CDPSession): { got: number; sent: number } {
  const bytes = { got: 0, sent: 0 }
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes.got += encodedDataLength
  })
  session.on('Network.webSocketFrameReceived', ({ response }) => {
    bytes.got += sizeOf(response)
  })
  session.on('Network.webSocketFrameSent', ({ response }) => {
    bytes.sent += sizeOf(response)
  })
  return bytes
}

const binary = 2
const sizeOf = ({ opcode, payloadData }: { opcode: number; payloadData: string }) =>
  opcode === binary ? Buffer.byteLength(payloadData, 'base64') : payloadData.length

/** From now on, how far one frame is from the next, in ms. */
export async function watchFrames(page: Page): Promise<() => Promise<number[]>> {
  await page.evaluate(() => {
    // No function with a name: what is evaluated in a page knows nothing of what names them here.
    const frames = {
      intervals: [] as number[],
      last: 0,
      isOver: false,
      next(now: number) {
        if (frames.last > 0) frames.intervals.push(now - frames.last)
        frames.last = now
        if (!frames.isOver) requestAnimationFrame(frames.next)
      },
    }
    Object.assign(window, { frames })
    requestAnimationFrame(frames.next)
  })
  return () =>
    page.evaluate(() => {
      const { frames } = window as unknown as { frames: { intervals: number[]; isOver: boolean } }
      frames.isOver = true
      return frames.intervals
    })
}

/** The longest a page's main thread was busy without a pause while `work` was done, in ms. */
export async function longestTask(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, { categories: ['toplevel', '__metadata', 'devtools.timeline'] })
  await work()
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as Trace
  const threadOf = ({ pid, tid }: TraceEvent) => `${pid} ${tid}`
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(threadOf),
  )
  const tasks = traceEvents.filter(
    (event) => /(^|::)RunTask$/.test(event.name) && main.has(threadOf(event)),
  )
  return Math.max(0, ...tasks.map(({ dur = 0 }) => dur)) / 1000
}

type TraceEvent = {
  name: string
  pid: number
  tid: number
  /** In µs. */
  dur?: number
  args?: { name?: string }
}
type Trace = { traceEvents: TraceEvent[] }
