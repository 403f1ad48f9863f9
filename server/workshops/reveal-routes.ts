import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { nameNote } from '@atelier/shared/workshops/own-note'
import { setAuthor } from '@atelier/shared/workshops/wall-edits'
import { Hono } from 'hono'
import type { Deps } from '../http/deps'
import { rateLimit } from '../http/rate-limit'
import { requireId } from '../http/require-id'
import { withBody } from '../http/with-body'
import { requireInWorkshop, seatOf, withVisit } from '../http/with-visit'
import { inAWhile } from './in-a-while'
import { isOwnNote, listOwnNotes } from './own-note-queries'
import { revealStages } from './reveal-stages'
import { oneWorkshop } from './workshop-routes'

/** What was written unseen: when it comes onto the wall, and whether its author puts their name to it. */
export function revealRoutes(deps: Deps) {
  const take = rateLimit(inAWhile)
  return (
    new Hono()
      .post(`${oneWorkshop}/stages/:stageId/reveal`, withVisit(deps, 'facilitate'), async (c) => {
        await revealStages(deps, c.var.visit.workshop.id, [requireId(c.req.param('stageId'))])
        return c.body(null, 204)
      })

      .get(`${oneWorkshop}/my-notes`, withVisit(deps, 'read'), async (c) => {
        const { seat, workshop } = c.var.visit
        const author = seat && { workshopId: workshop.id, participantId: seat.id }
        return c.json({ ids: author ? await listOwnNotes(deps.db, author) : [] })
      })

      /** A name is put to a note while people write; it is taken off whenever its author likes. */
      .put(
        `${oneWorkshop}/notes/:noteId/name`,
        withVisit(deps, 'read'),
        withBody(nameNote),
        async (c) => {
          const { visit } = c.var
          const { named } = c.req.valid('json')
          const noteId = requireId(c.req.param('noteId'))
          if (named) requireInWorkshop(visit, 'write')
          const { id: participantId, name } = seatOf(visit)
          take(participantId)
          const workshopId = visit.workshop.id
          if (!(await isOwnNote(deps.db, { workshopId, participantId }, noteId)))
            refuse('not-found')
          await deps.rooms.edit(roomName('workshop', workshopId), (wall) => {
            setAuthor(wall, noteId, named ? name : null)
          })
          return c.body(null, 204)
        },
      )
  )
}
