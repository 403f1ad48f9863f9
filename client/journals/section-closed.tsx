import { HeartHandshake } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { RefusedBanner } from '../sync/refused-banner'
import type { RoomState } from '../sync/room'
import { RoomClosed } from '../sync/room-closed'
import { type EntryFacts, isGoingOn } from './entry-facts'

/** A section that is not for this person any more, while they have the entry open. */
export function SectionClosed(props: {
  facts: EntryFacts
  state: Extract<RoomState, { kind: 'closed' }>
}) {
  const { facts, state } = props
  const { t } = useTranslation('journals')
  if (state.reason !== 'noAccess') return <RoomClosed state={state} />
  const name = facts.author?.name ?? ''
  // Nobody has taken anything back where the one or the other has left, or both are at the end.
  const why = isGoingOn(facts.mentorship) && name !== '' ? 'takenBack' : 'over'
  return (
    <div className="space-y-3">
      <RefusedBanner state={state} />
      <p role="status" className="journal-closed">
        <HeartHandshake size={17} aria-hidden className="mt-0.5 shrink-0 text-ink-faint" />
        <span>{facts.isAuthor ? t('closed.erased') : t(`closed.${why}`, { name })}</span>
      </p>
    </div>
  )
}
