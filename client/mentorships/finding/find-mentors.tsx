import type { Mentorship } from '@atelier/shared/mentorships/mentorship'
import type { PersonCard } from '@atelier/shared/people/person'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../access/session'
import { Banner } from '../../ui/banner'
import { useRefusalText } from '../../ui/refusal-text'
import { Loading, Skeleton, SkeletonLines } from '../../ui/skeleton'
import { useFoundMentors, useMentorProfile } from './finding-records'
import { FoundMentorEntry } from './found-mentor-entry'
import { ProfileCard } from './profile-card'
import { ProfileDialog } from './profile-dialog'

type Props = { mentorships: readonly Mentorship[]; onAsk(person: PersonCard): void }

/** What one offers and seeks, and who could help, with the reasons. */
export function FindMentors({ mentorships, onAsk }: Props) {
  const { t } = useTranslation('mentorships')
  const id = useId()
  const { data: profile, error } = useMentorProfile()
  const [isEditing, setEditing] = useState(false)
  const refusalText = useRefusalText()
  return (
    <section aria-labelledby={id} className="min-w-0">
      <h2 id={id} className="mb-4 font-semibold text-lg">
        {t('find.title')}
      </h2>
      {error && !profile && <Banner tone="danger">{refusalText(error)}</Banner>}
      {!profile && !error && (
        <Loading className="space-y-4">
          <Skeleton className="h-5 w-32" />
          <SkeletonLines lines={3} />
        </Loading>
      )}
      {profile && (
        <>
          <ProfileCard profile={profile} onEdit={() => setEditing(true)} />
          <Found seeks={profile.seeks} mentorships={mentorships} onAsk={onAsk} />
        </>
      )}
      {isEditing && profile && (
        <ProfileDialog profile={profile} onClose={() => setEditing(false)} />
      )}
    </section>
  )
}

function Found({ seeks, mentorships, onAsk }: Props & { seeks: readonly string[] }) {
  const { t } = useTranslation('mentorships')
  const { id: me } = useMe()
  const { data } = useFoundMentors()
  if (seeks.length === 0) return null
  if (!data)
    return (
      <Loading className="mt-8">
        <SkeletonLines lines={4} />
      </Loading>
    )
  if (data.found.length === 0)
    return (
      <p className="mt-6 text-ink-soft text-sm text-pretty">
        {t(data.isAnyFull ? 'find.nobodyFree' : 'find.nobody')}
      </p>
    )
  return (
    <>
      <h3 className="mt-8 mb-1 font-medium text-ink-faint text-sm">{t('find.found')}</h3>
      <ul className="divide-y divide-line">
        {data.found.map((found) => (
          <FoundMentorEntry
            key={found.person.id}
            found={found}
            known={knownWith(mentorships, found.person.id, me)}
            onAsk={() => onAsk(found.person)}
          />
        ))}
      </ul>
    </>
  )
}

/** In which they are asked to be, or are, this person's mentor; or else were, the last time. */
function knownWith(mentorships: readonly Mentorship[], mentor: string, me: string) {
  const theirs = mentorships.filter((one) => isMentorIn(one, mentor, me))
  const isNow = ({ state }: Mentorship) => ['asked', 'active', 'paused'].includes(state)
  const wasOnce = ({ state, beganAt }: Mentorship) => state === 'ended' && beganAt !== null
  return theirs.find(isNow) ?? theirs.find(wasOnce)
}

const isMentorIn = ({ people }: Mentorship, mentor: string, me: string): boolean =>
  people.some(({ id, role }) => id === mentor && role === 'mentor') &&
  people.some(({ id, role }) => id === me && role === 'mentee')
