import { roomName } from '@atelier/shared/sync/room-name'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import type { ReactNode } from 'react'
import type { RoomState } from '../../sync/room'
import { useRoom } from '../../sync/use-room'
import { rightsIn } from '../rights-in'

type Props = { page: WorkshopPage; children: (pad: RoomState | null) => ReactNode }

/**
 * What one writes unseen, open for as long as one is in: what was written without a network goes out also when
 * everybody is further on already, and after the end one's own words are there to be read.
 */
export function WithPad({ page, children }: Props) {
  const padId = page.me?.padId
  if (padId === undefined || page.me?.state !== 'in' || !rightsIn(page).reads) return children(null)
  return <OpenPad padId={padId}>{children}</OpenPad>
}

function OpenPad({ padId, children }: Pick<Props, 'children'> & { padId: string }) {
  return children(useRoom(roomName('pad', padId)))
}
