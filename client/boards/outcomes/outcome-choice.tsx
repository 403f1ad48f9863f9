import type { Card } from '@atelier/shared/boards/card'
import { addOutcome, removeOutcome } from '@atelier/shared/boards/fact-edits'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import { ChoiceList } from '../choice-list'
import { useOutcomeOptions } from './use-outcome-names'

type Props = {
  card: Pick<Card, 'id' | 'outcomes'>
  /** All that get what is chosen; ticked is what `card` has. */
  ids?: readonly string[]
  title: string
}

/** What a card contributes to, of the project's outcomes. Each choice counts at once. */
export function OutcomeChoice({ card, ids = [card.id], title }: Props) {
  const { t } = useTranslation('outcomes')
  const { room } = useDesk()
  const options = useOutcomeOptions(card.outcomes)
  const change = (chosen: readonly string[]) => {
    for (const id of chosen) if (!card.outcomes.includes(id)) addOutcome(room.doc, ids, id)
    for (const id of card.outcomes) if (!chosen.includes(id)) removeOutcome(room.doc, ids, id)
  }
  if (options.length === 0) return <p className="board-none">{t('card.noneInProject')}</p>
  return (
    <ChoiceList
      title={title}
      hideTitle
      autoFocus
      options={options}
      chosen={card.outcomes}
      onChange={change}
    />
  )
}
