import type { BinnedDoc } from '@atelier/shared/docs/doc-lists'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'

type Props = { doc: BinnedDoc; projectId: string; onClose: () => void }

/** The one thing that cannot be undone: so its name is typed. */
export function EraseDialog({ doc, projectId, onClose }: Props) {
  const { t } = useTranslation('organise')
  const [typed, setTyped] = useState('')
  const title = doc.title.trim() || t('untitled')
  const erase = useChange(() => ask(api.docs[':id'].$delete({ param: { id: doc.id } })), {
    renews: [['bin', projectId]],
    done: () => {
      onClose()
      toast({ text: t('bin.erased', { title }) })
    },
  })
  const isRight = typed.trim().toLocaleLowerCase() === title.toLocaleLowerCase()
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (isRight) erase.mutate()
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t('bin.eraseTitle', { title })}
      description={t('bin.eraseWords', { count: doc.under })}
    >
      <form onSubmit={submit}>
        <TextField
          label={t('bin.eraseType', { title })}
          value={typed}
          onChange={setTyped}
          autoFocus
        />
        <DialogFoot>
          <Button onPress={onClose}>{t('cancel')}</Button>
          <Button type="submit" tone="danger" isDisabled={!isRight} isPending={erase.isPending}>
            {t('bin.erase')}
          </Button>
        </DialogFoot>
      </form>
    </Dialog>
  )
}
