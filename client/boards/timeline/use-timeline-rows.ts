import type { TimelineGroup as Grouping } from '@atelier/shared/boards/view'
import { useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBoardPart, useDesk } from '../board-context'
import type { TimedCard } from '../time/timed-cards'
import { type Group, keptRows, type Row, timelineRows } from './timeline-rows'

const nobody = 'nobody'

/** The cards as rows, by where they lie or by whose they are. */
export function useTimelineRows(dated: readonly TimedCard[], grouping: Grouping): readonly Row[] {
  const { t } = useTranslation('board-time')
  const { people } = useDesk()
  const columns = useBoardPart((board) => board.columns)
  const before = useRef<readonly Row[]>([])
  return useMemo(() => {
    const keep = (rows: readonly Row[]) => {
      before.current = keptRows(before.current, rows)
      return before.current
    }
    if (grouping === 'column') {
      const groups = columns.map(({ id, name }) => ({ id, name: name || t('timeline.unnamed') }))
      return keep(timelineRows(dated, groups, ({ column }) => [column]))
    }
    const groups: Group[] = [...people.values()].map(({ id, name }) => ({ id, name }))
    groups.push({ id: nobody, name: t('timeline.nobody') })
    const groupsOf = ({ card }: TimedCard) => {
      const known = card.assignees.filter((id) => people.has(id))
      return known.length > 0 ? known : [nobody]
    }
    return keep(timelineRows(dated, groups, groupsOf))
  }, [dated, grouping, columns, people, t])
}
