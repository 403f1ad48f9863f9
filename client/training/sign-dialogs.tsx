import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { weekRoute } from './training-records'

type Props = {
  param: { recordId: string; week: string }
  hash: string
  /** Whose it is, and which: what one is about to put one's name under. */
  what: string
  onClose(): void
  onDone(): void
}

/** The password once more: a browser that was left open signs nothing. */
export function SignDialog({ param, hash, what, onClose, onDone }: Props) {
  const { t } = useTranslation('training')
  const [password, setPassword] = useState('')
  const request = useFormRequest(
    () => ask(weekRoute.sign.$post({ param, json: { hash, password } })),
    { renews: [['training']], done: onDone },
  )
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      title={t('week.signTitle', { what })}
      description={t('week.signWords')}
    >
      <FormFrame
        onSubmit={() => request.send()}
        fault={request.errors.signer ? t('week.notAsBoth') : request.fault}
        errors={request.errors}
      >
        <TextField
          type="password"
          autoComplete="current-password"
          label={t('week.password')}
          value={password}
          onChange={setPassword}
          error={request.errors.password && t('week.wrongPassword')}
          autoFocus
        />
        <DialogFoot>
          <Button
            type="submit"
            tone="primary"
            isPending={request.isPending}
            isDisabled={password === ''}
          >
            {t('week.sign')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}

/** `title`: what is done by it, as its button said. */
export function ReturnDialog({
  param,
  hash,
  what,
  title,
  onClose,
  onDone,
}: Props & { title: string }) {
  const { t } = useTranslation('training')
  const [words, setWords] = useState('')
  const request = useFormRequest(
    () => ask(weekRoute.return.$post({ param, json: { hash, words } })),
    { renews: [['training']], done: onDone },
  )
  return (
    <Dialog
      isOpen
      onOpenChange={onClose}
      isDismissable={words === ''}
      title={title}
      description={what}
    >
      <FormFrame onSubmit={() => request.send()} fault={request.fault} errors={request.errors}>
        <TextArea
          label={t('week.returnWords')}
          value={words}
          onChange={setWords}
          maxLength={2000}
          error={request.errors.words}
          autoFocus
        />
        <DialogFoot>
          <Button
            type="submit"
            tone="primary"
            isPending={request.isPending}
            isDisabled={words.trim() === ''}
          >
            {title}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
