import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { RequestFailed } from '../api/request-failed'
import { useFormRequest } from '../api/use-form-request'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { FormFrame } from '../ui/form-frame'
import { TextField } from '../ui/text-field'
import { DoorFrame } from './door-frame'
import { LanguageSwitch } from './language-switch'
import { PasswordField } from './password-field'
import { safeBack } from './safe-back'
import { useComeIn } from './use-come-in'
import { useCountdown } from './use-countdown'

export function SignInScreen() {
  const { t } = useTranslation('door')
  const [values, setValues] = useState({ email: '', password: '' })
  const enter = useEnter()
  const form = useFormRequest((json: typeof values) => ask(api['sign-in'].$post({ json })), {
    done: enter,
  })
  const wait = useCountdown(waitOf(form.error), form.tries)
  useEffect(() => {
    document.title = `${t('signIn.title')} · Atelier`
  }, [t])
  return (
    <DoorFrame title={t('signIn.title')} intro={t('signIn.intro')}>
      <FormFrame
        onSubmit={() => wait === 0 && form.send(values)}
        fault={wait > 0 ? null : form.fault}
        errors={form.errors}
      >
        {wait > 0 && <Banner tone="warning">{t('signIn.wait', { count: wait })}</Banner>}
        <TextField
          label={t('email')}
          type="email"
          autoComplete="username"
          value={values.email}
          onChange={(email) => setValues({ ...values, email })}
          error={form.errors.email}
          autoFocus
          isRequired
        />
        <PasswordField
          label={t('password')}
          autoComplete="current-password"
          value={values.password}
          onChange={(password) => setValues({ ...values, password })}
          error={form.errors.password}
        />
        <Button
          tone="primary"
          size="large"
          type="submit"
          isPending={form.isPending}
          isDisabled={wait > 0}
          className="w-full"
        >
          {t('signIn.action')}
        </Button>
        <p className="text-ink-faint text-sm">{t('signIn.help')}</p>
        <LanguageSwitch />
      </FormFrame>
    </DoorFrame>
  )
}

const waitOf = (error: Error | null): number =>
  error instanceof RequestFailed && error.code === 'too-many'
    ? Math.ceil(error.details.retryAfterSeconds ?? 1)
    : 0

/** To where the person wanted to go. */
function useEnter() {
  const { back } = useSearch({ from: '/sign-in' })
  return useComeIn(safeBack(back))
}
