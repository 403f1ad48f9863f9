import type { CardPlace } from '@atelier/shared/mentorships/mentoring'
import { Link } from '@tanstack/react-router'
import { SquareKanban } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMentorships } from '../../api/mentorship-records'
import { useMentorshipWords } from '../mentorship-words'

const linkClass = 'inline-flex min-h-6 items-center gap-1 text-ink-soft hover:underline'

type Props = { mentorshipId: string | null; card: CardPlace | null }

/** From which mentorship it is, and the card it became. */
export function ToDoPlace({ mentorshipId, card }: Props) {
  const { t } = useTranslation('mentorships')
  const { data = [] } = useMentorships()
  const words = useMentorshipWords()
  const mentorship = data.find(({ id }) => id === mentorshipId)
  return (
    <>
      {mentorship && (
        <Link
          to="/mentorships/$mentorshipId"
          params={{ mentorshipId: mentorship.id }}
          className={linkClass}
        >
          {words.title(mentorship)}
        </Link>
      )}
      {card && (
        <Link
          to="/boards/$boardId"
          params={{ boardId: card.boardId }}
          search={{ card: card.card }}
          className={linkClass}
        >
          <SquareKanban aria-hidden size={13} />
          {t('card.open')}
        </Link>
      )}
    </>
  )
}
