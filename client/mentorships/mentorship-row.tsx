import type { Mentorship } from '@atelier/shared/mentorships/mentorship'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useFormat } from '../i18n/use-format'
import { Badge } from '../ui/badge'
import { Button } from '../ui/button'
import { Faces } from './faces'
import { useMentorshipWords } from './mentorship-words'
import { Quoted } from './quoted'
import { othersIn, standingOf } from './standing'
import { useMentorshipActs } from './use-mentorship-acts'

/** One in a list; all of it opens its page, where there is one. */
export function MentorshipRow({ mentorship }: { mentorship: Mentorship }) {
  const { id: me } = useMe()
  const words = useMentorshipWords()
  const { people, beganAt, state } = mentorship
  const standing = standingOf(mentorship, me)
  const own = people.find(({ id }) => id === me)
  const mayOpen = own !== undefined && !own.hasLeft
  const said = state === 'declined' ? othersIn(mentorship, me).map((one) => one.words) : []
  const title = words.title(mentorship)
  return (
    <li className="-mx-3 relative flex items-center gap-4 rounded-lg px-3 py-3 transition-colors duration-100 has-[a:hover]:bg-hover has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-focus">
      <Faces mentorship={mentorship} />
      <div className="min-w-0 flex-1">
        <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {mayOpen ? (
            <Link
              to="/mentorships/$mentorshipId"
              params={{ mentorshipId: mentorship.id }}
              className="min-w-0 font-medium outline-none wrap-anywhere after:absolute after:inset-0"
            >
              {title}
            </Link>
          ) : (
            <span className="min-w-0 font-medium wrap-anywhere">{title}</span>
          )}
          {standing === 'resting' && <Resting />}
        </p>
        <p className="text-ink-faint text-sm">
          {words.kind(mentorship)} · <When mentorship={mentorship} began={beganAt !== null} />
        </p>
        {said.filter(Boolean).map((one) => (
          <div key={one} className="mt-2">
            <Quoted words={one} />
          </div>
        ))}
      </div>
      {standing === 'waiting' && mentorship.askedBy === me && <TakeBack mentorship={mentorship} />}
    </li>
  )
}

function Resting() {
  const { t } = useTranslation('mentorships')
  return <Badge tone="warning">{t('state.paused')}</Badge>
}

function When({ mentorship, began }: { mentorship: Mentorship; began: boolean }) {
  const { t } = useTranslation('mentorships')
  const { day, ago } = useFormat()
  const { state, askedAt, beganAt, endedAt, people } = mentorship
  if (state === 'declined') return t('when.declined', { day: day(askedAt) })
  if (state === 'ended')
    return t(began ? 'when.ended' : 'when.takenBack', { day: day(endedAt ?? askedAt) })
  if (beganAt !== null) return t('when.since', { day: day(beganAt) })
  const yes = people.filter(({ answer }) => answer).length
  if (mentorship.kind === 'circle')
    return t('when.askedCircle', { ago: ago(askedAt), yes, count: people.length })
  return t('when.asked', { ago: ago(askedAt) })
}

/** Whoever asked may think better of it. */
function TakeBack({ mentorship }: { mentorship: Mentorship }) {
  const { t } = useTranslation('mentorships')
  const { end } = useMentorshipActs(mentorship.id)
  const words = useMentorshipWords()
  return (
    <Button
      size="small"
      className="relative z-10"
      aria-label={t('ask.takeBackFrom', { names: words.title(mentorship) })}
      isPending={end.isPending}
      onPress={() => end.mutate()}
    >
      {t('ask.takeBack')}
    </Button>
  )
}
