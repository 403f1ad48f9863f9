import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { RequestFailed } from '../../api/request-failed'
import { useChange } from '../../api/use-change'
import { toast } from '../../ui/toast'
import {
  changeWorkshop,
  endGuests,
  endWorkshop,
  goToStage,
  renewCode,
  reopenWorkshop,
  revealStage,
} from '../workshop-records'

/** Where everybody goes from here. */
export function useGoTo(page: WorkshopPage) {
  return useWorkshopChange(page.id, async (stageId: string) => {
    try {
      await goToStage(page.id, { stageId, from: page.stageId })
    } catch (error) {
      // Another facilitator was first: what they chose is shown instead.
      if (!(error instanceof RequestFailed) || error.code !== 'conflict') throw error
    }
  })
}

export const useReveal = (workshopId: string) =>
  useWorkshopChange(workshopId, (stageId: string) => revealStage(workshopId, stageId))

export const useDoorChange = (workshopId: string) =>
  useWorkshopChange(workshopId, (change: { lobby?: boolean; locked?: boolean; roams?: boolean }) =>
    changeWorkshop(workshopId, change),
  )

export function useRenewCode(workshopId: string) {
  const { t } = useTranslation('workshops')
  return useWorkshopChange(workshopId, async () => {
    await renewCode(workshopId)
    toast({ text: t('door.newLink') })
  })
}

export const useEndGuests = (workshopId: string) =>
  useWorkshopChange(workshopId, () => endGuests(workshopId))

/** With the way back in the toast: it ends for everybody. */
export function useEnd(workshopId: string, done: () => void) {
  const { t } = useTranslation('workshops')
  const { mutate: reopen } = useReopen(workshopId)
  const end = useCallback(async () => {
    await endWorkshop(workshopId)
    done()
    toast({
      text: t('end.ended'),
      action: { label: t('end.reopen'), onPress: () => reopen(undefined) },
    })
  }, [workshopId, t, reopen, done])
  return useWorkshopChange(workshopId, end)
}

export const useReopen = (workshopId: string) =>
  useWorkshopChange(workshopId, () => reopenWorkshop(workshopId))

function useWorkshopChange<V>(workshopId: string, send: (value: V) => Promise<unknown>) {
  const queries = useQueryClient()
  return useChange(send, {
    done: () => queries.invalidateQueries({ queryKey: ['workshop', workshopId] }),
    renews: [
      ['workshop', workshopId],
      ['workshop-people', workshopId],
    ],
  })
}
