import { type BoardFilter, noFilter } from '@atelier/shared/boards/view'
import { ListFilter, X } from 'lucide-react'
import { Button, DialogTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Popover } from '../ui/popover'
import { isFiltering } from './board-filter'
import { FilterChoices } from './filter-choices'
import { type FilterPart, useFilterParts } from './filter-parts'
import { FilterSearch } from './filter-search'
import { useFound } from './use-matches'
import './filter-bar.css'

type Props = { filter: BoardFilter; onChange(filter: BoardFilter): void }

/** Narrows what all views of the board show to this reader; nobody else's board changes. */
export function FilterBar({ filter, onChange }: Props) {
  const { t } = useTranslation('board-views')
  const parts = useFilterParts(filter)
  return (
    <div className="board-filter">
      <FilterSearch
        text={filter.text}
        onChange={(text) => onChange({ ...filter, text })}
        label={t('filter.text')}
      />
      <DialogTrigger>
        <Button className="board-filter-button" data-on={parts.length > 0 || undefined}>
          <ListFilter aria-hidden size={15} />
          <span>{t('filter.open')}</span>
          {parts.length > 0 && <span className="board-filter-count">{parts.length}</span>}
        </Button>
        <Popover label={t('filter.title')} placement="bottom end" className="board-filter-choices">
          <FilterChoices filter={filter} onChange={onChange} />
        </Popover>
      </DialogTrigger>
    </div>
  )
}

/** What narrows the view now, each a press away from being gone. Draws nothing while nothing does. */
export function FilterChips({ filter, onChange }: Props) {
  const { t } = useTranslation('board-views')
  const parts = useFilterParts(filter)
  const found = useFound(filter)
  const narrows = isFiltering(filter) || parts.length > 0
  return (
    <div className="board-filter-chips" data-empty={!narrows || undefined}>
      <span role="status" className="board-filter-found">
        {narrows && t('filter.found', { count: found })}
      </span>
      {parts.map((part) => (
        <PartChip key={part.key} part={part} onRemove={() => onChange(part.without)} />
      ))}
      {narrows && (
        <Button className="board-filter-clear" onPress={() => onChange(noFilter)}>
          {t('filter.clearAll')}
        </Button>
      )}
    </div>
  )
}

function PartChip({ part, onRemove }: { part: FilterPart; onRemove(): void }) {
  const { t } = useTranslation('board-views')
  return (
    <Button
      className="board-filter-chip"
      aria-label={t('filter.remove', { what: part.words })}
      onPress={onRemove}
    >
      <span dir="auto">{part.words}</span>
      <X aria-hidden size={13} />
    </Button>
  )
}
