import { type Stage, wordsIn } from '@atelier/shared/workshops/stage'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { Flag } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner'
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
      {isAsking && <EndDialog page={page} onClose={() => setAsking(false)} />}
    </>
  )
}

/** Asked once: it ends on the screens of all others as well. */
export function EndDialog({ page, onClose }: { page: WorkshopPage; onClose: () => void }) {
  const { t, i18n } = useTranslation('workshops')
  const { mutate, isPending } = useEnd(page.id, onClose)
  const unseen = unrevealedSoFar(page)
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('end.title')}
      description={t('end.words')}
    >
      {unseen.map(({ id, title }) => (
        <Banner key={id} tone="warning">
          {t('end.unrevealed', { stage: wordsIn(title, i18n.language) })}
        </Banner>
      ))}
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

/** Up to where everybody is. */
function unrevealedSoFar({ stages, stageId }: WorkshopPage): Stage[] {
  const at = stages.findIndex(({ id }) => id === stageId)
  return stages.filter(
    ({ kind, revealedAt }, place) => place <= at && kind === 'ideate' && revealedAt === null,
  )
}
