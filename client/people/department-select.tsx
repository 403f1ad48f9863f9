import { useTranslation } from 'react-i18next'
import { Option, Select } from '../ui/select'

const none = 'none'

/** One's own department, or none. Nothing is drawn where there are no departments. */
export function DepartmentSelect(props: {
  departments: { id: string; name: string }[]
  value: string | null
  onChange: (id: string | null) => void
  error?: string
}) {
  const { t } = useTranslation('door')
  if (props.departments.length === 0) return null
  return (
    <Select
      label={t('department')}
      value={props.value ?? none}
      onChange={(id) => props.onChange(id === none ? null : id)}
      error={props.error}
    >
      <Option id={none}>{t('noDepartment')}</Option>
      {props.departments.map(({ id, name }) => (
        <Option key={id} id={id}>
          {name}
        </Option>
      ))}
    </Select>
  )
}
