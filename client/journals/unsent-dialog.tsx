import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { waitingKey } from '../offline/waiting-key'
import { useSyncIdentity } from '../sync/sync-identity'
import { unstoredSections } from '../sync/unstored-rooms'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { watchSending } from './watch-sending'

type Props = { count: number; onErase: () => void; onClose: () => void }

/** Before a journal is erased from a device that has words nobody else has: they are sent, and it goes on by itself. */
export function UnsentDialog({ count, onErase, onClose }: Props) {
  const { t } = useTranslation('journals')
  useOnceSent(onErase)
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('kept.unsent.title')}
      description={t('kept.unsent.words', { count })}
    >
      <DialogFoot>
        <Button tone="danger" onPress={onErase}>
          {t('kept.unsent.erase')}
        </Button>
        <Button tone="primary" autoFocus onPress={onClose}>
          {t('kept.unsent.keep')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

/** As soon as the server has all of it, also what closed tabs have left. */
function useOnceSent(onSent: () => void): void {
  const { workspaceId, personId } = useSyncIdentity() ?? {}
  const queries = useQueryClient()
  const tell = useEffectEvent(onSent)
  useEffect(() => {
    if (!workspaceId || !personId) return
    const who = { workspaceId, personId }
    let stop: () => void = () => undefined
    let isOver = false
    const sending = queries.refetchQueries({ queryKey: waitingKey(personId) })
    void sending.then(() => {
      if (!isOver)
        stop = watchSending(
          () => unstoredSections(who),
          () => tell(),
        )
    })
    return () => {
      isOver = true
      stop()
    }
  }, [workspaceId, personId, queries])
}
