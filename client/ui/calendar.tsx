import { ChevronLeft, ChevronRight } from 'lucide-react'
import { Button } from 'react-aria-components/Button'
import {
  Calendar as AriaCalendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar'
import { Heading } from 'react-aria-components/Heading'

const turn =
  'flex size-8 cursor-pointer items-center justify-center rounded-sm text-ink-soft data-hovered:bg-hover data-disabled:opacity-40'

/** A month of days, in a DateField's popover. */
export function Calendar() {
  return (
    <AriaCalendar>
      <header className="mb-2 flex items-center gap-1">
        <Heading className="flex-1 ps-2 font-medium text-sm" />
        <Button slot="previous" className={turn}>
          <ChevronLeft size={16} aria-hidden className="rtl:rotate-180" />
        </Button>
        <Button slot="next" className={turn}>
          <ChevronRight size={16} aria-hidden className="rtl:rotate-180" />
        </Button>
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>
          {(day) => (
            <CalendarHeaderCell className="size-9 font-normal text-ink-faint text-xs">
              {day}
            </CalendarHeaderCell>
          )}
        </CalendarGridHeader>
        <CalendarGridBody>
          {(date) => (
            <CalendarCell
              date={date}
              className="flex size-9 cursor-pointer items-center justify-center rounded-md text-sm tabular-nums data-today:font-semibold data-today:text-accent data-hovered:bg-hover data-selected:bg-accent data-selected:text-on-accent data-outside-month:hidden data-disabled:opacity-40"
            />
          )}
        </CalendarGridBody>
      </CalendarGrid>
    </AriaCalendar>
  )
}
