import type { CommentThread } from '@atelier/shared/comments/comment'
import type { Section } from '@atelier/shared/journals/journal'
import { Link } from '@tanstack/react-router'
import { CalendarClock, MessageCircleQuestion } from 'lucide-react'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCan } from '../access/use-can'
import { useMentoring } from '../api/mentorship-records'
import { Button } from '../ui/button'
import type { EntryFacts } from './entry-facts'
import { isOnAgenda } from './on-agenda'

const QuestionDialog = lazy(async () => ({
  default: (await import('./question-dialog')).QuestionDialog,
}))

type Props = {
  facts: EntryFacts
  section: Section
  thread: CommentThread
  /** What it is called: there may be several. */
  label: string
}

/** Of a thread: that it is on the agenda, or how it comes there. */
export function QuestionMark({ facts, section, thread, label }: Props) {
  const { t } = useTranslation('journals')
  const may = useCan()
  const { mentorship } = facts
  const { data } = useMentoring(mentorship?.id ?? '', mentorship != null)
  const [isAsking, setAsking] = useState(false)
  const isWaiting = isOnAgenda(mentorship, data?.agenda ?? [], thread.id)
  const mark = useRef<HTMLAnchorElement>(null)
  const hasAsked = useRef(false)
  useEffect(() => {
    if (isAsking || !isWaiting || !hasAsked.current) return
    hasAsked.current = false
    // The button they came by is gone.
    if (document.activeElement === document.body) mark.current?.focus()
  }, [isAsking, isWaiting])
  if (mentorship == null) return null
  const mayAsk = thread.resolved === null && may('ask', facts.subjectOf(section))
  return (
    <>
      {isWaiting ? (
        <Link
          ref={mark}
          to="/mentorships/$mentorshipId"
          params={{ mentorshipId: mentorship.id }}
          aria-label={`${t('question.onAgenda')}: ${label}`}
          className="inline-flex h-7 items-center gap-1.5 rounded-sm px-2.5 text-ink-soft text-sm underline-offset-2 hover:underline"
        >
          <CalendarClock size={14} aria-hidden />
          {t('question.onAgenda')}
        </Link>
      ) : (
        mayAsk && (
          <Button
            size="small"
            tone="quiet"
            icon={<MessageCircleQuestion size={15} aria-hidden />}
            aria-label={`${t('question.leaveOpen')}: ${label}`}
            onPress={() => setAsking(true)}
          >
            {t('question.leaveOpen')}
          </Button>
        )
      )}
      {isAsking && (
        <Suspense fallback={null}>
          <QuestionDialog
            {...{ section, thread }}
            mentorshipId={mentorship.id}
            entryId={facts.entry.id}
            onAsked={() => {
              hasAsked.current = true
            }}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  )
}
