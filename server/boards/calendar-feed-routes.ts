import type { CalendarFeed, NewCalendarFeed, OwnFeed } from '@atelier/shared/boards/calendar-feed'
import { refuse } from '@atelier/shared/refusals'
import { type Context, Hono } from 'hono'
import { deleteFeedsOf, requireWayIn } from '../access/end-ways-in-queries'
import { hashOf } from '../access/hash-of'
import { clientAddress } from '../http/client-address'
import type { Deps } from '../http/deps'
import { rateLimit } from '../http/rate-limit'
import { requireId } from '../http/require-id'
import { type WithActor, withActor } from '../http/with-actor'
import { loadRoom } from '../projects/room-queries'
import { deleteFeed, loadFeed, loadOpenFeed, putFeed } from './calendar-feed-queries'
import { feedText } from './feed-text'
import { deleteOwnFeed, loadOwnFeeds, noteFetched } from './own-feed-queries'

const minuteMs = 60_000

/** Due dates for calendars outside, which cannot sign in: the address is the secret. */
export function calendarFeedRoutes(deps: Deps) {
  const take = rateLimit({ most: 120, windowMs: minuteMs })
  /** From however many addresses. */
  const takeOfFeed = rateLimit({ most: 6, windowMs: minuteMs })
  return (
    new Hono()
      .get('/feeds/:file', async (c) => {
        take(clientAddress(c, deps.trustProxy))
        const feed = await loadOpenFeed(deps.db, c.req.param('file').replace(/\.ics$/, ''))
        takeOfFeed(feed.id)
        const text = await feedText(deps, feed, originOf(c, deps))
        await noteFetched(deps.db, feed.id)
        const etag = `"${hashOf(text)}"`
        c.header('ETag', etag)
        c.header('Cache-Control', 'private, no-cache')
        if (c.req.header('if-none-match') === etag) return c.body(null, 304)
        c.header('Content-Disposition', 'inline; filename="atelier.ics"')
        return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8' })
      })

      .get('/me/calendar-feed', withActor(deps), async (c) => answer(deps, c, null))
      .post('/me/calendar-feed', withActor(deps), async (c) => make(deps, c, null))
      .delete('/me/calendar-feed', withActor(deps), async (c) => revoke(deps, c, null))

      .get('/boards/:id/calendar-feed', withActor(deps), async (c) =>
        answer(deps, c, await boardTo(deps, c)),
      )
      .post('/boards/:id/calendar-feed', withActor(deps), async (c) =>
        make(deps, c, await boardTo(deps, c)),
      )
      .delete('/boards/:id/calendar-feed', withActor(deps), async (c) =>
        revoke(deps, c, await boardTo(deps, c)),
      )

      /** All of one's own, wherever they were made; their addresses are told to nobody twice. */
      .get('/me/calendar-feeds', withActor(deps), async (c) =>
        c.json<OwnFeed[]>(await loadOwnFeeds(deps.db, c.var.actor)),
      )
      .delete('/me/calendar-feeds', withActor(deps), async (c) => {
        const { personId } = c.var.actor
        await deleteFeedsOf(deps.db, personId)
        tellOwn(deps, personId)
        return c.body(null, 204)
      })
      .delete('/me/calendar-feeds/:feedId', withActor(deps), async (c) => {
        const { personId } = c.var.actor
        const id = requireId(c.req.param('feedId'))
        if (!(await deleteOwnFeed(deps.db, personId, id))) refuse('not-found')
        tellOwn(deps, personId)
        return c.body(null, 204)
      })
  )
}

async function answer({ db }: Deps, c: Context<WithActor>, boardId: string | null) {
  const { personId } = c.var.actor
  return c.json<{ feed: CalendarFeed }>({ feed: await loadFeed(db, { personId, boardId }) })
}

async function make(deps: Deps, c: Context<WithActor>, boardId: string | null) {
  const { personId } = c.var.actor
  const token = await deps.db.transaction(async (tx) => {
    await requireWayIn(tx, personId, c.var.session.id)
    return putFeed(tx, { personId, boardId })
  })
  tellOwn(deps, personId)
  return c.json<NewCalendarFeed>({ token }, 201)
}

async function revoke(deps: Deps, c: Context<WithActor>, boardId: string | null) {
  const { personId } = c.var.actor
  await deleteFeed(deps.db, { personId, boardId })
  tellOwn(deps, personId)
  return c.body(null, 204)
}

/** Their other windows show the list, too. */
const tellOwn = ({ notices }: Deps, personId: string) =>
  notices.tell({ what: 'session' }, { kind: 'people', personIds: [personId] })

/** Whoever may read a board may have its days in their calendar. */
const boardTo = async (deps: Deps, c: Context<WithActor>): Promise<string> =>
  (await loadRoom(deps.db, c.var.actor, 'board', requireId(c.req.param('id')))).id

/** As it was asked for where that is ours, never what a stranger says we are called. */
function originOf(c: Context, { origins }: Deps): string {
  const { host, protocol } = new URL(c.req.url)
  const asked = [`${protocol}//${host}`, `https://${host}`].find((origin) => origins.has(origin))
  return asked ?? [...origins][0] ?? ''
}
