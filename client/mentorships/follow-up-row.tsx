import type { FollowUp, MentoringSession } from '@atelier/shared/mentorships/mentoring'
import type { MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { CircleCheck, CircleDashed, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components/Menu'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useChange } from '../api/use-change'
import { useFormat } from '../i18n/use-format'
import { Checkbox } from '../ui/checkbox'
import { classNames } from '../ui/class-names'
import { IconButton } from '../ui/icon-button'
import { Menu, MenuItem } from '../ui/menu'
import { toast } from '../ui/toast'
import { DueDay } from './due-day'
import { mentoringRequests } from './mentoring-requests'
import { useChangeFollowUp } from './to-dos/to-do-requests'

type Props = {
  page: MentorshipPage
  followUp: FollowUp
  /** From which it follows. */
  session: MentoringSession | undefined
  mayWork: boolean
  onEdit(): void
}

/** Ticked by its owner alone. */
export function FollowUpRow({ page, followUp, session, mayWork, onEdit }: Props) {
  const { t } = useTranslation('mentorships')
  const { day } = useFormat()
  const { id: me } = useMe()
  const owner = page.people.find(({ id }) => id === followUp.ownerId)
  const isMine = followUp.ownerId === me
  const facts = [
    isMine ? t('you') : owner?.name,
    session && t('followUps.from', { day: day(session.startsAt) }),
  ]
  return (
    <li className="flex items-start gap-2 py-1">
      <div className="min-w-0 flex-1">
        {isMine ? <FollowUpTick followUp={followUp} /> : <Theirs followUp={followUp} />}
        <p className="ms-7 flex flex-wrap items-center gap-x-2 text-ink-faint text-xs">
          <span>{facts.filter(Boolean).join(' · ')}</span>
          {followUp.due && <DueDay day={followUp.due} isDone={followUp.isDone} />}
        </p>
      </div>
      {mayWork && <RowMenu {...{ page, followUp, onEdit }} />}
    </li>
  )
}

/** For its owner. */
export function FollowUpTick({ followUp: { id, words, isDone } }: { followUp: FollowUp }) {
  const change = useChangeFollowUp()
  const shown = change.isPending ? (change.variables.isDone ?? isDone) : isDone
  return (
    <Checkbox isSelected={shown} onChange={(done) => change.mutate({ id, isDone: done })}>
      <span
        dir="auto"
        className={classNames('min-w-0 wrap-anywhere', shown && 'text-ink-faint line-through')}
      >
        {words}
      </span>
    </Checkbox>
  )
}

function Theirs({ followUp: { words, isDone } }: { followUp: FollowUp }) {
  const { t } = useTranslation('mentorships')
  const Icon = isDone ? CircleCheck : CircleDashed
  return (
    <p className="flex min-h-8 items-start gap-2.5 py-1">
      <Icon
        aria-hidden
        size={18}
        className={classNames('mt-0.75 shrink-0', isDone ? 'text-accent' : 'text-ink-faint')}
      />
      <span
        dir="auto"
        className={classNames('min-w-0 wrap-anywhere', isDone && 'text-ink-faint line-through')}
      >
        {words}
      </span>
      <span className="sr-only">{t(isDone ? 'followUps.isDone' : 'followUps.isOpen')}</span>
    </p>
  )
}

function RowMenu({ page, followUp, onEdit }: Pick<Props, 'page' | 'followUp' | 'onEdit'>) {
  const { t } = useTranslation('mentorships')
  const { renews, deleteFollowUp, putFollowUp } = mentoringRequests(page.id)
  const { id, words, ownerId, due, sessionId } = followUp
  const putBack = useChange(() => putFollowUp({ id, words, ownerId, due, sessionId }), { renews })
  const remove = useChange(deleteFollowUp, {
    renews,
    done: () => {
      const action = { label: t('undo'), onPress: () => putBack.mutate() }
      toast({ text: t('followUps.removed'), action })
    },
  })
  return (
    <MenuTrigger>
      <IconButton size="small" label={t('followUps.more', { words })}>
        <Ellipsis aria-hidden size={16} />
      </IconButton>
      <Menu placement="bottom end">
        <MenuItem icon={<Pencil size={15} />} onAction={onEdit}>
          {t('edit')}
        </MenuItem>
        <MenuItem icon={<Trash2 size={15} />} onAction={() => remove.mutate(id)}>
          {t('remove')}
        </MenuItem>
      </Menu>
    </MenuTrigger>
  )
}
