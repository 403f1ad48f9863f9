import { Check, Copy } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { DialogFoot } from '../ui/dialog'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'

export function InvitationLink({ token, onDone }: { token: string; onDone: () => void }) {
  const { t } = useTranslation('people')
  const [isCopied, setCopied] = useState(false)
  const link = new URL(`/join/${token}`, window.location.href).href
  const copy = async () => {
    if (await copyText(link)) setCopied(true)
    else toast({ text: t('invitations.copyFailed'), tone: 'danger' })
  }
  return (
    <>
      <div className="flex items-end gap-2">
        <TextField
          label={t('invitations.link')}
          value={link}
          isReadOnly
          onFocus={(event) => event.target instanceof HTMLInputElement && event.target.select()}
          className="flex-1"
        />
        <Button
          tone="primary"
          className="h-10"
          autoFocus
          icon={isCopied ? <Check size={16} /> : <Copy size={16} />}
          onPress={() => void copy()}
        >
          {t(isCopied ? 'invitations.copied' : 'invitations.copy')}
        </Button>
      </div>
      <DialogFoot>
        <Button onPress={onDone}>{t('invitations.done')}</Button>
      </DialogFoot>
    </>
  )
}
