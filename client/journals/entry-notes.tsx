import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import type { EntryFacts } from './entry-facts'

/** Why one only reads here, or why nobody else does any more. */
export function EntryNotes({ facts }: { facts: EntryFacts }) {
  const { t } = useTranslation('journals')
  const { mentorship, isAuthor, entry } = facts
  const isShared = entry.sections.some(({ audience }) => audience !== 'private')
  if (!mentorship || !isShared) return null
  if (mentorship.state === 'paused')
    return <Banner>{t(isAuthor ? 'note.pausedOwn' : 'note.paused')}</Banner>
  if (mentorship.state === 'ended' && isAuthor) return <Banner>{t('note.ended')}</Banner>
  return null
}
