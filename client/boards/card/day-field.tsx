import { X } from 'lucide-react'
import { type FocusEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { DateField } from '../../ui/date-field'
import { IconButton } from '../../ui/icon-button'

type Props = {
  label: string
  value: string | null
  onChange(day: string | null): void
  /** Names the button that takes the day away again. */
  removeLabel: string
}

/** Why what is typed is no day of the card's. */
type Fault = 'half' | 'year'

/** A day of a card; what is typed and cannot be one is told when the field is left. */
export function DayField({ label, value, onChange, removeLabel }: Props) {
  const { t } = useTranslation('card')
  const [typed, setTyped] = useState<string | null>(null)
  const [fault, setFault] = useState<Fault | null>(null)
  const change = (day: string | null) => {
    // While a year is typed it goes 2, 20, 202: only whole ones are anybody else's business.
    const whole = day === null || Number(day.slice(0, 4)) >= 1000
    setTyped(whole ? null : day)
    setFault(null)
    if (whole) onChange(day)
  }
  const leave = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>) => {
    if (currentTarget.contains(relatedTarget)) return
    if (typed !== null) setFault('year')
    else setFault(isHalfTyped(currentTarget) ? 'half' : null)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears that the field in it was left
    <div className="card-day" onBlur={leave}>
      <DateField
        label={label}
        value={typed ?? value}
        onChange={change}
        error={fault && t(`days.${fault}`)}
      />
      {value !== null && (
        <IconButton
          size="small"
          label={removeLabel}
          className="card-day-remove"
          onPress={() => change(null)}
        >
          <X aria-hidden size={14} />
        </IconButton>
      )}
    </div>
  )
}

/** Some parts of a day are there, and some are not. */
function isHalfTyped(field: HTMLElement): boolean {
  const parts = [...field.querySelectorAll('[role="spinbutton"]')]
  const empty = parts.filter((part) => part.hasAttribute('data-placeholder')).length
  return empty > 0 && empty < parts.length
}
