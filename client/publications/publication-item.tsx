import type { Outcome } from '@atelier/shared/outcomes/outcome'
import type { Publication } from '@atelier/shared/publications/publication'
import { useLocation } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { leadTo } from '../ui/lead-to'
import { PublicationCard } from './publication-card'
import { WithdrawButton } from './withdraw-button'

type Props = {
  projectId: string
  publication: Publication
  outcome: Outcome | undefined
  onWithdrawn: () => void
}

/** One of those of a project; links lead to it, also where it was not there yet when they were followed. */
export function PublicationItem({ projectId, publication, outcome, onWithdrawn }: Props) {
  const id = `publication-${publication.id}`
  const here = useRef<HTMLLIElement>(null)
  // Another each time a link is followed.
  const followed = useLocation({
    select: ({ hash, state }) => (hash === id ? (state.__TSR_key ?? '') : null),
  })
  useEffect(() => {
    if (followed !== null) leadTo(here.current)
  }, [followed])
  return (
    <li ref={here} id={id} tabIndex={-1} className="scroll-mt-16 rounded-lg">
      <PublicationCard
        {...{ publication, outcome }}
        action={
          publication.isOwn && (
            <WithdrawButton publicationId={publication.id} {...{ projectId, onWithdrawn }} />
          )
        }
      />
    </li>
  )
}
