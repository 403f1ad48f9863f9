import type { Language } from '@atelier/shared/people/choices'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { sessionQuery } from '../access/session'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { FormFrame } from '../ui/form-frame'
import { TextField } from '../ui/text-field'
import { DoorFrame } from './door-frame'
import { LanguageSwitch } from './language-switch'
import { PasswordField } from './password-field'
import { useComeIn } from './use-come-in'

const nothing = { code: '', workspace: '', organisation: '', name: '', email: '', password: '' }

/** The first visit of all: a workspace, its home organisation, and whoever starts it. */
export function SetUpScreen() {
  const { t, i18n } = useTranslation('door')
  const { code = '' } = useSearch({ from: '/set-up' })
  const [values, setValues] = useState({ ...nothing, code })
  const needsCode = useNeedsCode()
  const language: Language = i18n.language.startsWith('de') ? 'de' : 'en'
  const form = useFormRequest(
    (wish: typeof nothing) => ask(api.setup.$post({ json: { ...wish, language } })),
    { done: useComeIn('/') },
  )
  useEffect(() => {
    document.title = `${t('setUp.title')} · Atelier`
  }, [t])
  const field = (name: keyof typeof nothing) => ({
    label: t(`setUp.${name}`),
    value: values[name],
    onChange: (value: string) => setValues({ ...values, [name]: value }),
    error: form.errors[name],
  })
  return (
    <DoorFrame title={t('setUp.title')} intro={t('setUp.intro')}>
      <FormFrame onSubmit={() => form.send(values)} fault={form.fault} errors={form.errors}>
        {needsCode && (
          <TextField
            {...field('code')}
            description={t('setUp.codeHelp')}
            autoComplete="off"
            maxLength={60}
            isRequired
            autoFocus={code === ''}
          />
        )}
        <TextField
          {...field('workspace')}
          description={t('setUp.workspaceHelp')}
          placeholder={t('setUp.workspaceExample')}
          maxLength={80}
          isRequired
          autoFocus={!needsCode || code !== ''}
        />
        <TextField
          {...field('organisation')}
          description={t('setUp.organisationHelp')}
          autoComplete="organization"
          maxLength={120}
          isRequired
        />
        <hr className="border-line" />
        <TextField {...field('name')} autoComplete="name" maxLength={80} isRequired />
        <TextField {...field('email')} type="email" autoComplete="username" isRequired />
        <PasswordField
          {...field('password')}
          autoComplete="new-password"
          description={t('passwordHelp')}
        />
        <Button
          tone="primary"
          size="large"
          type="submit"
          isPending={form.isPending}
          className="w-full"
        >
          {t('setUp.action')}
        </Button>
        <LanguageSwitch />
      </FormFrame>
    </DoorFrame>
  )
}

/** Whoever sits at the machine itself needs none. */
function useNeedsCode(): boolean {
  const { data } = useQuery(sessionQuery)
  return data?.state === 'first-run' && data.needsCode === true
}
