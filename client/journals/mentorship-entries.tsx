import type { MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { PenLine } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { useRefusalText } from '../ui/refusal-text'
import { Loading, SkeletonLines } from '../ui/skeleton'
import { BeginDialog } from './begin-dialog'
import { isGoingOn } from './entry-facts'
import { momentsOf } from './journal-days'
import { useEntries } from './journal-records'
import { TimelineList } from './timeline-list'
import './journal.css'

const nothingBetween = { sessions: [], goals: [] }

/** What is written in a mentorship: one's own entries, and what the others share of theirs. */
export function MentorshipEntries({ mentorship }: { mentorship: MentorshipPage }) {
  const { t } = useTranslation('journals')
  const refusalText = useRefusalText()
  const [isBeginning, setBeginning] = useState(false)
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useEntries({
    mentorship: mentorship.id,
  })
  const entries = data?.flatMap((page) => page.entries)
  return (
    <section aria-label={t('inMentorship.title')} className="mb-10">
      <div className="mb-3 flex flex-wrap items-start gap-x-4 gap-y-2">
        <div className="min-w-0 flex-1 basis-56">
          <h2 className="font-semibold text-lg">{t('inMentorship.title')}</h2>
          <p className="text-ink-soft text-sm">{t('inMentorship.words')}</p>
        </div>
        {isGoingOn(mentorship) && (
          <Button
            size="small"
            icon={<PenLine size={15} aria-hidden />}
            onPress={() => setBeginning(true)}
          >
            {t('inMentorship.new')}
          </Button>
        )}
      </div>
      {error && !data && <Banner tone="danger">{refusalText(error)}</Banner>}
      {!data && !error && (
        <Loading>
          <SkeletonLines lines={3} />
        </Loading>
      )}
      {entries?.length === 0 && <p className="text-ink-soft">{t('inMentorship.none')}</p>}
      {entries && <TimelineList moments={momentsOf(entries, nothingBetween)} level={3} />}
      {hasNextPage && (
        <Button
          className="mt-4"
          size="small"
          isPending={isFetchingNextPage}
          onPress={() => void fetchNextPage()}
        >
          {t('more')}
        </Button>
      )}
      {isBeginning && (
        <BeginDialog mentorshipId={mentorship.id} onClose={() => setBeginning(false)} />
      )}
    </section>
  )
}
