import type { Card } from '@atelier/shared/boards/card'
import { Target } from 'lucide-react'
import { Button, DialogTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Popover } from '../../ui/popover'
import { useDesk } from '../board-context'
import { OutcomeChoice } from './outcome-choice'
import { type NamedOutcome, useOutcomeNames, useOutcomeOptions } from './use-outcome-names'
import './outcome-picker.css'

/** What the card contributes to: any number of the project's outcomes. Nothing where there are none. */
export function OutcomePicker({ card }: { card: Card }) {
  const { t } = useTranslation('outcomes')
  const { editable } = useDesk()
  const named = useOutcomeNames(card)
  const options = useOutcomeOptions(card.outcomes)
  if (named.length === 0 && (!editable || options.length === 0)) return null
  const shown =
    named.length > 0 ? (
      <OutcomeNames named={named} />
    ) : (
      <span className="board-none">{t('card.none')}</span>
    )
  return (
    <div className="board-field">
      <span className="board-field-label">{t('card.label')}</span>
      {editable ? <Picker card={card} named={named} shown={shown} /> : shown}
    </div>
  )
}

type PickerProps = { card: Card; named: readonly NamedOutcome[]; shown: React.ReactNode }

function Picker({ card, named, shown }: PickerProps) {
  const { t } = useTranslation('outcomes')
  const names = named.map(({ name }) => name).join(', ')
  return (
    <DialogTrigger>
      <Button
        className="board-field-button"
        aria-label={names ? t('card.are', { names }) : t('card.edit')}
      >
        {shown}
      </Button>
      <Popover
        className="card-picker card-outcome-choice"
        placement="bottom start"
        label={t('card.choose')}
      >
        <OutcomeChoice card={card} title={t('card.choose')} />
      </Popover>
    </DialogTrigger>
  )
}

const OutcomeNames = ({ named }: { named: readonly NamedOutcome[] }) => (
  <ul className="card-outcomes">
    {named.map(({ id, name }) => (
      <li key={id}>
        <Target aria-hidden size={14} />
        <span dir="auto">{name}</span>
      </li>
    ))}
  </ul>
)
