import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import type { RoomState, SaveState } from './room'
import type { Watched } from './watched'

type Props = {
  states: readonly RoomState[]
  /** What is on its way beside the rooms. */
  also?: Watched<SaveState>
  /** Whether this device is meant to keep a copy: it could not, then. */
  isKept?: boolean
}

/**
 * Asks before somebody walks away from changes that are in this tab only. What can be sent is
 * sent all the same, also from another screen; online it is gone before anybody could read this.
 */
export function LeaveGuard({ states, also, isKept = true }: Props) {
  const { t } = useTranslation('sync')
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      changesOnlyHere(states, also) > 0 && current.pathname !== next.pathname,
    enableBeforeUnload: false,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && blocker.reset()}
      title={t('leave.title')}
      description={t(isKept ? 'leave.text' : 'leave.noneKept', {
        count: changesOnlyHere(states, also),
      })}
    >
      <DialogFoot>
        <Button tone="quiet" onPress={blocker.proceed}>
          {t('leave.go')}
        </Button>
        <Button tone="primary" autoFocus onPress={blocker.reset}>
          {t('leave.stay')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

function changesOnlyHere(states: readonly RoomState[], also?: Watched<SaveState>): number {
  const rooms = states.map((state) => (state.kind === 'open' ? state.saving.read() : null))
  return [...rooms, also?.read() ?? null].reduce(
    (sum, save) => (save?.kind === 'offline' && !save.onDevice ? sum + save.changes : sum),
    0,
  )
}
