import { useBlocker } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import type { RoomState } from './room'

type Props = {
  states: readonly RoomState[]
  /** Whether this device is meant to keep a copy: it could not, then. */
  isKept?: boolean
}

/**
 * Asks before somebody walks away from changes that are in this tab only. What can be sent is
 * sent all the same, also from another screen; online it is gone before anybody could read this.
 */
export function LeaveGuard({ states, isKept = true }: Props) {
  const { t } = useTranslation('sync')
  const blocker = useBlocker({
    shouldBlockFn: ({ current, next }) =>
      changesOnlyHere(states) > 0 && current.pathname !== next.pathname,
    enableBeforeUnload: false,
    withResolver: true,
  })
  if (blocker.status !== 'blocked') return null
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && blocker.reset()}
      title={t('leave.title')}
      description={t(isKept ? 'leave.text' : 'leave.noneKept', { count: changesOnlyHere(states) })}
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

const changesOnlyHere = (states: readonly RoomState[]): number =>
  states.reduce((sum, state) => {
    const save = state.kind === 'open' ? state.saving.read() : null
    return save?.kind === 'offline' && !save.onDevice ? sum + save.changes : sum
  }, 0)
