import type { Page } from '@playwright/test'

export type Point = { x: number; y: number }
export type Place = () => Promise<Point>

/** One finger on a touch screen. */
export async function touch(page: Page) {
  const devtools = await page.context().newCDPSession(page)
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', touchPoints: Point[]) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints })
  let now: Point = { x: 0, y: 0 }
  return {
    async down(place: Place) {
      now = await place()
      await send('touchStart', [now])
    },
    async move(place: Place) {
      const to = await place()
      for (const point of pointsBetween(now, to)) await send('touchMove', [point])
      now = to
    },
    up: () => send('touchEnd', []),
    /** It is on its way as soon as it is down: a finger that rests first would lift the card. */
    async swipe(place: Place, towards: Place) {
      const [from, to] = [await place(), await towards()]
      const [first = to, ...others] = pointsBetween(from, to)
      await Promise.all([send('touchStart', [from]), send('touchMove', [first])])
      for (const point of others) await send('touchMove', [point])
      await send('touchEnd', [])
    },
  }
}

function pointsBetween(from: Point, to: Point): Point[] {
  return Array.from({ length: 10 }, (_, step) => ({
    x: from.x + ((to.x - from.x) * (step + 1)) / 10,
    y: from.y + ((to.y - from.y) * (step + 1)) / 10,
  }))
}
