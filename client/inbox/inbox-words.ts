/** Which sentence of the catalogue `inbox` says what somebody is told. */
import type {
  CardChange,
  InboxCard,
  InboxItem,
  InboxKind,
  InboxPlace,
} from '@atelier/shared/inbox/inbox'
import { isoDay } from './inbox-days'

type MentorshipPlace = Extract<InboxPlace, { kind: 'mentorship' }>

const cardOf = ({ place }: InboxItem): InboxCard | null =>
  place.kind === 'board' ? place.card : null

/** Under `change`, and for a single change under `by` and `plain` as well. Columns and days are those of now. */
export function changeWord(change: CardChange, card: InboxCard | null): string {
  if (change === 'moved') return card?.column ? 'moved' : 'movedOnly'
  if (change === 'due') return card?.due ? 'due' : 'dueNone'
  return change
}

/** `title` then says in whose. */
const inJournal: Partial<Record<InboxKind, string>> = {
  mentioned: 'journalMentioned',
  answered: 'journalAnswered',
  'left-open': 'left-open',
}

/** What one is asked to be, and what was answered. */
function ofMentorship(kind: InboxKind, { role, said }: MentorshipPlace): string {
  if (kind === 'mentorship-asked') return role === 'peer' ? kind : `${kind}-${role}`
  return kind === 'mentorship-answered' && said ? `${kind}-yes` : kind
}

/** Under `by` where somebody did it, under `plain` where it is nobody's, or several people's. `today`: `YYYY-MM-DD`. */
export function sentenceOf(item: InboxItem, today: string): string {
  if (item.place.kind === 'section') return inJournal[item.kind] ?? 'journalCommented'
  if (item.place.kind === 'mentorship') return ofMentorship(item.kind, item.place)
  switch (item.kind) {
    case 'mentioned':
      return item.comment ? 'mentionedComment' : 'mentionedText'
    case 'card-changed': {
      const [change, ...more] = item.changes
      return change && more.length === 0 ? changeWord(change, cardOf(item)) : 'several'
    }
    case 'due-tomorrow':
      if (item.day === isoDay(today, 1)) return 'dueTomorrow'
      return item.day === today ? 'dueToday' : 'dueOn'
    case 'overdue':
      return item.day === isoDay(today, -1) ? 'overdueYesterday' : 'overdueOn'
    default:
      return item.kind
  }
}

/** The day that the sentence names. */
export const dayOf = (item: InboxItem): string | null => item.day ?? cardOf(item)?.due ?? null
