import {
  type ProjectRole,
  projectRoles,
  type WorkspaceRole,
  workspaceRoles,
} from '@atelier/shared/access/roles'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useCan } from '../access/use-can'
import { api, ask } from '../api/api'
import { useOrganisations } from '../api/people-records'
import { useFormRequest } from '../api/use-form-request'
import { useProjects } from '../projects/project-records'
import { Button } from '../ui/button'
import { DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { Option, Select } from '../ui/select'
import { TextField } from '../ui/text-field'

const days = ['1', '7', '14', '30', '90'] as const
const uses = ['1', '5', '25', 'any'] as const
const noProject = 'none'

type Props = { onMade: (token: string) => void; onCancel: () => void; projectId?: string }

export function InvitationForm({ onMade, onCancel, projectId }: Props) {
  const { t } = useTranslation('people')
  const { workspaceId } = useMe()
  const can = useCan()
  const { data: organisations } = useOrganisations()
  const { data: projects } = useProjects()
  const [values, setValues] = useState({
    note: '',
    role: 'member' as WorkspaceRole,
    organisationId: null as string | null,
    days: '14' as (typeof days)[number],
    uses: '1' as (typeof uses)[number],
    projectId: projectId ?? noProject,
    projectRole: 'contributor' as ProjectRole,
  })
  const set = (change: Partial<typeof values>) => setValues({ ...values, ...change })
  const organisationId = values.organisationId ?? organisations?.find(({ home }) => home)?.id ?? ''
  const form = useFormRequest(
    (wish: typeof values) =>
      ask(
        api.invitations.$post({
          json: {
            note: wish.note,
            role: wish.role,
            organisationId,
            days: Number(wish.days),
            uses: wish.uses === 'any' ? null : Number(wish.uses),
            project:
              wish.projectId === noProject ? null : { id: wish.projectId, role: wish.projectRole },
          },
        }),
      ),
    { renews: [['invitations'], ['grants']], done: ({ token }) => onMade(token) },
  )
  const roles = workspaceRoles.filter((role) =>
    can('manage', { kind: 'invitation', workspaceId, role }),
  )
  return (
    <FormFrame onSubmit={() => form.send(values)} fault={form.fault} errors={form.errors}>
      <TextField
        label={t('invitations.note')}
        description={t('invitations.noteHelp')}
        value={values.note}
        onChange={(note) => set({ note })}
        error={form.errors.note}
        maxLength={120}
        autoFocus
      />
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          label={t('invitations.role')}
          value={values.role}
          onChange={(role) => set({ role })}
        >
          {roles.map((role) => (
            <Option key={role} id={role} hint={t(`roleHints.${role}`)}>
              {t(`roles.${role}`)}
            </Option>
          ))}
        </Select>
        <Select
          label={t('invitations.organisation')}
          value={organisationId}
          onChange={(id) => set({ organisationId: id })}
          error={form.errors.organisationId}
        >
          {organisations?.map(({ id, name }) => (
            <Option key={id} id={id}>
              {name}
            </Option>
          ))}
        </Select>
        <Select
          label={t('invitations.project')}
          value={values.projectId}
          onChange={(id) => set({ projectId: id })}
        >
          <Option id={noProject}>{t('invitations.noProject')}</Option>
          {projects
            ?.filter(({ archived }) => !archived)
            .map(({ id, title }) => (
              <Option key={id} id={id}>
                {title}
              </Option>
            ))}
        </Select>
        {values.projectId !== noProject && (
          <Select
            label={t('invitations.projectRole')}
            value={values.projectRole}
            onChange={(projectRole) => set({ projectRole })}
          >
            {projectRoles.map((role) => (
              <Option key={role} id={role} hint={t(`projectRoleHints.${role}`)}>
                {t(`projectRoles.${role}`)}
              </Option>
            ))}
          </Select>
        )}
        <Select
          label={t('invitations.uses')}
          value={values.uses}
          onChange={(count) => set({ uses: count })}
        >
          {uses.map((count) => (
            <Option key={count} id={count}>
              {count === 'any'
                ? t('invitations.usesAny')
                : t('invitations.usesCount', { count: Number(count) })}
            </Option>
          ))}
        </Select>
        <Select
          label={t('invitations.days')}
          value={values.days}
          onChange={(count) => set({ days: count })}
        >
          {days.map((count) => (
            <Option key={count} id={count}>
              {t('invitations.daysCount', { count: Number(count) })}
            </Option>
          ))}
        </Select>
      </div>
      <DialogFoot>
        <Button tone="quiet" onPress={onCancel}>
          {t('cancel')}
        </Button>
        <Button tone="primary" type="submit" isPending={form.isPending}>
          {t('invitations.create')}
        </Button>
      </DialogFoot>
    </FormFrame>
  )
}
