import { projectRoles } from '@atelier/shared/access/roles'
import type { ProjectMember, ProjectPage } from '@atelier/shared/projects/project'
import { X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useCanInProject } from '../access/use-can'
import { Avatar } from '../ui/avatar'
import { Badge } from '../ui/badge'
import { IconButton } from '../ui/icon-button'
import { Option, Select } from '../ui/select'
import { AddMember } from './add-member'
import { useMemberChanges } from './use-member-changes'

export function ProjectMembers({ project }: { project: ProjectPage }) {
  const { t } = useTranslation('project-members')
  const mayManage = useCanInProject('manage', project)
  return (
    <div className="max-w-3xl">
      {mayManage && <AddMember project={project} />}
      <ul aria-label={t('members')} className="divide-y divide-line border-line border-y">
        {project.members.map((member) => (
          <Member key={member.id} project={project} member={member} mayManage={mayManage} />
        ))}
      </ul>
    </div>
  )
}

function Member(props: { project: ProjectPage; member: ProjectMember; mayManage: boolean }) {
  const { t } = useTranslation('project-members')
  const me = useMe()
  const { member, project, mayManage } = props
  const { put, remove } = useMemberChanges(project.id)
  const isMe = member.id === me.id
  const isHere = project.here.some(({ id }) => id === member.id)
  const role = put.isPending ? put.variables.role : member.role
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 py-3.5">
      <Avatar name={member.name} colour={member.colour} here={isHere} />
      <div className="min-w-0 flex-1 basis-32">
        <p className="flex flex-wrap items-center gap-2 font-medium">
          {member.name}
          {isMe && <Badge>{t('you')}</Badge>}
          {isHere && <span className="font-normal text-accent text-sm">{t('hereNow')}</span>}
        </p>
        <p className="truncate text-ink-faint text-sm">
          {[member.department, member.organisation].filter(Boolean).join(' · ')}
        </p>
      </div>
      <div className="ms-auto flex items-center gap-1">
        {mayManage ? (
          <Select
            label={t('roleOf', { name: member.name })}
            hideLabel
            look="quiet"
            value={role}
            onChange={(chosen) => put.mutate({ id: member.id, role: chosen })}
          >
            {projectRoles.map((one) => (
              <Option key={one} id={one} hint={t(`roleHints.${one}`)}>
                {t(`roles.${one}`)}
              </Option>
            ))}
          </Select>
        ) : (
          <span className="text-ink-soft text-sm">{t(`roles.${role}`)}</span>
        )}
        {(mayManage || (isMe && !project.archived)) && (
          <IconButton
            label={isMe ? t('leave') : t('remove', { name: member.name })}
            onPress={() => remove.mutate(member)}
            isDisabled={remove.isPending}
          >
            <X size={17} />
          </IconButton>
        )}
      </div>
    </li>
  )
}
