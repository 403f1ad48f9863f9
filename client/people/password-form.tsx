import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { FormFrame } from '../ui/form-frame'
import { toast } from '../ui/toast'
import { PasswordField } from './password-field'

const nothing = { current: '', next: '' }

export function PasswordForm() {
  const { t } = useTranslation('people')
  const [values, setValues] = useState(nothing)
  const form = useFormRequest((json: typeof nothing) => ask(api.me.password.$post({ json })), {
    renews: [['devices'], ['calendar-feed']],
    done: () => {
      setValues(nothing)
      toast({ text: t('password.changed') })
    },
  })
  return (
    <FormFrame
      onSubmit={() => form.send(values)}
      fault={form.fault}
      errors={form.errors}
      className="max-w-md"
    >
      <PasswordField
        label={t('password.current')}
        autoComplete="current-password"
        value={values.current}
        onChange={(current) => setValues({ ...values, current })}
        error={form.errors.current}
      />
      <PasswordField
        label={t('password.next')}
        description={t('password.help')}
        autoComplete="new-password"
        value={values.next}
        onChange={(next) => setValues({ ...values, next })}
        error={form.errors.next}
      />
      <Button type="submit" isPending={form.isPending}>
        {t('password.action')}
      </Button>
    </FormFrame>
  )
}
