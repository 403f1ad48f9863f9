import { readDay } from '@atelier/shared/docs/attributes'
import { parseDate } from '@internationalized/date'
import { CalendarContext } from 'react-aria-components/Calendar'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { Calendar } from '../ui/calendar'
import { Popover } from '../ui/popover'
import type { BlockQuestion } from './block-popovers'
import { attributesOf, changeBlock } from './change-block'

/** By when a task is to be done. */
export function DuePicker({ editor, asked, onClose }: BlockQuestion) {
  const { t } = useTranslation('blocks')
  const due = readDay(attributesOf(editor, asked).due)
  const choose = (day: string | null) => {
    changeBlock(editor, asked, { due: day })
    onClose()
  }
  return (
    <Popover
      label={t('task.due.label')}
      isOpen
      onOpenChange={(open) => !open && onClose()}
      triggerRef={{ current: asked.beside }}
      placement="bottom start"
    >
      <CalendarContext
        value={{
          'aria-label': t('task.due.label'),
          autoFocus: true,
          defaultValue: due === null ? null : parseDate(due),
          onChange: (day) => choose(day === null ? null : String(day)),
        }}
      >
        <Calendar />
      </CalendarContext>
      {due !== null && (
        <Button tone="quiet" size="small" className="mt-2 w-full" onPress={() => choose(null)}>
          {t('task.due.remove')}
        </Button>
      )}
    </Popover>
  )
}
