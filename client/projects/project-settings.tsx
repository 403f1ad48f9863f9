import type { ProjectPage } from '@atelier/shared/projects/project'
import { Archive } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { FormFrame } from '../ui/form-frame'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'
import { DepartmentPicker } from './department-picker'
import { useArchive } from './use-archive'

export function ProjectSettings({ project }: { project: ProjectPage }) {
  const { t } = useTranslation('project-form')
  const { t: projects } = useTranslation('projects')
  const [values, setValues] = useState({
    title: project.title,
    challenge: project.challenge,
    departmentIds: project.departments.map(({ id }) => id),
  })
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const { archive } = useArchive(project.id)
  const form = useFormRequest(
    (json: typeof values) => ask(api.projects[':id'].$patch({ param: { id: project.id }, json })),
    {
      renews: [['project', project.id], ['projects']],
      done: () => void toast({ text: t('saved') }),
    },
  )
  return (
    <div className="max-w-2xl">
      <FormFrame onSubmit={() => form.send(values)} fault={form.fault} errors={form.errors}>
        <TextField
          label={t('title')}
          value={values.title}
          onChange={(title) => set({ title })}
          error={form.errors.title}
          maxLength={120}
          isRequired
        />
        <TextArea
          label={t('challenge')}
          description={t('challengeHelp')}
          value={values.challenge}
          onChange={(challenge) => set({ challenge })}
          error={form.errors.challenge}
          maxLength={280}
        />
        <DepartmentPicker
          value={values.departmentIds}
          onChange={(departmentIds) => set({ departmentIds })}
        />
        <Button tone="primary" type="submit" isPending={form.isPending}>
          {t('save')}
        </Button>
      </FormFrame>
      <section className="mt-12 flex flex-wrap items-center gap-4 border-line border-t pt-8">
        <div className="min-w-0 flex-1 basis-64">
          <h2 className="font-semibold text-lg">{projects('archiveTitle')}</h2>
          <p className="mt-1 text-ink-soft">{projects('archiveWords')}</p>
        </div>
        <Button
          icon={<Archive size={16} />}
          isPending={archive.isPending}
          onPress={() => archive.mutate()}
        >
          {projects('archive')}
        </Button>
      </section>
    </div>
  )
}
