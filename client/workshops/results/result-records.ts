/** What is voted, answered and decided in a workshop, as live hooks, and what is done about it. */
import type { Answer, AnswerPage } from '@atelier/shared/workshops/answer'
import type {
  ChangeResult,
  LastTime,
  Result,
  ResultKind,
  SendToBoard,
} from '@atelier/shared/workshops/result'
import type { WorkshopSummary } from '@atelier/shared/workshops/summary'
import type { VotePage } from '@atelier/shared/workshops/vote'
import { api, ask } from '../../api/api'
import type { LiveKey } from '../../api/live-keys'
import { useLiveQuery } from '../../api/use-live-query'

const one = api.workshops[':workshopId']
const stageRoute = one.stages[':stageId']

export type StageAt = { workshopId: string; stageId: string }

export const resultsKey = (workshopId: string): LiveKey => ['workshop-results', workshopId]

export const askVotePage = (at: StageAt): Promise<VotePage> =>
  ask(stageRoute.votes.$get({ param: at }))

export const useVotePage = (at: StageAt) =>
  useLiveQuery(['workshop-results', at.workshopId, 'votes', at.stageId], () => askVotePage(at))

export const putVote = (at: StageAt, json: { target: string; dots: number }) =>
  ask(stageRoute.votes.$put({ param: at, json }))

export const closeStage = (at: StageAt) => ask(stageRoute.close.$post({ param: at }))
export const openStage = (at: StageAt) => ask(stageRoute.open.$post({ param: at }))

export const useAnswerPage = (at: StageAt) =>
  useLiveQuery(
    ['workshop-results', at.workshopId, 'answer', at.stageId],
    (): Promise<AnswerPage> => ask(stageRoute.answer.$get({ param: at })),
  )

export const putAnswer = (at: StageAt, json: Answer) =>
  ask(stageRoute.answer.$put({ param: at, json }))

export const useResults = (workshopId: string) =>
  useLiveQuery(
    ['workshop-results', workshopId, 'results'],
    (): Promise<Result[]> => ask(one.results.$get({ param: { workshopId } })),
  )

export type NewResultWish = { id: string; kind: ResultKind } & Required<ChangeResult>

export const addResult = (workshopId: string, json: NewResultWish) =>
  ask(one.results.$post({ param: { workshopId }, json: { ...json, noteId: null } }))

const oneResult = one.results[':resultId']
export const changeResult = (
  workshopId: string,
  { id: resultId, ...json }: ChangeResult & { id: string },
) => ask(oneResult.$patch({ param: { workshopId, resultId }, json }))

export const deleteResult = (workshopId: string, resultId: string) =>
  ask(oneResult.$delete({ param: { workshopId, resultId } }))

export const useSummary = (workshopId: string) =>
  useLiveQuery(
    ['workshop-results', workshopId, 'summary'],
    (): Promise<WorkshopSummary> => ask(one.summary.$get({ param: { workshopId } })),
  )

export const useLastTime = (workshopId: string) =>
  useLiveQuery(
    ['workshop-results', workshopId, 'last'],
    (): Promise<{ last: LastTime | null }> => ask(one.last.$get({ param: { workshopId } })),
  )

export const sendToBoard = (workshopId: string, json: SendToBoard) =>
  ask(one.send.$post({ param: { workshopId }, json }))

export const makeSummaryDoc = (workshopId: string, id: string) =>
  ask(one.doc.$post({ param: { workshopId }, json: { id } }))
