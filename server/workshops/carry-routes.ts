import { newDocUpdate } from '@atelier/shared/docs/new-doc'
import { id } from '@atelier/shared/people/person'
import { refuse } from '@atelier/shared/refusals'
import { roomName } from '@atelier/shared/sync/room-name'
import { sendToBoard } from '@atelier/shared/workshops/result'
import { putSentCards } from '@atelier/shared/workshops/send-to-board-edits'
import { Hono } from 'hono'
import * as z from 'zod'
import { loadProject } from '../access/project-access-queries'
import { requireCan } from '../access/require-can'
import { editableBoardOf } from '../boards/editable-board'
import { hasMade } from '../docs/doc-queries'
import { createDoc } from '../docs/new-doc-queries'
import type { Deps } from '../http/deps'
import { withActor } from '../http/with-actor'
import { withBody } from '../http/with-body'
import { type Visit, withVisit } from '../http/with-visit'
import { loadMe } from '../people/person-queries'
import { tellProject } from '../projects/tell-project'
import { loadSummary } from './load-summary'
import { claimResults, giveBackResults } from './result-queries'
import { cardsOfNotes, cardsOfResults } from './sent-cards'
import { summaryBody } from './summary-body'
import { assignableAmong } from './summary-queries'
import { summaryWords } from './summary-words'
import { tellWorkshop } from './tell-workshop'
import { oneWorkshop } from './workshop-routes'

/** The doc's id is chosen by whoever makes it, so that asking again makes it once. */
const newSummaryDoc = z.object({ id })

/** What came of a workshop becomes work of its project: cards, and a doc. */
export const carryRoutes = (deps: Deps) =>
  new Hono()
    .post(
      `${oneWorkshop}/send`,
      withActor(deps),
      withVisit(deps, 'carry'),
      withBody(sendToBoard),
      async (c) => {
        const { actor, visit } = c.var
        const wish = c.req.valid('json')
        const board = await editableBoardOf(deps, actor, wish.boardId)
        // What is said in a workshop stays among those who read its project.
        if (board.project.id !== visit.project.id) refuse('not-found')
        await send(deps, visit, { ...wish, personId: actor.personId })
        tellWorkshop(deps, visit.workshop.id, ['workshop-results'])
        return c.body(null, 204)
      },
    )

    .post(
      `${oneWorkshop}/doc`,
      withActor(deps),
      withVisit(deps, 'carry'),
      withBody(newSummaryDoc),
      async (c) => {
        const { actor, visit } = c.var
        const { id: docId } = c.req.valid('json')
        const project = await loadProject(deps.db, actor, visit.project.id)
        requireCan(actor, 'edit', project)
        const place = { id: docId, projectId: project.id, createdBy: actor.personId }
        if (await hasMade(deps.db, place)) return c.json({ id: docId }, 201)
        const { language } = visit.workshop
        const summary = await loadSummary(deps, visit)
        const title = summaryWords(language).results.replace('{title}', () => summary.title)
        const update = newDocUpdate({ title, body: summaryBody(summary, language) })
        await createDoc(deps.db, actor, project, { id: docId, title, parentId: null, update })
        tellProject(deps, project.id)
        return c.json({ id: docId }, 201)
      },
    )

type Send = z.infer<typeof sendToBoard> & { personId: string }

async function send(deps: Deps, visit: Visit, wish: Send): Promise<void> {
  const { db, rooms } = deps
  const { personId, boardId, column } = wish
  const words = summaryWords((await loadMe(db, personId)).language)
  const summary = await loadSummary(deps, visit)
  const place = { workshopId: summary.id, boardId }
  const claimed = await claimResults(db, place, wish.results)
  try {
    const owners = claimed.flatMap(({ ownerPersonId }) => ownerPersonId ?? [])
    const assignable = await assignableAmong(db, visit.project.id, owners)
    const cards = [
      ...cardsOfNotes(summary, wish.notes, words),
      ...cardsOfResults(summary, claimed, { words, assignable }),
    ]
    let isThere = true
    const to = { column, createdBy: personId }
    const write = (doc: Parameters<typeof putSentCards>[0]) => {
      isThere = putSentCards(doc, cards, to)
    }
    await rooms.edit(roomName('board', boardId), write, personId)
    if (!isThere) refuse('invalid', { fields: [{ field: 'column', problem: 'gone' }] })
  } catch (error) {
    await giveBackResults(
      db,
      claimed.flatMap(({ id: resultId, isNew }) => (isNew ? resultId : [])),
    )
    throw error
  }
}
