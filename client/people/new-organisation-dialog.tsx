import { organisationKinds } from '@atelier/shared/people/choices'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { useFormat } from '../i18n/use-format'
import { Button } from '../ui/button'
import { ComboBox } from '../ui/combo-box'
import { Dialog, DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { Option, Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { regionCodes } from './region-codes'

type Kind = (typeof organisationKinds)[number]

/** A partner: another organisation that takes part. */
export function NewOrganisationDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('people')
  const { region, locale } = useFormat()
  const [values, setValues] = useState({
    name: '',
    kind: 'training-provider' as Kind,
    region: null as string | null,
  })
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const form = useFormRequest((json: typeof values) => ask(api.organisations.$post({ json })), {
    renews: [['organisations']],
    done: onClose,
  })
  const regions = useMemo(
    () =>
      regionCodes
        .map((code) => ({ code, name: region(code) }))
        .sort((a, b) => a.name.localeCompare(b.name, locale)),
    [region, locale],
  )
  return (
    <Dialog
      isOpen
      isDismissable={values.name === ''}
      onOpenChange={(open) => !open && onClose()}
      title={t('organisations.new')}
      description={t('organisations.newWords')}
    >
      <FormFrame onSubmit={() => form.send(values)} fault={form.fault} errors={form.errors}>
        <TextField
          label={t('organisations.name')}
          value={values.name}
          onChange={(name) => set({ name })}
          error={form.errors.name}
          maxLength={120}
          isRequired
          autoFocus
        />
        <Select
          label={t('organisations.kind')}
          value={values.kind}
          onChange={(kind) => set({ kind })}
        >
          {organisationKinds.map((kind) => (
            <Option key={kind} id={kind}>
              {t(`kinds.${kind}`)}
            </Option>
          ))}
        </Select>
        <ComboBox
          label={t('organisations.region')}
          value={values.region}
          onChange={(code) => set({ region: code })}
          nothing={t('organisations.noRegion')}
        >
          {regions.map(({ code, name }) => (
            <Option key={code} id={code}>
              {name}
            </Option>
          ))}
        </ComboBox>
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button tone="primary" type="submit" isPending={form.isPending}>
            {t('organisations.add')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
