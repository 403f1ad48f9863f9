import type { Card } from '@atelier/shared/boards/card'
import { useTranslation } from 'react-i18next'
import { Option, Select } from '../../ui/select'
import { useBoardPart, useColumns, useDesk } from '../board-context'
import { useBoardView } from '../use-board-view'
import { lanesOf, lanesOfCard, type ShownLaneKind, shownLaneKinds, takesCards } from './lane-kinds'
import { useLaneName } from './use-lane-name'

/** What the rows of the board go by, if it has rows. */
export function useRowKind(): ShownLaneKind | null {
  const { view } = useBoardView()
  const kind = view.kind === 'board' && shownLaneKinds.find((known) => known === view.lanes)
  return kind || null
}

type Props = {
  kind: ShownLaneKind
  /** The one the card is in now, and the one chosen. */
  value: string
  onChange(lane: string): void
}

/** In “Move to…”: the row, for everybody who does not drag. */
export function LaneChoice({ kind, value, onChange }: Props) {
  const { t } = useTranslation('board-columns')
  const { people, outcomes } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const columns = useColumns()
  const name = useLaneName(kind)
  const world = { people, labels, outcomes }
  const lanes = lanesOf(
    columns.flatMap(({ cards }) => cards),
    kind,
    world,
  ).filter(({ id }) => id === value || takesCards(kind, id, world))
  return (
    <Select
      label={t('lanes.lane')}
      value={asKey(value)}
      onChange={(key) => onChange(key === none ? '' : key)}
    >
      {lanes.map((lane) => (
        <Option key={lane.id} id={asKey(lane.id)}>
          {name(lane)}
        </Option>
      ))}
    </Select>
  )
}

/** A choice needs a name, also for the lane of none. */
const none = 'none'
const asKey = (id: string): string => id || none

/** The first lane a card is in. */
export function useLaneOf(card: Card, kind: ShownLaneKind | null): string {
  const { people, outcomes } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  return (kind && lanesOfCard(card, kind, { people, labels, outcomes })[0]) || ''
}
