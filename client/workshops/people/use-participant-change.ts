import type { Participant } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { toast } from '../../ui/toast'
import { changeParticipant } from '../workshop-records'

type Change = {
  participantId: string
  state?: 'in' | 'removed'
  role?: 'facilitator' | 'participant'
}

/** Of whoever facilitates: somebody's seat. */
export const useParticipantChange = (workshopId: string) =>
  useChange(
    ({ participantId, ...change }: Change) => changeParticipant(workshopId, participantId, change),
    {
      renews: [
        ['workshop-people', workshopId],
        ['workshop', workshopId],
      ],
    },
  )

/** Somebody is out at once, and may be let in again for a moment. */
export function useRemove(workshopId: string) {
  const { t } = useTranslation('workshops')
  const { mutate } = useParticipantChange(workshopId)
  return ({ id: participantId, name }: Pick<Participant, 'id' | 'name'>) =>
    mutate(
      { participantId, state: 'removed' },
      {
        onSuccess: () =>
          toast({
            text: t('people.removed', { name }),
            action: {
              label: t('people.letInAgain'),
              onPress: () => mutate({ participantId, state: 'in' }),
            },
          }),
      },
    )
}
