import { Search, X } from 'lucide-react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Option, Select } from '../ui/select'
import { useBoardPart, useDesk } from './board-context'
import { type BoardFilter, countMatches, isFiltering, noFilter } from './board-filter'

const all = 'all'
type Props = { filter: BoardFilter; onChange(filter: BoardFilter): void }

/** Narrows what the board shows to this reader; nobody else's board changes. */
export function FilterBar({ filter, onChange }: Props) {
  const { t } = useTranslation('boards')
  return (
    <div className="board-filter">
      <SearchField
        className="board-search"
        aria-label={t('filter.text')}
        value={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
      >
        <Search aria-hidden size={16} />
        <Input placeholder={t('filter.text')} />
        <Button className="board-icon-button" aria-label={t('filter.clear')}>
          <X aria-hidden size={14} />
        </Button>
      </SearchField>
      <Choices filter={filter} onChange={onChange} />
      {isFiltering(filter) && <Found filter={filter} onClear={() => onChange(noFilter)} />}
    </div>
  )
}

function Choices({ filter, onChange }: Props) {
  const { t } = useTranslation('boards')
  const { people } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const chosen = (key: string) => (key === all ? null : key)
  return (
    <>
      <Select
        label={t('filter.person')}
        hideLabel
        look="quiet"
        value={filter.person ?? all}
        onChange={(key) => onChange({ ...filter, person: chosen(key) })}
      >
        <Option id={all}>{t('filter.anybody')}</Option>
        {[...people.values()].map((person) => (
          <Option key={person.id} id={person.id}>
            {person.name}
          </Option>
        ))}
      </Select>
      {labels.length > 0 && (
        <Select
          label={t('filter.label')}
          hideLabel
          look="quiet"
          value={filter.label ?? all}
          onChange={(key) => onChange({ ...filter, label: chosen(key) })}
        >
          <Option id={all}>{t('filter.anyLabel')}</Option>
          {labels.map((label) => (
            <Option key={label.id} id={label.id}>
              {label.name}
            </Option>
          ))}
        </Select>
      )}
    </>
  )
}

function Found({ filter, onClear }: { filter: BoardFilter; onClear(): void }) {
  const { t } = useTranslation('boards')
  const count = useBoardPart((board) => countMatches(board, filter))
  return (
    <Button className="board-found" onPress={onClear}>
      <span role="status">{t('filter.found', { count })}</span>
      <X aria-hidden size={14} />
      <span className="sr-only">{t('filter.clear')}</span>
    </Button>
  )
}
