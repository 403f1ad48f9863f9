import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoardPart, useDesk } from '../board-context'
import type { TimedCard } from '../time/timed-cards'
import { type Group, type Row, timelineRows } from './timeline-rows'

export type Grouping = 'column' | 'person'
const nobody = 'nobody'

/** The cards as rows, by where they lie or by whose they are. */
export function useTimelineRows(dated: readonly TimedCard[], grouping: Grouping): readonly Row[] {
  const { t } = useTranslation('board-time')
  const { people } = useDesk()
  const columns = useBoardPart((board) => board.columns)
  return useMemo(() => {
    if (grouping === 'column') {
      const groups = columns.map(({ id, name }) => ({ id, name: name || t('timeline.unnamed') }))
      return timelineRows(dated, groups, ({ column }) => [column])
    }
    const groups: Group[] = [...people.values()].map(({ id, name }) => ({ id, name }))
    groups.push({ id: nobody, name: t('timeline.nobody') })
    return timelineRows(dated, groups, ({ card }) => {
      const known = card.assignees.filter((id) => people.has(id))
      return known.length > 0 ? known : [nobody]
    })
  }, [dated, grouping, columns, people, t])
}
