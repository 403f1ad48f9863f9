import type { InboxItem, InboxKind } from '@atelier/shared/inbox/inbox'
import { Link } from '@tanstack/react-router'
import {
  CalendarClock,
  Circle,
  CircleCheck,
  HeartHandshake,
  PenLine,
  Sprout,
  Users,
  Workflow,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Avatar } from '../ui/avatar'
import { classNames } from '../ui/class-names'
import { IconButton } from '../ui/icon-button'
import { InboxDetail, InboxSentence } from './inbox-sentence'

type Props = {
  item: InboxItem
  onOpen(): void
  /** Read, or unread again. */
  onTurn(): void
}

/** One message; all of it opens what it is about. */
export function InboxRow({ item, onOpen, onTurn }: Props) {
  const { t } = useTranslation('inbox')
  const { ago, moment } = useFormat()
  const { isRead, at } = item
  return (
    <li className="group/row -mx-3 relative flex items-start gap-3 rounded-lg px-3 py-2.5 transition-colors duration-100 hover:bg-hover has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus">
      <span
        aria-hidden
        className={classNames(
          '-ms-1 mt-3 size-2 shrink-0 rounded-full',
          isRead ? 'bg-transparent' : 'bg-accent',
        )}
      />
      <Face item={item} />
      <div className="min-w-0 flex-1 text-sm">
        <InboxLink item={item} onOpen={onOpen} title={moment(at)}>
          {!isRead && <span className="sr-only">{t('unreadOne')} </span>}
          <span className={classNames('break-words', isRead ? 'text-ink-soft' : 'text-ink')}>
            <InboxSentence item={item} />
          </span>
          <InboxDetail item={item} />
        </InboxLink>
        <p className="mt-0.5 flex gap-1.5 text-ink-faint text-xs">
          <Place item={item} />
          <time dateTime={at} className="shrink-0">
            {ago(at)}
          </time>
        </p>
      </div>
      <IconButton
        label={t(isRead ? 'mark.unread' : 'mark.read')}
        shortcut={['U']}
        size="small"
        onPress={onTurn}
        className="z-10 opacity-0 focus-visible:opacity-100 group-focus-within/row:opacity-100 group-hover/row:opacity-100 pointer-coarse:opacity-100"
      >
        {isRead ? <Circle size={15} aria-hidden /> : <CircleCheck size={16} aria-hidden />}
      </IconButton>
    </li>
  )
}

const linkClass = 'block min-w-0 outline-none after:absolute after:inset-0'

function InboxLink(props: { item: InboxItem; onOpen(): void; title: string; children: ReactNode }) {
  const { place, comment, id } = props.item
  const shared = {
    className: linkClass,
    title: props.title,
    onClick: props.onOpen,
    'data-inbox-row': id,
    children: props.children,
  }
  if (place.kind === 'board') {
    const search = { card: place.card.id, ...(comment && { comment: comment.id }) }
    return <Link {...shared} to="/boards/$boardId" params={{ boardId: place.id }} search={search} />
  }
  if (place.kind === 'section') {
    const search = comment ? { thread: comment.threadId } : {}
    return (
      <Link
        {...shared}
        to="/journal/$entryId"
        params={{ entryId: place.entryId }}
        search={search}
      />
    )
  }
  if (place.kind === 'mentorship')
    return <Link {...shared} to="/mentorships/$mentorshipId" params={{ mentorshipId: place.id }} />
  if (place.kind === 'training-record')
    return <Link {...shared} to="/training/$recordId" params={{ recordId: place.id }} />
  if (place.kind === 'training-week') {
    const { recordId, week } = place
    return <Link {...shared} to="/training/$recordId/$week" params={{ recordId, week }} />
  }
  const search = comment ? { panel: 'comments', thread: comment.threadId, comment: comment.id } : {}
  return <Link {...shared} to="/docs/$docId" params={{ docId: place.id }} search={search} />
}

function Place({ item: { place, project } }: { item: InboxItem }) {
  const { t } = useTranslation('inbox')
  const board = place.kind === 'board' ? place.title || t('untitledBoard') : null
  const record = place.kind === 'training-week' ? t('training') : null
  const parts = [board, record, project?.title].filter((part): part is string => Boolean(part))
  if (parts.length === 0) return null
  return (
    <>
      <span className="min-w-0 truncate">
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts have their places
          <span key={at}>
            {at > 0 && ' · '}
            <bdi>{part}</bdi>
          </span>
        ))}
      </span>
      <span aria-hidden>·</span>
    </>
  )
}

const icons: Partial<Record<InboxKind, typeof Users>> = {
  rule: Workflow,
  'asked-learned': Sprout,
  'due-tomorrow': CalendarClock,
  overdue: CalendarClock,
  'training-asked': PenLine,
  'week-submitted': PenLine,
  'week-returned': PenLine,
  'addendum-asked': PenLine,
  'mentorship-asked': HeartHandshake,
  'mentorship-answered': HeartHandshake,
  'agreement-proposed': HeartHandshake,
  'mentorship-paused': HeartHandshake,
  'mentorship-resumed': HeartHandshake,
  'mentorship-ended': HeartHandshake,
}

/** Of who did it; otherwise of what kind it is. */
function Face({ item: { actor, kind } }: { item: InboxItem }) {
  if (actor) return <Avatar name={actor.name} colour={actor.colour} />
  const Icon = icons[kind] ?? Users
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-flex size-8 shrink-0 items-center justify-center rounded-full',
        kind === 'overdue' ? 'bg-danger-soft text-danger' : 'bg-hover text-ink-soft',
      )}
    >
      <Icon size={16} />
    </span>
  )
}
