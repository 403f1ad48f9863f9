import type { Language } from '@atelier/shared/people/choices'
import type { InvitationAnswer } from '@atelier/shared/people/invitation'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { FormFrame } from '../ui/form-frame'
import { TextField } from '../ui/text-field'
import { DepartmentSelect } from './department-select'
import { LanguageSwitch } from './language-switch'
import { PasswordField } from './password-field'
import { useComeIn } from './use-come-in'

export function JoinForm({ token, invitation }: { token: string; invitation: InvitationAnswer }) {
  const { t, i18n } = useTranslation('door')
  const [values, setValues] = useState({
    name: '',
    email: '',
    password: '',
    departmentId: null as string | null,
  })
  const language: Language = i18n.language.startsWith('de') ? 'de' : 'en'
  const form = useFormRequest(
    (wish: typeof values) =>
      ask(api.invitations.accept.$post({ json: { ...wish, token, language } })),
    { done: useComeIn('/') },
  )
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  return (
    <FormFrame onSubmit={() => form.send(values)} fault={form.fault} errors={form.errors}>
      <TextField
        label={t('setUp.name')}
        autoComplete="name"
        value={values.name}
        onChange={(name) => set({ name })}
        error={form.errors.name}
        maxLength={80}
        isRequired
        autoFocus
      />
      <TextField
        label={t('email')}
        type="email"
        autoComplete="username"
        value={values.email}
        onChange={(email) => set({ email })}
        error={form.errors.email}
        isRequired
      />
      <PasswordField
        label={t('password')}
        autoComplete="new-password"
        description={t('passwordHelp')}
        value={values.password}
        onChange={(password) => set({ password })}
        error={form.errors.password}
      />
      <DepartmentSelect
        departments={invitation.organisation.departments}
        value={values.departmentId}
        onChange={(departmentId) => set({ departmentId })}
        error={form.errors.departmentId}
      />
      <Button
        tone="primary"
        size="large"
        type="submit"
        isPending={form.isPending}
        className="w-full"
      >
        {t('join.action')}
      </Button>
      <div className="flex flex-wrap items-center justify-between gap-2 text-sm">
        <LanguageSwitch />
        <Link to="/sign-in" className="text-accent underline-offset-4 hover:underline">
          {t('join.haveAccount')}
        </Link>
      </div>
    </FormFrame>
  )
}
