import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { type ReactNode, useMemo } from 'react'
import { useNotices } from '../../api/use-notices'
import { SyncIdentity } from '../../sync/sync-identity'
import { Logo } from '../../ui/logo'
import { LiveWorkshop } from '../live-workshop'
import { Lobby } from './lobby'
import { useLeave } from './use-leave'

type Props = { code: string; page: WorkshopPage; isAway: boolean; controls: ReactNode }

/** A workshop without the shell: for somebody who has nothing here but this. */
export function GuestWorkshop({ code, page, isAway, controls }: Props) {
  const workspaceId = page.rights.workspaceId
  const personId = page.me?.id ?? ''
  const guestOf = page.id
  const identity = useMemo(
    () => ({ workspaceId, personId, guestOf }),
    [workspaceId, personId, guestOf],
  )
  useNotices(guestOf)
  const leave = useLeave(code, page, identity)
  const frame = (parts: ReactNode) => (
    <GuestHeader title={page.title}>
      {parts}
      {controls}
    </GuestHeader>
  )
  return (
    <SyncIdentity value={identity}>
      <main className="flex h-dvh flex-col overflow-hidden bg-canvas">
        {page.me?.state === 'waiting' ? (
          <>
            {frame(null)}
            <Lobby page={page} onLeave={leave} />
          </>
        ) : (
          <LiveWorkshop page={page} isAway={isAway} header={frame} onLeave={leave} />
        )}
      </main>
    </SyncIdentity>
  )
}

const GuestHeader = ({ title, children }: { title: string; children: ReactNode }) => (
  <header className="flex h-13 shrink-0 items-center gap-2 border-line border-b px-3">
    <span className="max-sm:hidden">
      <Logo size={22} />
    </span>
    <p className="min-w-0 flex-1 truncate font-medium">{title}</p>
    {children}
  </header>
)
