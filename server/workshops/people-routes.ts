import { canInWorkshop } from '@atelier/shared/access/can-in-workshops'
import { roomName } from '@atelier/shared/sync/room-name'
import { changeParticipant, changeSeat } from '@atelier/shared/workshops/workshop'
import { Hono } from 'hono'
import { forgetToken } from '../access/cookie'
import { guestCookie } from '../access/guest-token'
import type { Deps } from '../http/deps'
import { rateLimit } from '../http/rate-limit'
import { requireId } from '../http/require-id'
import { withBody } from '../http/with-body'
import { requireInWorkshop, seatOf, visitorOf, withVisit } from '../http/with-visit'
import { inAWhile } from './in-a-while'
import {
  changeOwnSeat,
  changeParticipantRow,
  endGuests,
  leaveSeat,
  listParticipants,
} from './people-queries'
import { tellWorkshop } from './tell-workshop'
import { oneWorkshop } from './workshop-routes'

/** Who is in a workshop. */
export function peopleRoutes(deps: Deps) {
  const take = rateLimit(inAWhile)
  return new Hono()
    .get(`${oneWorkshop}/people`, withVisit(deps, 'read'), async (c) => {
      const { workshop, rights } = c.var.visit
      const wall = roomName('workshop', workshop.id)
      return c.json(
        await listParticipants(deps.db, workshop, {
          people: deps.whoIsHere([wall]).get(wall) ?? [],
          isFacilitating: canInWorkshop('facilitate', rights),
        }),
      )
    })

    .patch(`${oneWorkshop}/me`, withVisit(deps, 'wait'), withBody(changeSeat), async (c) => {
      const { visit } = c.var
      const change = c.req.valid('json')
      take(visitorOf(visit))
      if (change.doneStageId !== undefined) requireInWorkshop(visit, 'write')
      const seat = seatOf(visit)
      await changeOwnSeat(deps.db, seat, change)
      // In the room a guest is called as here.
      if (change.name !== undefined) deps.accessChanges.report({ personIds: [seat.id] })
      tellWorkshop(deps, visit.workshop.id, ['workshop-people', 'workshop'])
      return c.body(null, 204)
    })

    .post(`${oneWorkshop}/leave`, withVisit(deps, 'wait'), async (c) => {
      const { visit } = c.var
      const { id, personId } = seatOf(visit)
      take(visitorOf(visit))
      await leaveSeat(deps.db, id)
      if (visit.personId === null) {
        const gone = forgetToken(guestCookie(deps.cookie, visit.workshop.id))
        c.header('Set-Cookie', gone, { append: true })
      }
      tellSeat(deps, visit.workshop.id, [personId ?? id])
      return c.body(null, 204)
    })

    .patch(
      `${oneWorkshop}/people/:participantId`,
      withVisit(deps, 'facilitate'),
      withBody(changeParticipant),
      async (c) => {
        const { workshop } = c.var.visit
        const participantId = requireId(c.req.param('participantId'))
        const change = c.req.valid('json')
        const who = await changeParticipantRow(deps.db, workshop.id, participantId, change)
        tellSeat(deps, workshop.id, [who])
        return c.body(null, 204)
      },
    )

    .post(`${oneWorkshop}/guests/end`, withVisit(deps, 'facilitate'), async (c) => {
      const { workshop } = c.var.visit
      tellSeat(deps, workshop.id, await endGuests(deps.db, workshop.id))
      return c.body(null, 204)
    })
}

/** What these may do has changed: their rooms ask again, and they hear of it also where it is the last they hear. */
function tellSeat(deps: Deps, workshopId: string, personIds: string[]) {
  if (personIds.length > 0) deps.accessChanges.report({ personIds })
  deps.notices.tell({ what: 'workshop', id: workshopId }, { kind: 'people', personIds })
  tellWorkshop(deps, workshopId, ['workshop-people', 'workshop'])
}
