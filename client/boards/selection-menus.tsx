import type { Card } from '@atelier/shared/boards/card'
import {
  addAssignee,
  addLabel,
  addOutcome,
  removeAssignee,
  removeLabel,
  removeOutcome,
} from '@atelier/shared/boards/fact-edits'
import { Tag, Target, UserPlus } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { Menu, MenuItem } from '../ui/menu'
import { useBoardPart, useDesk } from './board-context'
import { BarButton } from './selection-button'

type Props = { ids: readonly string[] }

/** People of the project; ticked are those who have all of the cards. */
export function PeopleOfMany({ ids }: Props) {
  const { t } = useTranslation('board-columns')
  const { room, people } = useDesk()
  const cards = useCards(ids)
  const onAll = new Set([...people.keys()].filter((id) => allHave(cards, 'assignees', id)))
  return (
    <MenuTrigger>
      <BarButton icon={UserPlus} words={t('chosen.assign')} />
      <Menu
        placement="top start"
        aria-label={t('chosen.assign')}
        selectionMode="multiple"
        selectedKeys={onAll}
        renderEmptyState={() => <p className="px-2.5 py-1 text-sm">{t('chosen.noPeople')}</p>}
      >
        {[...people.values()].map(({ id, name }) => (
          <MenuItem
            key={id}
            id={id}
            onAction={() => (onAll.has(id) ? removeAssignee : addAssignee)(room.doc, ids, id)}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

/** Labels of the board; ticked are those that all of the cards have. */
export function LabelsOfMany({ ids }: Props) {
  const { t } = useTranslation('board-columns')
  const { room } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const cards = useCards(ids)
  const onAll = new Set(labels.map(({ id }) => id).filter((id) => allHave(cards, 'labels', id)))
  return (
    <MenuTrigger>
      <BarButton icon={Tag} words={t('chosen.label')} />
      <Menu
        placement="top start"
        aria-label={t('chosen.label')}
        selectionMode="multiple"
        selectedKeys={onAll}
        renderEmptyState={() => <p className="px-2.5 py-1 text-sm">{t('chosen.noLabels')}</p>}
      >
        {labels.map(({ id, name }) => (
          <MenuItem
            key={id}
            id={id}
            onAction={() => (onAll.has(id) ? removeLabel : addLabel)(room.doc, ids, id)}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

/** Outcomes of the project; ticked are those that all of the cards contribute to. */
export function OutcomesOfMany({ ids }: Props) {
  const { t } = useTranslation('outcomes')
  const { room, outcomes } = useDesk()
  const cards = useCards(ids)
  const shown = outcomes.filter((outcome) => !outcome.archived)
  if (shown.length === 0) return null
  const onAll = new Set(shown.map(({ id }) => id).filter((id) => allHave(cards, 'outcomes', id)))
  return (
    <MenuTrigger>
      <BarButton icon={Target} words={t('card.label')} />
      <Menu
        placement="top start"
        aria-label={t('card.choose')}
        selectionMode="multiple"
        selectedKeys={onAll}
      >
        {shown.map(({ id, name }) => (
          <MenuItem
            key={id}
            id={id}
            onAction={() => (onAll.has(id) ? removeOutcome : addOutcome)(room.doc, ids, id)}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}

function useCards(ids: readonly string[]): readonly Card[] {
  const cards = useBoardPart((board) => board.cards)
  return ids.flatMap((id) => cards.get(id) ?? [])
}

const allHave = (
  cards: readonly Card[],
  what: 'assignees' | 'labels' | 'outcomes',
  id: string,
): boolean => cards.length > 0 && cards.every((card) => card[what].includes(id))
