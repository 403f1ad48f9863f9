import type { BinnedRoom } from '@atelier/shared/projects/bin'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../api/use-change'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'
import { binActs } from './bin-acts'

type Props = { room: BinnedRoom; projectId: string; onClose: () => void }

const whatGoes = {
  doc: 'bin.eraseWords',
  board: 'bin.eraseBoard',
  workshop: 'bin.eraseWorkshop',
} as const

/** The one thing that cannot be undone: so its name is typed. */
export function EraseDialog({ room, projectId, onClose }: Props) {
  const { t } = useTranslation('organise')
  const { t: projects } = useTranslation('projects')
  const [typed, setTyped] = useState('')
  const title = room.title.trim() || projects(`untitled.${room.kind}`)
  const { kind, id } = room
  const erase = useChange(() => binActs[kind].erase(id), {
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
      description={t(whatGoes[kind], { count: room.under })}
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
