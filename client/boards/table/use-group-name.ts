import { useTranslation } from 'react-i18next'
import {
  formerMembers,
  goneOutcomes,
  noLabel,
  noOutcomeGroup,
  type TableGroup,
} from './table-groups'

/** What a group is called: columns and labels may have no name of their own. */
export function useGroupName(): (group: TableGroup) => string {
  const { t } = useTranslation('board-views')
  const { t: boards } = useTranslation('boards')
  const { t: words } = useTranslation('outcomes')
  return ({ id, name }) => {
    if (name !== null) return name || boards('column.unnamed')
    if (id === formerMembers) return boards('detail.formerMember')
    if (id === goneOutcomes) return words('card.gone')
    if (id === noOutcomeGroup) return words('filterNone')
    if (id === 'nobody') return t('filter.nobody')
    return id === noLabel ? t('table.noLabel') : t(`spans.${id}`)
  }
}
