import { useTranslation } from 'react-i18next'
import type { ShownLaneKind } from './lane-kinds'
import { type Lane, noLane } from './lanes'

/** What a lane is called on screen and by screen readers. */
export function useLaneName(kind: ShownLaneKind): (lane: Lane) => string {
  const { t } = useTranslation('board-columns')
  const { t: outcomes } = useTranslation('outcomes')
  const { t: words } = useTranslation('boards')
  const nobody = {
    person: t('lanes.nobody'),
    department: t('lanes.noDepartment'),
    label: t('lanes.noLabel'),
    outcome: outcomes('filterNone'),
  }
  const gone = kind === 'outcome' ? outcomes('card.gone') : words('detail.formerMember')
  return ({ id, name }) => (id === noLane ? nobody[kind] : name || gone)
}
