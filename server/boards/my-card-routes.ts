import { Hono } from 'hono'
import type { Deps } from '../http/deps'
import { withActor } from '../http/with-actor'
import { loadMyCards } from './my-card-queries'

/** One person's cards on all boards. */
export const myCardRoutes = (deps: Deps) =>
  new Hono().get('/me/cards', withActor(deps), async (c) =>
    c.json(await loadMyCards(deps.db, c.var.actor)),
  )
