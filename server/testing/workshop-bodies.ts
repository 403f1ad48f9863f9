/** Of the good bodies, those of workshops and kits. */
import { startStopContinue } from '@atelier/shared/workshops/kits/retrospectives'
import type { Ids } from './good-bodies'

const { title, purpose, stages } = startStopContinue

export const workshopBodies: Record<string, (ids: Ids) => unknown> = {
  'POST /api/projects/:id/workshops': () => ({
    ...{ title: 'Retrospective', kit: 'start-stop-continue', language: 'en' },
  }),
  'PATCH /api/workshops/:workshopId': () => ({ roams: true }),
  'PATCH /api/workshops/:workshopId/me': () => ({ name: 'Somebody' }),
  'PATCH /api/workshops/:workshopId/people/:participantId': () => ({ state: 'removed' }),
  'POST /api/workshops/:workshopId/stage': (ids) => ({ stageId: ids.stage, from: null }),
  'PUT /api/workshops/:workshopId/notes/:noteId/name': () => ({ named: true }),
  'POST /api/workshops/:workshopId/timer': () => ({ act: 'start', seconds: 60 }),
  'PUT /api/workshops/:workshopId/stages/:stageId/votes': () => ({
    ...{ target: crypto.randomUUID(), dots: 0 },
  }),
  'PUT /api/workshops/:workshopId/stages/:stageId/answer': () => ({ mark: 4, words: 'Awake' }),
  'POST /api/workshops/:workshopId/results': () => ({
    ...{ id: crypto.randomUUID(), kind: 'decision', words: 'We meet less', noteId: null },
    ...{ ownerId: null, due: null },
  }),
  'PATCH /api/workshops/:workshopId/results/:resultId': () => ({ words: 'We meet more' }),
  'POST /api/workshops/:workshopId/send': (ids) => ({
    ...{ boardId: ids.board, column: 'column', results: [], notes: [crypto.randomUUID()] },
  }),
  'POST /api/workshops/:workshopId/doc': () => ({ id: crypto.randomUUID() }),
  'POST /api/kits': () => ({ id: crypto.randomUUID(), title, purpose, stages }),
  'PUT /api/kits/:kitId': () => ({ basedOn: 1, title, purpose, stages }),
}
