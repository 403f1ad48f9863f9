import { type DocRole, docRoles } from '@atelier/shared/access/roles'
import type { DocAccess } from '@atelier/shared/docs/doc-lists'
import type { PersonCard } from '@atelier/shared/people/person'
import { Plus, X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../api/people-records'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { ComboBox } from '../ui/combo-box'
import { IconButton } from '../ui/icon-button'
import { Option, Select } from '../ui/select'
import { useDocGrants } from './use-doc-grants'

type Props = { docId: string; access: DocAccess }

/** People who may come in beyond the project's, or instead of them. */
export function SharePeople({ docId, access }: Props) {
  const { t } = useTranslation('organise')
  return (
    <section aria-labelledby="share-people">
      <h3 id="share-people" className="mb-2 font-medium text-sm">
        {t(access.restricted ? 'share.chosen' : 'share.also')}
      </h3>
      <AddPerson docId={docId} access={access} />
      <p className="mt-2 text-ink-soft text-sm">{t('share.readers')}</p>
      {access.people.length > 0 && (
        <ul aria-label={t('share.people')} className="mt-2 divide-y divide-line">
          {access.people.map((person) => (
            <Granted key={person.id} docId={docId} person={person} />
          ))}
        </ul>
      )}
    </section>
  )
}

function AddPerson({ docId, access }: Props) {
  const { t } = useTranslation('organise')
  const { data: people } = usePeople()
  const { put } = useDocGrants(docId)
  const [personId, setPersonId] = useState<string | null>(null)
  const [role, setRole] = useState<DocRole>('contributor')
  const others = (people ?? []).filter(
    ({ id, suspended }) =>
      !suspended && ![...access.people, ...access.leads].some((known) => known.id === id),
  )
  const add = () => {
    if (personId) put.mutate({ id: personId, role }, { onSuccess: () => setPersonId(null) })
  }
  return (
    <div className="grid gap-2 sm:grid-cols-[1fr_10rem_auto] sm:items-end">
      <ComboBox
        key={access.people.length}
        label={t('share.add')}
        hideLabel
        placeholder={t('share.addExample')}
        value={personId}
        onChange={setPersonId}
        nothing={t('share.nobody')}
      >
        {others.map((person) => (
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
      <RoleSelect label={t('share.as')} role={role} onChange={setRole} look="field" />
      <Button
        className="h-10"
        icon={<Plus size={16} />}
        isDisabled={!personId}
        isPending={put.isPending}
        onPress={add}
      >
        {t('share.addAction')}
      </Button>
    </div>
  )
}

function RoleSelect(props: {
  label: string
  role: DocRole
  onChange: (role: DocRole) => void
  look: 'field' | 'quiet'
}) {
  const { t } = useTranslation('organise')
  return (
    <Select
      label={props.label}
      hideLabel
      look={props.look}
      value={props.role}
      onChange={props.onChange}
    >
      {docRoles.map((one) => (
        <Option key={one} id={one}>
          {t(`share.roles.${one}`)}
        </Option>
      ))}
    </Select>
  )
}

function Granted({ docId, person }: { docId: string; person: PersonCard & { role: DocRole } }) {
  const { t } = useTranslation('organise')
  const { put, remove } = useDocGrants(docId)
  const role = put.isPending ? put.variables.role : person.role
  return (
    <li className="flex items-center gap-3 py-2">
      <Avatar name={person.name} colour={person.colour} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium text-sm">{person.name}</p>
        <p className="truncate text-ink-faint text-xs">
          {[person.department, person.organisation].filter(Boolean).join(' · ')}
        </p>
      </div>
      <RoleSelect
        label={t('share.roleOf', { name: person.name })}
        role={role}
        onChange={(chosen) => put.mutate({ id: person.id, role: chosen })}
        look="quiet"
      />
      <IconButton
        label={t('share.remove', { name: person.name })}
        onPress={() => remove.mutate(person)}
        isDisabled={remove.isPending}
      >
        <X size={17} aria-hidden />
      </IconButton>
    </li>
  )
}
