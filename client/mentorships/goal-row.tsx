import type { Goal } from '@atelier/shared/mentorships/mentoring'
import { Ellipsis, Leaf, Pencil, RotateCcw, Trash2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { mentorshipsKey } from '../api/mentorship-records'
import { useChange } from '../api/use-change'
import { Badge } from '../ui/badge'
import { Checkbox } from '../ui/checkbox'
import { classNames } from '../ui/class-names'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { toast } from '../ui/toast'
import { DueDay } from './due-day'
import { deleteGoal, putGoalBack, useChangeGoal } from './to-dos/to-do-requests'

type Props = {
  goal: Goal
  /** Left out where it is somebody else's, who alone changes it. */
  onEdit?: () => void
  /** Where it is from, or where its card is. */
  beside?: ReactNode
  /** More that may be done with it. */
  also?: ReactNode
}

export function GoalRow({ goal, onEdit, beside, also }: Props) {
  const { t } = useTranslation('mentorships')
  const change = useChangeGoal()
  const { id, title, due } = goal
  const state = change.isPending ? (change.variables.state ?? goal.state) : goal.state
  const isReached = state === 'reached'
  const words = (
    <span
      dir="auto"
      className={classNames('min-w-0 wrap-anywhere', state !== 'open' && 'text-ink-faint')}
    >
      {title}
    </span>
  )
  return (
    <li className="flex items-start gap-2 py-1">
      <div className="min-w-0 flex-1">
        {onEdit ? (
          <Checkbox
            isSelected={isReached}
            onChange={(reached) => change.mutate({ id, state: reached ? 'reached' : 'open' })}
          >
            {words}
          </Checkbox>
        ) : (
          <p className="flex min-h-8 items-start gap-2.5 py-1">
            <Leaf aria-hidden size={15} className="mt-1 shrink-0 text-ink-faint" />
            {words}
          </p>
        )}
        <p className="ms-7 flex flex-wrap items-center gap-2 text-ink-faint text-xs empty:hidden">
          {state !== 'open' && (
            <Badge tone={isReached ? 'accent' : 'neutral'}>{t(`goals.state.${state}`)}</Badge>
          )}
          {due && <DueDay day={due} isDone={state !== 'open'} />}
          {beside}
        </p>
      </div>
      {onEdit && <GoalMenu goal={goal} onEdit={onEdit} also={also} />}
    </li>
  )
}

function GoalMenu({ goal, onEdit, also }: Props & { onEdit(): void }) {
  const { t } = useTranslation('mentorships')
  const change = useChangeGoal()
  const renews = [mentorshipsKey]
  const putBack = useChange(() => putGoalBack(goal), { renews })
  const remove = useChange(deleteGoal, {
    renews,
    done: () => {
      const action = { label: t('undo'), onPress: () => putBack.mutate() }
      toast({ text: t('goals.removed'), action })
    },
  })
  const { id, state } = goal
  return (
    <MenuTrigger>
      <IconButton size="small" label={t('goals.more', { title: goal.title })}>
        <Ellipsis aria-hidden size={16} />
      </IconButton>
      <Menu placement="bottom end">
        <MenuItem icon={<Pencil size={15} />} onAction={onEdit}>
          {t('edit')}
        </MenuItem>
        {also}
        {state === 'open' ? (
          <MenuItem
            icon={<Leaf size={15} />}
            onAction={() => change.mutate({ id, state: 'let-go' })}
          >
            {t('goals.letGo')}
          </MenuItem>
        ) : (
          <MenuItem
            icon={<RotateCcw size={15} />}
            onAction={() => change.mutate({ id, state: 'open' })}
          >
            {t('goals.reopen')}
          </MenuItem>
        )}
        <MenuItem icon={<Trash2 size={15} />} onAction={() => remove.mutate(id)}>
          {t('remove')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
