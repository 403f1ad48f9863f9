/** Training plans and records, as live hooks. */
import type { PlanPage, PlanRow } from '@atelier/shared/training/plan'
import type { RecordPage, RecordRow, WeekPage } from '@atelier/shared/training/record'
import { api, ask } from '../api/api'
import { useLiveQuery } from '../api/use-live-query'

export const useTrainingRecords = () =>
  useLiveQuery(
    ['training', 'records'],
    (): Promise<RecordRow[]> => ask(api.training.records.$get()),
  )

export const usePlans = () =>
  useLiveQuery(['training', 'plans'], (): Promise<PlanRow[]> => ask(api.training.plans.$get()))

export const askPlan = (planId: string): Promise<PlanPage> =>
  ask(api.training.plans[':planId'].$get({ param: { planId } }))

export const useTrainingRecord = (recordId: string) =>
  useLiveQuery(
    ['training', recordId],
    (): Promise<RecordPage> => ask(api.training.records[':recordId'].$get({ param: { recordId } })),
  )

export const useTrainingWeek = (recordId: string, week: string) =>
  useLiveQuery(
    ['training', recordId, week],
    (): Promise<WeekPage> =>
      ask(api.training.records[':recordId'].weeks[':week'].$get({ param: { recordId, week } })),
  )

export const weekRoute = api.training.records[':recordId'].weeks[':week']
export const recordRoute = api.training.records[':recordId']
