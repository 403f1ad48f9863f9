import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useQueryClient } from '@tanstack/react-query'
import { type ReactNode, useMemo } from 'react'
import { useChange } from '../../api/use-change'
import { useNotices } from '../../api/use-notices'
import { eraseDatabases } from '../../offline/device-databases'
import { reportKeeping } from '../../offline/kept-records'
import { SyncIdentity } from '../../sync/sync-identity'
import { Logo } from '../../ui/logo'
import { LiveWorkshop } from '../live-workshop'
import { leaveWorkshop } from '../workshop-records'
import { forgetWorkshop } from './known-codes'
import { Lobby } from './lobby'

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
  const leave = useLeave(code, identity)
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

type Identity = { workspaceId: string; personId: string; guestOf: string }

/** What they leave behind is with the server; on this device nothing of theirs stays. */
function useLeave(code: string, who: Identity) {
  const queries = useQueryClient()
  const { mutate } = useChange(() => leaveWorkshop(who.guestOf), {
    done: async () => {
      forgetWorkshop(code)
      await queries.resetQueries({ queryKey: ['workshop', who.guestOf] })
      queries.removeQueries({ queryKey: ['workshop-people', who.guestOf] })
      void eraseDatabases(who).catch(reportKeeping)
    },
  })
  return () => mutate(undefined)
}
