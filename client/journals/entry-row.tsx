import type { Entry } from '@atelier/shared/journals/journal'
import { Link } from '@tanstack/react-router'
import { Lock, Users } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../ui/avatar'
import { isShared } from './audience-words'
import { useEntryFacts } from './entry-facts'
import { useMentorshipNames } from './mentorship-choice'

/** An entry in a list: its title, whose it is, and whether anybody else reads any of it. Never its text. */
export function EntryRow({ entry }: { entry: Entry }) {
  const { t } = useTranslation('journals')
  const facts = useEntryFacts(entry)
  const nameOf = useMentorshipNames()
  const title = entry.title || entry.sections.find(({ prompt }) => prompt !== '')?.prompt
  return (
    <Link to="/journal/$entryId" params={{ entryId: entry.id }} className="journal-row">
      <span
        className="journal-row-title"
        data-untitled={entry.title === '' || undefined}
        dir="auto"
      >
        {title || t('entry.untitled')}
      </span>
      <span className="journal-row-facts">
        {facts?.author && (
          <span className="inline-flex items-center gap-1.5">
            <Avatar name={facts.author.name} colour={facts.author.colour} size="tiny" />
            <span dir="auto">{facts.author.name}</span>
          </span>
        )}
        {facts?.isAuthor && <OwnFacts entry={entry} />}
        {facts?.isAuthor && facts.mentorship && (
          <span className="truncate" dir="auto">
            {nameOf(facts.mentorship)}
          </span>
        )}
        <span>{t('row.sections', { count: entry.sections.length })}</span>
      </span>
    </Link>
  )
}

function OwnFacts({ entry }: { entry: Entry }) {
  const { t } = useTranslation('journals')
  const facts = useEntryFacts(entry)
  const isOpen = facts && entry.sections.some((one) => isShared(facts, one.audience))
  return (
    <span className="inline-flex items-center gap-1.5">
      {isOpen ? <Users size={13} aria-hidden /> : <Lock size={13} aria-hidden />}
      {t(isOpen ? 'row.shared' : 'row.private')}
    </span>
  )
}
