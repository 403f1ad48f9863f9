import { type CalendarDate, parseDate } from '@internationalized/date'
import { CalendarDays } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import { DateInput, DateSegment } from 'react-aria-components/DateField'
import { DatePicker } from 'react-aria-components/DatePicker'
import { Dialog } from 'react-aria-components/Dialog'
import { Group } from 'react-aria-components/Group'
import { Popover } from 'react-aria-components/Popover'
import { Calendar } from './calendar'
import { classNames } from './class-names'
import { FieldFoot, FieldLabel, type FieldProps, inputClass } from './field'
import { floatClass } from './popover'

export type DateFieldProps = FieldProps & {
  /** A plain day, `2026-03-31`, or null. Anything else is shown as none. */
  value: string | null
  onChange: (value: string | null) => void
  isDisabled?: boolean
  isReadOnly?: boolean
  autoFocus?: boolean
}

const dayOf = (value: string | null): CalendarDate | null => {
  if (!value || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return null
  const [, month = 0, day = 0] = value.split('-').map(Number)
  return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? parseDate(value) : null
}

/** A day typed in the reader's own order, or picked from a calendar. */
export function DateField(props: DateFieldProps) {
  const { label, hideLabel, description, error, className } = props
  return (
    <DatePicker
      value={dayOf(props.value)}
      onChange={(day) => props.onChange(day ? day.toString() : null)}
      isDisabled={props.isDisabled}
      isReadOnly={props.isReadOnly}
      autoFocus={props.autoFocus}
      isInvalid={Boolean(error)}
      validationBehavior="aria"
      className={classNames('block min-w-0', className)}
    >
      <FieldLabel label={label} hidden={hideLabel} />
      <Group
        className={classNames(
          inputClass,
          'flex h-10 items-center pe-1 data-focus-within:border-focus data-focus-within:outline-2 data-focus-within:-outline-offset-1 data-focus-within:outline-focus',
        )}
      >
        <DateInput className="flex min-w-0 flex-1 items-center whitespace-nowrap tabular-nums">
          {(segment) => (
            <DateSegment
              segment={segment}
              className="rounded-xs px-0.5 outline-none data-focused:bg-accent data-focused:text-on-accent data-placeholder:text-ink-faint data-focused:data-placeholder:text-on-accent"
            />
          )}
        </DateInput>
        <Button className="flex size-8 shrink-0 cursor-pointer items-center justify-center rounded-sm text-ink-faint data-hovered:bg-hover data-hovered:text-ink">
          <CalendarDays size={16} aria-hidden />
        </Button>
      </Group>
      <FieldFoot description={description} error={error} />
      <Popover offset={6} className={floatClass}>
        <Dialog className="p-3 outline-none">
          <Calendar />
        </Dialog>
      </Popover>
    </DatePicker>
  )
}
