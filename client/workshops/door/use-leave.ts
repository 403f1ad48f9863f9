import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { eraseDatabases } from '../../offline/device-databases'
import { eraseDrafts } from '../../offline/kept-drafts'
import { reportKeeping } from '../../offline/kept-records'
import { areStored, forgetRooms } from '../../sync/room-clients'
import { toast } from '../../ui/toast'
import { leaveWorkshop } from '../workshop-records'
import { forgetWorkshop } from './known-codes'

type Identity = { workspaceId: string; personId: string; guestOf: string }

const patienceMs = 4_000

/**
 * What they leave behind is with the server; on this device nothing of theirs stays. Where the server does not have
 * all of it yet, it says so and lets them decide.
 */
export function useLeave(code: string, { id, me }: WorkshopPage, who: Identity): () => void {
  const { t } = useTranslation('workshops')
  const queries = useQueryClient()
  const { mutate } = useChange(() => leaveWorkshop(who.guestOf), {
    done: async () => {
      forgetWorkshop(code)
      await queries.resetQueries({ queryKey: ['workshop', who.guestOf] })
      queries.removeQueries({ queryKey: ['workshop-people', who.guestOf] })
      forgetRooms()
      // Among them, the votes that wait.
      eraseDrafts(who)
      void eraseDatabases(who).catch(reportKeeping)
    },
  })
  const go = () => mutate(undefined)
  const rooms: RoomName[] = [roomName('workshop', id), ...(me ? [roomName('pad', me.padId)] : [])]
  return async () => {
    if (await areStored(rooms, patienceMs)) return go()
    const action = { label: t('leaving.anyway'), onPress: go }
    toast({ text: t('leaving.unstored'), tone: 'danger', action })
  }
}
