import type { Card } from '@atelier/shared/boards/card'
import { type LucideIcon, Tag, Target, UserPlus } from 'lucide-react'
import type { ReactNode } from 'react'
import { DialogTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Popover } from '../ui/popover'
import { useDesk } from './board-context'
import { AssigneeChoice } from './card/assignee-picker'
import { LabelViews } from './label-picker'
import { useManyAsOne } from './many-as-one'
import { OutcomeChoice } from './outcomes/outcome-choice'
import { BarButton } from './selection-button'

type Props = { ids: readonly string[] }

/** People of the project, searched as on a card; ticked are those who have all of the cards. */
export function PeopleOfMany({ ids }: Props) {
  const { t } = useTranslation('board-columns')
  return (
    <Choice ids={ids} icon={UserPlus} words={t('chosen.assign')} className="card-picker">
      {(card) => <AssigneeChoice card={card} ids={ids} />}
    </Choice>
  )
}

/** Labels of the board, to be searched, changed and made; ticked are those that all of the cards have. */
export function LabelsOfMany({ ids }: Props) {
  const { t } = useTranslation('board-columns')
  return (
    <Choice ids={ids} icon={Tag} words={t('chosen.label')} className="board-labels-popover">
      {(card) => <LabelViews card={card} ids={ids} />}
    </Choice>
  )
}

/** Outcomes of the project; ticked are those that all of the cards contribute to. */
export function OutcomesOfMany({ ids }: Props) {
  const { t } = useTranslation('outcomes')
  const { outcomes } = useDesk()
  if (outcomes.every((outcome) => outcome.archived)) return null
  return (
    <Choice
      ids={ids}
      icon={Target}
      words={t('card.label')}
      className="card-picker card-outcome-choice"
    >
      {(card) => <OutcomeChoice card={card} ids={ids} title={t('card.choose')} />}
    </Choice>
  )
}

type ChoiceProps = Props & {
  icon: LucideIcon
  words: string
  className: string
  children(card: Card): ReactNode
}

function Choice({ ids, icon, words, className, children }: ChoiceProps) {
  const card = useManyAsOne(ids[0] ?? '', ids)
  if (!card) return null
  return (
    <DialogTrigger>
      <BarButton icon={icon} words={words} />
      <Popover label={words} placement="top start" className={className}>
        {children(card)}
      </Popover>
    </DialogTrigger>
  )
}
