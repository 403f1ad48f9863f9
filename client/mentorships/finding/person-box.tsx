import { useTranslation } from 'react-i18next'
import { useMe } from '../../access/session'
import { usePeople } from '../../api/people-records'
import { Avatar } from '../../ui/avatar'
import { ComboBox } from '../../ui/combo-box'
import { Option } from '../../ui/select'

type Props = {
  label: string
  value: string | null
  onChange(id: string | null): void
  /** Chosen already, elsewhere. */
  without?: readonly string[]
  description?: string
  error?: string | null
  autoFocus?: boolean
}

/** Somebody of the workspace, by name. */
export function PersonBox({ without = [], ...box }: Props) {
  const { t } = useTranslation('mentorships')
  const { id: me } = useMe()
  const { data = [] } = usePeople()
  const others = data.filter(
    ({ id, suspended }) => id !== me && !suspended && !without.includes(id),
  )
  return (
    <ComboBox {...box} placeholder={t('ask.personExample')} nothing={t('ask.nobody')}>
      {others.map((one) => (
        <Option
          key={one.id}
          id={one.id}
          icon={<Avatar name={one.name} colour={one.colour} size="small" />}
          hint={[one.department, one.organisation].filter(Boolean).join(' · ')}
        >
          {one.name}
        </Option>
      ))}
    </ComboBox>
  )
}
