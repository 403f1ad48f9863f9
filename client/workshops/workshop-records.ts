/** One workshop as the server knows it, for members and guests alike, and what is done in it. */
import type {
  ChangeTimer,
  Doorplate,
  Participant,
  WorkshopPage,
} from '@atelier/shared/workshops/workshop'
import { useQuery } from '@tanstack/react-query'
import { api, ask } from '../api/api'
import { mayPassSoon } from '../api/query-client'
import type { RequestFailed } from '../api/request-failed'
import { liveQuery } from '../api/use-live-query'
import { waitsTurn } from '../api/wait-turn'
import { timed } from './timer/server-clock'

const one = api.workshops[':workshopId']

/** `askAgainMs`: how often it is asked for even without a notice. */
export const useWorkshop = (workshopId: string, { askAgainMs }: { askAgainMs?: number } = {}) =>
  useQuery({
    ...liveQuery(['workshop', workshopId], () =>
      timed((): Promise<WorkshopPage> => ask(one.$get({ param: { workshopId } }))),
    ),
    refetchInterval: askAgainMs ?? false,
  })

export const useWorkshopPeople = (workshopId: string) =>
  useQuery({
    ...liveQuery(
      ['workshop-people', workshopId],
      (): Promise<Participant[]> => ask(one.people.$get({ param: { workshopId } })),
    ),
  })

/** What hangs beside the door of a code. */
export const useDoorplate = (code: string) =>
  useQuery<Doorplate, RequestFailed>({
    queryKey: ['doorplate', code],
    queryFn: () => ask(api.workshops['look-up'].$post({ json: { code } })),
    retry: (count, error) => waitsTurn.retry(count, error) || mayPassSoon(count, error),
    retryDelay: (count, error) =>
      waitsTurn.retry(count, error) ? waitsTurn.retryDelay(count, error) : 1000 * 2 ** count,
  })

export const joinWorkshop = (wish: {
  code: string
  nickname: string
}): Promise<{ workshopId: string }> => ask(api.workshops.join.$post({ json: wish }))

export const takeSeat = (workshopId: string) => ask(one.seat.$post({ param: { workshopId } }))
export const leaveWorkshop = (workshopId: string) => ask(one.leave.$post({ param: { workshopId } }))

export const changeSeat = (
  workshopId: string,
  json: { name?: string; doneStageId?: string | null },
) => ask(one.me.$patch({ param: { workshopId }, json }))

export const changeParticipant = (
  workshopId: string,
  participantId: string,
  json: { state?: 'in' | 'removed'; role?: 'facilitator' | 'participant' },
) => ask(one.people[':participantId'].$patch({ param: { workshopId, participantId }, json }))

export const changeWorkshop = (
  workshopId: string,
  json: { title?: string; lobby?: boolean; locked?: boolean; roams?: boolean },
) => ask(one.$patch({ param: { workshopId }, json }))

export const goToStage = (workshopId: string, json: { stageId: string; from: string | null }) =>
  ask(one.stage.$post({ param: { workshopId }, json }))

export const changeTimer = (workshopId: string, json: ChangeTimer) =>
  ask(one.timer.$post({ param: { workshopId }, json }))

export const endWorkshop = (workshopId: string) => ask(one.end.$post({ param: { workshopId } }))
export const reopenWorkshop = (workshopId: string) =>
  ask(one.reopen.$post({ param: { workshopId } }))
export const renewCode = (workshopId: string) => ask(one.code.$post({ param: { workshopId } }))
export const endGuests = (workshopId: string) =>
  ask(one.guests.end.$post({ param: { workshopId } }))

export const revealStage = (workshopId: string, stageId: string) =>
  ask(one.stages[':stageId'].reveal.$post({ param: { workshopId, stageId } }))
