import { joinWorkshop, lookUpWorkshop, readCode } from '@atelier/shared/workshops/workshop'
import { type Context, Hono } from 'hono'
import { writeToken } from '../access/cookie'
import { guestCookie, signGuest } from '../access/guest-token'
import type { Asker } from '../access/workshop-access-queries'
import { clientAddress } from '../http/client-address'
import type { Deps } from '../http/deps'
import { rateLimit } from '../http/rate-limit'
import { whoAsks } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { guestOf } from '../http/with-visit'
import { doorplateOf, loadDoor, type Seated, sitDown } from './door-queries'
import { tellWorkshop } from './tell-workshop'

const minuteMs = 60_000

/** The way in by a link: for the public, in which nobody is signed in. */
export function doorRoutes(deps: Deps) {
  // A whole class is often one address.
  const takeLookUp = rateLimit({ most: 240, windowMs: minuteMs })
  const takeJoin = rateLimit({ most: 120, windowMs: minuteMs })
  /** From however many addresses: asked before the database is, so that nobody else waits for a crowd. */
  const takeLookUpOf = rateLimit({ most: 100, windowMs: 1000 })
  const takeJoinOf = rateLimit({ most: 30, windowMs: 1000 })
  const takeAny = rateLimit({ most: 200, windowMs: 1000 })
  function doorOf(typed: string, takeOf: (code: string) => void) {
    const code = readCode(typed)
    if (code !== null) takeOf(code)
    takeAny('')
    return loadDoor(deps.db, code)
  }

  return (
    new Hono()
      .post('/workshops/look-up', withBody(lookUpWorkshop), async (c) => {
        takeLookUp(clientAddress(c, deps.trustProxy))
        return c.json(doorplateOf(await doorOf(c.req.valid('json').code, takeLookUpOf)))
      })

      /** With an account one sits down as who one is, and the nickname is for nothing. */
      .post('/workshops/join', withBody(joinWorkshop), async (c) => {
        takeJoin(clientAddress(c, deps.trustProxy))
        const { code, nickname } = c.req.valid('json')
        const door = await doorOf(code, takeJoinOf)
        const asker = await askerAtDoor(c, deps, door.id)
        const seated = await sitDown(deps.db, door, { asker, nickname })
        giveToken(c, deps, door.id, seated)
        if (asker && 'personId' in asker) deps.accessChanges.report({ personIds: [asker.personId] })
        tellWorkshop(deps, door.id, ['workshop-people', 'workshop'])
        return c.json({ workshopId: door.id })
      })
  )
}

async function askerAtDoor(c: Context, deps: Deps, workshopId: string): Promise<Asker | null> {
  const found = await whoAsks(c, deps)
  if (found) return { personId: found.actor.personId }
  const participantId = await guestOf(c, deps, workshopId)
  return participantId === null ? null : { participantId }
}

function giveToken(c: Context, deps: Deps, workshopId: string, seated: Seated) {
  const { participantId, endsAt, guestKey } = seated
  if (endsAt === null) return
  const token = signGuest({ participantId, endsAt }, guestKey)
  const cookie = writeToken(token, endsAt, guestCookie(deps.cookie, workshopId))
  c.header('Set-Cookie', cookie, { append: true })
}
