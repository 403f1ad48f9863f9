import type { QuestionPlace } from '@atelier/shared/mentorships/mentoring'
import { Link } from '@tanstack/react-router'
import { MessageCircleQuestion } from 'lucide-react'
import { useTranslation } from 'react-i18next'

/** From the agenda to where it was asked. */
export function QuestionLink({ question, words }: { question: QuestionPlace; words: string }) {
  const { t } = useTranslation('mentorships')
  return (
    <Link
      to="/journal/$entryId"
      params={{ entryId: question.entryId }}
      search={{ thread: question.threadId }}
      aria-label={t('agenda.whereAsked', { item: words })}
      className="ms-7 inline-flex items-center gap-1 rounded-sm text-ink-soft text-xs underline-offset-2 hover:underline"
    >
      <MessageCircleQuestion size={13} aria-hidden />
      {t('agenda.fromJournal')}
    </Link>
  )
}
