import type { LaneKind } from '@atelier/shared/boards/view'
import { useTranslation } from 'react-i18next'
import { Option, Select } from '../../ui/select'
import { shownLaneKinds } from './lane-kinds'

type Props = { lanes: LaneKind | null; onChange(lanes: LaneKind | null): void }

/** What the board's rows go by. */
export function LaneSwitch({ lanes, onChange }: Props) {
  const { t } = useTranslation('board-columns')
  const words = {
    none: t('lanes.without'),
    person: t('lanes.person'),
    department: t('lanes.department'),
    label: t('lanes.label'),
    outcome: t('lanes.outcome'),
  }
  return (
    <Select
      label={t('lanes.by')}
      hideLabel
      look="quiet"
      value={shownLaneKinds.find((kind) => kind === lanes) ?? 'none'}
      onChange={(kind) => onChange(shownLaneKinds.find((known) => known === kind) ?? null)}
    >
      {(['none', ...shownLaneKinds] as const).map((kind) => (
        <Option key={kind} id={kind}>
          {words[kind]}
        </Option>
      ))}
    </Select>
  )
}
