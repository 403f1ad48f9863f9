import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { Dialog, DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { PasswordField } from './password-field'
import { TakeAlong } from './take-along'
import { useForgetPerson } from './use-sign-out'

/** The end of one's account: what goes and what stays is said before, and what is one's own can be taken along. */
export function LeaveSection() {
  const { t } = useTranslation('leaving')
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="mt-12 border-line border-t pt-8">
      <h2 className="mb-1 font-semibold text-lg">{t('title')}</h2>
      <p className="mb-5 max-w-prose text-ink-soft text-pretty">{t('intro')}</p>
      <Button onPress={() => setOpen(true)}>{t('open')}</Button>
      {isOpen && <LeaveDialog onClose={() => setOpen(false)} />}
    </section>
  )
}

function LeaveDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('leaving')
  const forget = useForgetPerson()
  const [values, setValues] = useState({ password: '', keepName: true })
  const form = useFormRequest((json: typeof values) => ask(api.me.leave.$post({ json })), {
    done: forget,
  })
  return (
    <Dialog
      isOpen
      width="medium"
      isDismissable={values.password === ''}
      onOpenChange={(open) => open || onClose()}
      title={t('title')}
      description={t('final')}
    >
      <FormFrame
        onSubmit={() => form.send(values)}
        fault={form.errors.training ? t('trainingFirst') : form.fault}
        errors={form.errors}
      >
        <What
          title={t('goes.title')}
          what={['journal', 'goals', 'lookBacks', 'training', 'mentorships']}
          of="goes"
        />
        <What title={t('stays.title')} what={['work', 'comments', 'signed']} of="stays" />
        <TakeAlong />
        <div>
          <Checkbox
            isSelected={values.keepName}
            onChange={(keepName) => setValues({ ...values, keepName })}
          >
            {t('keepName')}
          </Checkbox>
          <p className="ms-7 text-ink-faint text-sm text-pretty">
            {t(values.keepName ? 'withName' : 'withoutName')}
          </p>
        </div>
        <PasswordField
          label={t('password')}
          autoComplete="current-password"
          value={values.password}
          onChange={(password) => setValues({ ...values, password })}
          error={form.errors.password}
        />
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button
            tone="danger"
            type="submit"
            isDisabled={values.password === ''}
            isPending={form.isPending}
          >
            {t('action')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}

function What(props: { title: string; of: 'goes' | 'stays'; what: readonly string[] }) {
  const { t } = useTranslation('leaving')
  return (
    <div>
      <h3 className="font-medium text-sm">{props.title}</h3>
      <ul className="mt-1 list-disc space-y-1 ps-5 text-ink-soft text-sm text-pretty">
        {props.what.map((one) => (
          <li key={one}>{t(`${props.of}.${one}`)}</li>
        ))}
      </ul>
    </div>
  )
}
