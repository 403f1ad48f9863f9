import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { DepartmentPicker } from './department-picker'

export function NewProjectDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('project-form')
  const { t: projects } = useTranslation('projects')
  const [values, setValues] = useState({ title: '', challenge: '', departmentIds: [] as string[] })
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const navigate = useNavigate()
  const form = useFormRequest((json: typeof values) => ask(api.projects.$post({ json })), {
    renews: [['projects']],
    done: async ({ id }) => {
      await navigate({ to: '/projects/$projectId', params: { projectId: id } })
    },
  })
  const isEmpty = values.title === '' && values.challenge === ''
  return (
    <Dialog
      isOpen
      isDismissable={isEmpty}
      onOpenChange={(open) => !open && onClose()}
      title={projects('new')}
      description={t('intro')}
      width="medium"
    >
      <FormFrame onSubmit={() => form.send(values)} fault={form.fault} errors={form.errors}>
        <TextField
          label={t('title')}
          placeholder={t('titleExample')}
          value={values.title}
          onChange={(title) => set({ title })}
          error={form.errors.title}
          maxLength={120}
          isRequired
          autoFocus
        />
        <TextArea
          label={t('challenge')}
          description={t('challengeHelp')}
          placeholder={t('challengeExample')}
          value={values.challenge}
          onChange={(challenge) => set({ challenge })}
          error={form.errors.challenge}
          maxLength={280}
        />
        <DepartmentPicker
          value={values.departmentIds}
          onChange={(departmentIds) => set({ departmentIds })}
        />
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button tone="primary" type="submit" isPending={form.isPending}>
            {t('create')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}
