import type { Version } from '@atelier/shared/docs/version'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useChange } from '../api/use-change'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { TextField } from '../ui/text-field'
import { nameVersion, unnameVersion } from './version-records'

type Props = { docId: string; version: Version; onClose: () => void }

export function NameVersionDialog({ docId, version, onClose }: Props) {
  const { t } = useTranslation('history')
  const [name, setName] = useState(version.name?.name ?? '')
  const renews = [['versions', docId] as const]
  const form = useFormRequest((wish: string) => nameVersion(docId, version, wish), {
    renews,
    done: onClose,
  })
  const removal = useChange(() => unnameVersion(docId, version), { renews, done: onClose })
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && onClose()}
      title={t('naming.title')}
      description={t('naming.text')}
    >
      <FormFrame onSubmit={() => form.send(name)} fault={form.fault} errors={form.errors}>
        <TextField
          label={t('naming.name')}
          placeholder={t('naming.example')}
          value={name}
          onChange={setName}
          error={form.errors.name}
          maxLength={120}
          isRequired
          autoFocus
        />
        <DialogFoot>
          {version.name && (
            <Button tone="quiet" onPress={() => removal.mutate(undefined)}>
              {t('naming.remove')}
            </Button>
          )}
          <Button tone="quiet" onPress={onClose}>
            {t('naming.cancel')}
          </Button>
          <Button tone="primary" type="submit" isPending={form.isPending}>
            {t('naming.save')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
