import { type KeyboardEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../../i18n/use-today'
import { Button } from '../../ui/button'
import { DateField } from '../../ui/date-field'
import type { EditorProps } from './cell-editor'
import { CellPopover } from './cell-popover'

type Props = EditorProps & {
  of: 'start' | 'due'
  label: string
  day: string | null
  onChange(day: string | null): void
}

/** A day, typed or picked. Enter takes it; Escape leaves what was there. */
export function DayChoice({ of, label, day, onChange, ...props }: Props) {
  const { t } = useTranslation('board-views')
  const today = useToday()
  const [typed, setTyped] = useState(day)
  const take = (chosen: string | null) => {
    if (chosen !== day) onChange(chosen)
    props.onDone(0)
  }
  const press = (event: KeyboardEvent) => {
    const isSegment = (event.target as HTMLElement).getAttribute('role') === 'spinbutton'
    if (event.key !== 'Enter' || !isSegment) return
    event.preventDefault()
    take(isWhole(typed) ? typed : day)
  }
  const leave = (go: number | null) => {
    if (isWhole(typed) && typed !== day) onChange(typed)
    props.onDone(go)
  }
  return (
    <CellPopover {...props} column={of} label={label} keepsTab onDone={leave}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it only listens for Enter. */}
      <div className="table-day" onKeyDown={press}>
        <DateField label={label} hideLabel autoFocus value={typed} onChange={setTyped} />
        <div className="table-day-acts">
          <Button size="small" tone="quiet" onPress={() => take(today)}>
            {t('spans.today')}
          </Button>
          {day !== null && (
            <Button size="small" tone="quiet" onPress={() => take(null)}>
              {t('table.noDay')}
            </Button>
          )}
        </div>
      </div>
    </CellPopover>
  )
}

/** While a year is typed it goes 2, 20, 202. */
const isWhole = (day: string | null) => day !== null && Number(day.slice(0, 4)) >= 1000
