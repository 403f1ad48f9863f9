import type { AgendaItem } from '@atelier/shared/mentorships/mentoring'
import { ArrowDown, ArrowUp, Ellipsis, GripVertical, Pencil, Trash2 } from 'lucide-react'
import { type KeyboardEvent, useState } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useChange } from '../../api/use-change'
import { Checkbox } from '../../ui/checkbox'
import { classNames } from '../../ui/class-names'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import { toast } from '../../ui/toast'
import { useFocusAlong } from '../../ui/use-focus-along'
import type { RowDrag } from '../../ui/use-row-drag'
import { EditLine } from '../edit-line'
import { mentoringRequests } from '../mentoring-requests'
import { QuestionLink } from './question-link'
import { usePutItem } from './use-agenda'
import { useOfferToSettle } from './use-offer-to-settle'
import './agenda.css'

type Props = {
  mentorshipId: string
  item: AgendaItem
  /** Among those that are shown together. */
  place: number
  count: number
  mayWork: boolean
  drag: RowDrag
  moveTo(id: string, place: number): void
  announce(words: string): void
}

export function AgendaRow({ item, place, count, mayWork, drag, ...props }: Props) {
  const { t } = useTranslation('mentorships')
  const { row, keepFocus } = useFocusAlong(place)
  const [isEditing, setEditing] = useState(false)
  const put = usePutItem(props.mentorshipId, props.announce)
  const { renews, putItem } = mentoringRequests(props.mentorshipId)
  const { id, words, sessionId, isDone, question } = item
  const offerToSettle = useOfferToSettle()
  const tick = (done: boolean) => {
    put({ id, words, sessionId, isDone: done })
    if (done) offerToSettle(question)
  }
  const step = (by: -1 | 1) => {
    if (place + by < 0 || place + by >= count) return
    keepFocus()
    props.moveTo(id, place + by)
  }
  const press = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (!mayWork || by === undefined || !event.altKey || !event.shiftKey) return
    event.preventDefault()
    step(by)
  }
  if (isEditing)
    return (
      <li>
        <EditLine
          label={t('agenda.edit')}
          words={words}
          renews={renews}
          send={(said) => putItem({ id, words: said, sessionId, isDone })}
          onClose={() => setEditing(false)}
        />
      </li>
    )
  return (
    <li
      ref={row}
      data-agenda-item={id}
      data-drop={drag.dropAt(id)}
      className="agenda-row flex items-start gap-2"
      onKeyDown={press}
    >
      {mayWork && count > 1 && (
        <span className="agenda-grip" {...drag.handlers(id)}>
          <GripVertical aria-hidden size={14} />
        </span>
      )}
      <div className="min-w-0 flex-1">
        <Checkbox isSelected={isDone} isDisabled={!mayWork} onChange={tick}>
          <span
            dir="auto"
            className={classNames('min-w-0 wrap-anywhere', isDone && 'text-ink-faint line-through')}
          >
            {words}
          </span>
        </Checkbox>
        {question && <QuestionLink {...{ question, words }} />}
      </div>
      {mayWork && (
        <RowMenu {...{ item, place, count, step }} {...props} onEdit={() => setEditing(true)} />
      )}
    </li>
  )
}

type RowMenuProps = Pick<Props, 'item' | 'place' | 'count' | 'mentorshipId'> & {
  step(by: -1 | 1): void
  onEdit(): void
}

function RowMenu({ item, place, count, mentorshipId, step, onEdit }: RowMenuProps) {
  const { t } = useTranslation('mentorships')
  const { renews, putItem, deleteItem } = mentoringRequests(mentorshipId)
  const { createdBy: _, question: __, ...own } = item
  const putBack = useChange(() => putItem(own), { renews })
  const remove = useChange(deleteItem, {
    renews,
    done: () => {
      const action = { label: t('undo'), onPress: () => putBack.mutate() }
      toast({ text: t('agenda.removed'), action })
    },
  })
  return (
    <MenuTrigger>
      <IconButton size="small" label={t('agenda.more', { item: item.words })}>
        <Ellipsis aria-hidden size={16} />
      </IconButton>
      <Menu placement="bottom end">
        <MenuItem icon={<Pencil size={15} />} onAction={onEdit}>
          {t('edit')}
        </MenuItem>
        <MenuItem
          icon={<ArrowUp size={15} />}
          shortcut={['Alt', 'Shift', '↑']}
          isDisabled={place === 0}
          onAction={() => step(-1)}
        >
          {t('agenda.up')}
        </MenuItem>
        <MenuItem
          icon={<ArrowDown size={15} />}
          shortcut={['Alt', 'Shift', '↓']}
          isDisabled={place >= count - 1}
          onAction={() => step(1)}
        >
          {t('agenda.down')}
        </MenuItem>
        <MenuItem icon={<Trash2 size={15} />} onAction={() => remove.mutate(item.id)}>
          {t('remove')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
