import type { MatchReason } from '@atelier/shared/mentorships/matching'
import type { FoundMentor, Mentorship } from '@atelier/shared/mentorships/mentorship'
import { Link } from '@tanstack/react-router'
import { Building2, Languages, Lightbulb, Repeat } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'

type Props = {
  found: FoundMentor
  /** Where they are asked already, or it goes on; or where it was, and is over. */
  known: Mentorship | undefined
  onAsk(): void
}

/** Somebody who could help, and why. No number: nobody is measured. */
export function FoundMentorEntry({ found, known, onAsk }: Props) {
  const { t } = useTranslation('mentorships')
  const { day } = useFormat()
  const { person, reasons, about } = found
  const isOver = known?.state === 'ended'
  return (
    <li className="py-4">
      <div className="flex items-center gap-3">
        <Avatar name={person.name} colour={person.colour} />
        <div className="min-w-0 flex-1">
          <h4 className="truncate font-medium">{person.name}</h4>
          <p className="truncate text-ink-faint text-sm">
            {[person.department, person.organisation].filter(Boolean).join(' · ')}
          </p>
        </div>
        {known && !isOver ? (
          <Link
            to="/mentorships/$mentorshipId"
            params={{ mentorshipId: known.id }}
            className="shrink-0 text-accent text-sm hover:underline"
          >
            {t(known.state === 'asked' ? 'find.asked' : 'find.yours')}
          </Link>
        ) : (
          <Button size="small" aria-label={t('find.askOne', { name: person.name })} onPress={onAsk}>
            {t(isOver ? 'find.again' : 'find.ask')}
          </Button>
        )}
      </div>
      {isOver && known.endedAt !== null && (
        <Link
          to="/mentorships/$mentorshipId"
          params={{ mentorshipId: known.id }}
          className="mt-2 inline-block text-ink-soft text-sm hover:underline"
        >
          {t('find.before', { day: day(known.endedAt) })}
        </Link>
      )}
      <ul
        aria-label={t('find.reasons', { name: person.name })}
        className="mt-2.5 space-y-1 text-ink-soft text-sm"
      >
        {reasons.map((reason) => (
          <Reason key={reason.kind} reason={reason} />
        ))}
      </ul>
      {about && (
        <p dir="auto" className="mt-2.5 line-clamp-3 text-ink-faint text-sm text-pretty">
          {about}
        </p>
      )}
    </li>
  )
}

const icons = { offers: Lightbulb, seeks: Repeat, language: Languages, elsewhere: Building2 }

function Reason({ reason }: { reason: MatchReason }) {
  const words = useReasonWords()
  const Icon = icons[reason.kind]
  return (
    <li className="flex gap-2">
      <Icon aria-hidden size={14} className="mt-0.75 shrink-0 text-ink-faint" />
      <span className="min-w-0 wrap-anywhere">{words(reason)}</span>
    </li>
  )
}

function useReasonWords() {
  const { t } = useTranslation('mentorships')
  const { t: people } = useTranslation('people')
  const { list } = useFormat()
  return (reason: MatchReason): string => {
    switch (reason.kind) {
      case 'offers':
        return t('reason.offers', { skills: list(reason.skills) })
      case 'seeks':
        return t('reason.seeks', { skills: list(reason.skills) })
      case 'language':
        return t('reason.language', {
          languages: list(reason.languages.map((one) => people(`languages.${one}`))),
        })
      case 'elsewhere':
        return t('reason.elsewhere', {
          place: [reason.department, reason.organisation].filter(Boolean).join(', '),
        })
    }
  }
}
