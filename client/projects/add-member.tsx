import { type ProjectRole, projectRoles } from '@atelier/shared/access/roles'
import type { ProjectPage } from '@atelier/shared/projects/project'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../api/people-records'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { ComboBox } from '../ui/combo-box'
import { Option, Select } from '../ui/select'
import { useMemberChanges } from './use-member-changes'

/** Somebody of the workspace, by name. */
export function AddMember({ project }: { project: ProjectPage }) {
  const { t } = useTranslation('project-members')
  const { data: people } = usePeople()
  const { put } = useMemberChanges(project.id)
  const [personId, setPersonId] = useState<string | null>(null)
  const [role, setRole] = useState<ProjectRole>('contributor')
  const others = people?.filter(
    ({ id, suspended }) => !suspended && !project.members.some((member) => member.id === id),
  )
  const add = () => {
    if (personId) put.mutate({ id: personId, role }, { onSuccess: () => setPersonId(null) })
  }
  return (
    <div className="mb-6 grid gap-2 sm:grid-cols-[1fr_11rem_auto] sm:items-end">
      <ComboBox
        key={project.members.length}
        label={t('addMember')}
        placeholder={t('addMemberExample')}
        value={personId}
        onChange={setPersonId}
        nothing={t(others?.length === 0 ? 'everybodyIsHere' : 'nobodyFound')}
      >
        {(others ?? []).map((person) => (
          <Option
            key={person.id}
            id={person.id}
            icon={<Avatar name={person.name} colour={person.colour} size="small" />}
            hint={[person.department, person.organisation].filter(Boolean).join(' · ')}
          >
            {person.name}
          </Option>
        ))}
      </ComboBox>
      <Select label={t('as')} value={role} onChange={setRole}>
        {projectRoles.map((one) => (
          <Option key={one} id={one} hint={t(`roleHints.${one}`)}>
            {t(`roles.${one}`)}
          </Option>
        ))}
      </Select>
      <Button
        tone="primary"
        className="h-10"
        icon={<Plus size={16} />}
        isDisabled={!personId}
        isPending={put.isPending}
        onPress={add}
      >
        {t('addMemberAction')}
      </Button>
    </div>
  )
}
