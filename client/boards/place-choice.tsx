import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Option, Select } from '../ui/select'
import { TextField } from '../ui/text-field'

type Props = {
  /** How many places there are. */
  count: number
  place: number
  /** From 1; NaN where no place is written. */
  onChange(place: number): void
  isRefused: boolean
}

/** Beyond this, nobody looks for a place in a list, and all of it would be drawn. */
const mostListed = 60

/** Where in a column a card goes: chosen from a list, or written where it would be a long one. */
export const PlaceChoice = (props: Props) =>
  props.count > mostListed ? <WrittenPlace {...props} /> : <ListedPlace {...props} />

function ListedPlace({ count, place, onChange }: Props) {
  const { t } = useTranslation('boards')
  const words = (position: number) => {
    if (count === 1 || (position > 1 && position < count))
      return t('move.positionOf', { position, count })
    return t(position === 1 ? 'move.first' : 'move.last', { position, count })
  }
  return (
    <Select
      label={t('move.position')}
      value={String(Math.min(place, count))}
      onChange={(chosen) => onChange(Number(chosen))}
    >
      {Array.from({ length: count }, (_, index) => index + 1).map((position) => (
        <Option key={position} id={String(position)}>
          {words(position)}
        </Option>
      ))}
    </Select>
  )
}

function WrittenPlace({ count, place, onChange, isRefused }: Props) {
  const { t } = useTranslation('boards')
  const [text, setText] = useState(String(Math.min(place, count)))
  return (
    <TextField
      label={t('move.position')}
      description={t('move.places', { count })}
      error={isRefused ? t('move.noPlace', { count }) : undefined}
      inputMode="numeric"
      value={text}
      onChange={(next) => {
        setText(next)
        onChange(placeIn(next, count))
      }}
    />
  )
}

function placeIn(text: string, count: number): number {
  const written = /^\d{1,6}$/.test(text.trim()) ? Number(text) : 0
  return written >= 1 && written <= count ? written : Number.NaN
}
