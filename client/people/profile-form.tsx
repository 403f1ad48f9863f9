import { languages } from '@atelier/shared/people/choices'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { api, ask } from '../api/api'
import { useOrganisations } from '../api/people-records'
import { useFormRequest } from '../api/use-form-request'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { FormFrame } from '../ui/form-frame'
import { Option, Select } from '../ui/select'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'
import { ColourPicker } from './colour-picker'
import { DepartmentSelect } from './department-select'

export function ProfileForm() {
  const { t, i18n } = useTranslation('people')
  const me = useMe()
  const { data: organisations } = useOrganisations()
  const [values, setValues] = useState({
    name: me.name,
    departmentId: me.departmentId,
    colour: me.colour,
    language: me.language,
  })
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const form = useFormRequest((json: typeof values) => ask(api.me.$patch({ json })), {
    renews: [['session'], ['people'], ['projects']],
    done: async ({ language }) => {
      await i18n.changeLanguage(language)
      toast({ text: i18n.t('people:profile.saved') })
    },
  })
  const mine = organisations?.find(({ id }) => id === me.organisationId)
  return (
    <FormFrame
      onSubmit={() => form.send(values)}
      fault={form.fault}
      errors={form.errors}
      className="max-w-md"
    >
      <div className="flex items-center gap-4">
        <Avatar name={values.name} colour={values.colour} size="large" />
        <div className="min-w-0">
          <p className="truncate font-medium">{values.name}</p>
          <p className="truncate text-ink-faint text-sm">
            {me.email} · {me.organisation}
          </p>
        </div>
      </div>
      <TextField
        label={t('profile.name')}
        value={values.name}
        onChange={(name) => set({ name })}
        error={form.errors.name}
        autoComplete="name"
        maxLength={80}
        isRequired
      />
      <ColourPicker
        name={values.name}
        value={values.colour}
        onChange={(colour) => set({ colour })}
      />
      <DepartmentSelect
        departments={mine?.departments ?? []}
        value={values.departmentId}
        onChange={(departmentId) => set({ departmentId })}
        error={form.errors.departmentId}
      />
      <Select
        label={t('profile.language')}
        value={values.language}
        onChange={(language) => set({ language })}
      >
        {languages.map((language) => (
          <Option key={language} id={language}>
            {t(`languages.${language}`)}
          </Option>
        ))}
      </Select>
      <Button tone="primary" type="submit" isPending={form.isPending}>
        {t('profile.save')}
      </Button>
    </FormFrame>
  )
}
