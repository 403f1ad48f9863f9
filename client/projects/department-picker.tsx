import type { OrganisationRow } from '@atelier/shared/people/person'
import { CheckboxGroup } from 'react-aria-components/CheckboxGroup'
import { Label } from 'react-aria-components/Label'
import { useTranslation } from 'react-i18next'
import { useOrganisations } from '../api/people-records'
import { Checkbox } from '../ui/checkbox'
import { Loading, Skeleton } from '../ui/skeleton'

/** Which departments take part, of all organisations one can see. */
export function DepartmentPicker(props: {
  value: string[]
  onChange: (ids: string[]) => void
  isDisabled?: boolean
}) {
  const { t } = useTranslation('project-form')
  const { data } = useOrganisations()
  const organisations = data?.filter((one) => one.departments.length > 0)
  return (
    <CheckboxGroup value={props.value} onChange={props.onChange} isDisabled={props.isDisabled}>
      <Label className="mb-1.5 block font-medium text-sm">{t('departments')}</Label>
      <p className="mb-2 text-ink-faint text-sm">
        {t(organisations?.length === 0 ? 'noDepartments' : 'departmentsHelp')}
      </p>
      {!organisations && (
        <Loading>
          <Skeleton className="h-20 w-full" />
        </Loading>
      )}
      <div className="space-y-3">
        {organisations?.map((organisation) => (
          <Departments
            key={organisation.id}
            organisation={organisation}
            named={organisations.length > 1}
          />
        ))}
      </div>
    </CheckboxGroup>
  )
}

function Departments({ organisation, named }: { organisation: OrganisationRow; named: boolean }) {
  return (
    <div>
      {named && <p className="mb-0.5 text-ink-faint text-xs">{organisation.name}</p>}
      <div className="grid gap-x-4 sm:grid-cols-2">
        {organisation.departments.map(({ id, name }) => (
          <Checkbox key={id} value={id}>
            {name}
          </Checkbox>
        ))}
      </div>
    </div>
  )
}
