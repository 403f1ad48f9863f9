import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { useEnd } from './use-facilitating'

/** At the last stage the next step. */
export function EndWorkshop({ page }: { page: WorkshopPage }) {
  const { t } = useTranslation('workshops')
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button tone="primary" icon={<Flag size={16} />} onPress={() => setAsking(true)}>
        {t('end.action')}
      </Button>
      {isAsking && <EndDialog workshopId={page.id} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Asked once: it ends on the screens of all others as well. */
export function EndDialog({ workshopId, onClose }: { workshopId: string; onClose: () => void }) {
  const { t } = useTranslation('workshops')
  const { mutate, isPending } = useEnd(workshopId, onClose)
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('end.title')}
      description={t('end.words')}
    >
      <DialogFoot>
        <Button tone="quiet" onPress={onClose}>
          {t('end.notYet')}
        </Button>
        <Button tone="primary" isPending={isPending} onPress={() => mutate(undefined)}>
          {t('end.action')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}
