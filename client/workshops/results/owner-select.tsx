import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useTranslation } from 'react-i18next'
import { Option, Select } from '../../ui/select'
import { useWorkshopPeople } from '../workshop-records'

type Props = {
  page: Pick<WorkshopPage, 'id'>
  value: string | null
  onChange(ownerId: string | null): void
}

const nobody = 'nobody'

/** Who takes it on, of those who are in the workshop. */
export function OwnerSelect({ page, value, onChange }: Props) {
  const { t } = useTranslation('workshop-results')
  const { data: people = [] } = useWorkshopPeople(page.id)
  const seated = people.filter(({ state, id }) => state === 'in' || id === value)
  return (
    <Select
      label={t('action.owner')}
      value={value ?? nobody}
      onChange={(chosen) => onChange(chosen === nobody ? null : chosen)}
    >
      <Option id={nobody}>{t('action.nobody')}</Option>
      {seated.map(({ id, name }) => (
        <Option key={id} id={id}>
          {name}
        </Option>
      ))}
    </Select>
  )
}
