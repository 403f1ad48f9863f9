import type { OrganisationRow } from '@atelier/shared/people/person'
import { Building2, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCanInWorkspace } from '../access/use-can'
import { useOrganisations } from '../api/people-records'
import { useFormat } from '../i18n/use-format'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { AddDepartment } from './add-department'
import { NewOrganisationDialog } from './new-organisation-dialog'
import { Rows } from './rows'
import { SettingsTitle } from './settings-title'
import { WorkspaceName } from './workspace-name'

export function OrganisationsScreen() {
  const { t } = useTranslation('people')
  const { data, error } = useOrganisations()
  const mayManage = useCanInWorkspace('manage')
  const [isAdding, setAdding] = useState(false)
  return (
    <>
      <SettingsTitle
        page="organisations"
        intro={t('organisations.intro')}
        action={
          mayManage && (
            <Button icon={<Plus size={16} />} onPress={() => setAdding(true)}>
              {t('organisations.new')}
            </Button>
          )
        }
      />
      {mayManage && <WorkspaceName />}
      <Rows label={t('organisations.list')} rows={data} error={error}>
        {(one) => <Organisation key={one.id} organisation={one} mayManage={mayManage} />}
      </Rows>
      {isAdding && <NewOrganisationDialog onClose={() => setAdding(false)} />}
    </>
  )
}

function Organisation(props: { organisation: OrganisationRow; mayManage: boolean }) {
  const { t } = useTranslation('people')
  const { region } = useFormat()
  const { id, name, kind, home, departments, region: code } = props.organisation
  return (
    <li className="flex gap-4 py-5">
      <Building2 size={20} aria-hidden className="mt-0.5 shrink-0 text-ink-faint" />
      <div className="min-w-0 flex-1">
        <h2 className="flex flex-wrap items-center gap-2 font-medium">
          {name}
          <Badge tone={home ? 'accent' : 'neutral'}>
            {t(home ? 'organisations.home' : 'organisations.partner')}
          </Badge>
        </h2>
        <p className="text-ink-faint text-sm">
          {[t(`kinds.${kind}`), code && region(code)].filter(Boolean).join(' · ')}
        </p>
        <ul
          aria-label={t('organisations.departmentsOf', { name })}
          className="mt-3 flex flex-wrap items-center gap-1.5"
        >
          {departments.map((department) => (
            <li key={department.id} className="max-w-full">
              <Badge tone="outline">{department.name}</Badge>
            </li>
          ))}
          {departments.length === 0 && (
            <li className="text-ink-faint text-sm">{t('organisations.noDepartments')}</li>
          )}
        </ul>
        {props.mayManage && <AddDepartment organisationId={id} organisation={name} />}
      </div>
    </li>
  )
}
