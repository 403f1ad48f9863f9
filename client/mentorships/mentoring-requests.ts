import type { PutAgendaItem, PutFollowUp, PutSession } from '@atelier/shared/mentorships/mentoring'
import { api, ask } from '../api/api'
import type { LiveKey } from '../api/live-keys'

const renews: LiveKey[] = [['mentorships']]
const one = api.mentorships[':id']
const session = one.sessions[':mentoringSessionId']
const item = one.agenda[':itemId']
const followUp = one['follow-ups'][':followUpId']

/** All that writes in a mentorship; each under an id of its own, so that what is sent twice is there once. */
export const mentoringRequests = (id: string) => ({
  renews,
  putSession: ({ id: mentoringSessionId, ...json }: PutSession & { id: string }) =>
    ask(session.$put({ param: { id, mentoringSessionId }, json })),
  deleteSession: (mentoringSessionId: string) =>
    ask(session.$delete({ param: { id, mentoringSessionId } })),
  putItem: ({ id: itemId, ...json }: PutAgendaItem & { id: string }) =>
    ask(item.$put({ param: { id, itemId }, json })),
  deleteItem: (itemId: string) => ask(item.$delete({ param: { id, itemId } })),
  putFollowUp: ({ id: followUpId, ...json }: PutFollowUp & { id: string }) =>
    ask(followUp.$put({ param: { id, followUpId }, json })),
  deleteFollowUp: (followUpId: string) => ask(followUp.$delete({ param: { id, followUpId } })),
})
