import { useTranslation } from 'react-i18next'
import type { Row } from './timeline-rows'
import { headHeight, rowHeight } from './timeline-size'

/** The name above the cards of a column or of a person. */
export function TimelineGroup(props: { row: Extract<Row, { kind: 'group' }>; index: number }) {
  const { row, index } = props
  const { t } = useTranslation('board-time')
  const { name } = row.group
  return (
    <tr
      aria-rowindex={index + 1}
      className="timeline-group"
      style={{ insetBlockStart: headHeight + index * rowHeight }}
    >
      <th scope="row" aria-label={t('timeline.group', { name, count: row.count })}>
        <b dir="auto">{name}</b> {row.count}
      </th>
    </tr>
  )
}
