import {
  askInbox,
  type InboxCount,
  type InboxPage,
  type InboxSettings,
  inboxSettings,
  markInbox,
} from '@atelier/shared/inbox/inbox'
import { Hono } from 'hono'
import { validator } from 'hono/validator'
import type { Deps } from '../http/deps'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { countUnread, listInbox } from './inbox-list-queries'
import { listOff, markItems, setOff } from './inbox-queries'
import { tellInbox } from './tell-inbox'

const ask = validator('query', (query: Record<string, string | string[]>) => askInbox.parse(query))

/** What somebody is told. Nobody sees another's. */
export const inboxRoutes = (deps: Deps) =>
  new Hono()
    .get('/me/inbox', withActor(deps), ask, async (c) =>
      c.json<InboxPage>(await listInbox(deps.db, c.var.actor, c.req.valid('query'))),
    )

    .get('/me/inbox/unread', withActor(deps), async (c) =>
      c.json<InboxCount>({ unread: await countUnread(deps.db, c.var.actor) }),
    )

    .patch('/me/inbox', withActor(deps), withBody(markInbox), async (c) => {
      const { personId } = c.var.actor
      await markItems(deps.db, personId, c.req.valid('json'))
      tellInbox(deps, [personId])
      return c.body(null, 204)
    })

    .get('/me/inbox/settings', withActor(deps), async (c) =>
      c.json<InboxSettings>({ off: await listOff(deps.db, c.var.actor.personId) }),
    )

    .put('/me/inbox/settings', withActor(deps), withBody(inboxSettings), async (c) => {
      const { personId } = c.var.actor
      await setOff(deps.db, personId, c.req.valid('json').off)
      tellInbox(deps, [personId])
      return c.body(null, 204)
    })
