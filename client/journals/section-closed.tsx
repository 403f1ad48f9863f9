import { HeartHandshake } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RefusedBanner } from '../sync/refused-banner'
import type { RoomState } from '../sync/room'
import { RoomClosed } from '../sync/room-closed'
import type { EntryFacts } from './entry-facts'

/** A section that is not for this person any more, while they have the entry open. */
export function SectionClosed(props: {
  facts: EntryFacts
  state: Extract<RoomState, { kind: 'closed' }>
}) {
  const { facts, state } = props
  const { t } = useTranslation('journals')
  if (state.reason !== 'noAccess') return <RoomClosed state={state} />
  const name = facts.author?.name ?? ''
  return (
    <div className="space-y-3">
      <RefusedBanner state={state} />
      <p role="status" className="journal-closed">
        <HeartHandshake size={17} aria-hidden className="mt-0.5 shrink-0 text-ink-faint" />
        <span>{facts.isAuthor ? t('closed.erased') : t('closed.takenBack', { name })}</span>
      </p>
    </div>
  )
}
