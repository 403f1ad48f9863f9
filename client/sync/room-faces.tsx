import { useTranslation } from 'react-i18next'
import { AvatarStack } from '../ui/avatar'
import type { Room } from './room'
import { usePresence } from './use-presence'

/** Who is in the room now. */
export function RoomFaces({ room }: { room: Room }) {
  const { t } = useTranslation('sync')
  const present = usePresence(room)
  return <AvatarStack label={t('here')} people={present.map(({ person }) => person)} />
}
