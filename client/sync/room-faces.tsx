import { useTranslation } from 'react-i18next'
import { AvatarStack } from '../ui/avatar'
import type { Room } from './room'
import { usePeopleHere } from './use-presence'

/** Who is in the room now. */
export function RoomFaces({ room }: { room: Room }) {
  const { t } = useTranslation('sync')
  return <AvatarStack label={t('here')} people={usePeopleHere(room)} />
}
