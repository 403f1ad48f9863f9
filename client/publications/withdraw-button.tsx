import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { toast } from '../ui/toast'
import { useWithdraw } from './publication-records'

type Props = {
  publicationId: string
  /** Where one reads it; null where one does not any more. */
  projectId: string | null
  /** This button is gone soon: the focus goes elsewhere. */
  onWithdrawn: () => void
}

/** Takes words back that one has published: asked once more, for their copy is gone then. */
export function WithdrawButton({ publicationId, projectId, onWithdrawn }: Props) {
  const { t } = useTranslation('publications')
  const [isAsking, setAsking] = useState(false)
  const withdraw = useWithdraw(projectId, () => {
    flushSync(() => setAsking(false))
    onWithdrawn()
    toast({ text: t('withdrawn') })
  })
  return (
    <>
      <Button size="small" tone="quiet" onPress={() => setAsking(true)}>
        {t('withdraw')}
      </Button>
      {isAsking && (
        <Dialog
          isOpen
          onOpenChange={setAsking}
          title={t('sure.title')}
          description={t('sure.words')}
        >
          <DialogFoot>
            <Button tone="quiet" autoFocus onPress={() => setAsking(false)}>
              {t('sure.keep')}
            </Button>
            <Button
              tone="danger"
              isPending={withdraw.isPending}
              onPress={() => withdraw.mutate(publicationId)}
            >
              {t('withdraw')}
            </Button>
          </DialogFoot>
        </Dialog>
      )}
    </>
  )
}
