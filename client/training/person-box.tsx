import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { usePeople } from '../api/people-records'
import { Avatar } from '../ui/avatar'
import { ComboBox } from '../ui/combo-box'
import { Option } from '../ui/select'

type Props = {
  label: string
  value: string | null
  onChange(id: string | null): void
  error?: string | undefined
}

/** Somebody else of the workspace, by name; their organisation below it. */
export function PersonBox(box: Props) {
  const { t } = useTranslation('training')
  const { id: me } = useMe()
  const { data = [] } = usePeople()
  const others = data.filter(({ id, suspended }) => id !== me && !suspended)
  return (
    <ComboBox {...box} placeholder={t('beginForm.choosePerson')} nothing={t('beginForm.nobody')}>
      {others.map(({ id, name, colour, organisation }) => (
        <Option
          key={id}
          id={id}
          icon={<Avatar name={name} colour={colour} size="small" />}
          hint={organisation}
        >
          {name}
        </Option>
      ))}
    </ComboBox>
  )
}
