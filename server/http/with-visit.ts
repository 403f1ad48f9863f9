/** Routes of a workshop: for members and guests alike. */
import { canInWorkshop, type WorkshopVerb } from '@atelier/shared/access/can-in-workshops'
import { expectedPersonHeader } from '@atelier/shared/people/session'
import { refuse } from '@atelier/shared/refusals'
import type { Context, MiddlewareHandler } from 'hono'
import { guestCookie, isSigned, readClaim, readGuestToken } from '../access/guest-token'
import {
  type Asker,
  guestKeyOf,
  loadWorkshopFacts,
  type WorkshopFacts,
} from '../access/workshop-access-queries'
import type { Deps } from './deps'
import { requireId } from './require-id'
import { whoAsks } from './with-actor'

/** Somebody in, or at the door of, one workshop. `personId` is null for guests. */
export type Visit = WorkshopFacts & { personId: string | null }
export type WithVisit = { Variables: { visit: Visit } }

/** The guest whose cookie for this workshop a request carries, null for none whose signature holds. */
export async function guestOf(c: Context, deps: Deps, workshopId: string): Promise<string | null> {
  const cookie = guestCookie(deps.cookie, workshopId)
  const token = readGuestToken(c.req.header('cookie'), cookie)
  const claim = token === null ? null : readClaim(token)
  if (token === null || !claim || claim.endsAt <= new Date()) return null
  const key = await guestKeyOf(deps.db, { participantId: claim.participantId, workshopId })
  return key && isSigned(token, key) ? claim.participantId : null
}

async function askerOf(c: Context, deps: Deps, workshopId: string): Promise<Asker> {
  const found = await whoAsks(c, deps)
  const participantId = found ? null : await guestOf(c, deps, workshopId)
  const id = found?.actor.personId ?? participantId
  // What somebody left to be sent does not go out as whoever has come in after them.
  const expected = c.req.header(expectedPersonHeader)
  if (id === null || (expected !== undefined && expected !== id)) return refuse('signed-out')
  return participantId === null ? { personId: id } : { participantId }
}

/**
 * `c.var.visit`, for whoever may do this in the workshop that `:workshopId` names. Else signed-out, not-found for who
 * may not even wait at its door, or forbidden.
 */
export function withVisit(deps: Deps, verb: WorkshopVerb): MiddlewareHandler<WithVisit> {
  return async function requireVisit(c, next) {
    const workshopId = requireId(c.req.param('workshopId'))
    const asker = await askerOf(c, deps, workshopId)
    const [facts] = await loadWorkshopFacts(deps.db, [{ asker, roomId: workshopId }])
    if (!facts || facts.padOwnerId !== null) {
      return refuse('participantId' in asker ? 'signed-out' : 'not-found')
    }
    requireInWorkshop(facts, verb)
    c.set('visit', { ...facts, personId: 'personId' in asker ? asker.personId : null })
    await next()
  }
}

export function requireInWorkshop({ rights }: Pick<WorkshopFacts, 'rights'>, verb: WorkshopVerb) {
  if (canInWorkshop(verb, rights)) return
  const knowsOfIt = canInWorkshop('read', rights) || canInWorkshop('wait', rights)
  refuse(knowsOfIt ? 'forbidden' : 'not-found')
}

/** Whoever visits, as others are told of them; forbidden where they are nobody. */
export const visitorOf = ({ personId, seat }: Visit) => personId ?? seat?.id ?? refuse('forbidden')

/** The seat of whoever visits; forbidden without one. */
export const seatOf = ({ seat }: Visit) => seat ?? refuse('forbidden')
