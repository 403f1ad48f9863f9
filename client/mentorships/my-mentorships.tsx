import type { Mentorship } from '@atelier/shared/mentorships/mentorship'
import { Link } from '@tanstack/react-router'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { EmptyState } from '../ui/empty-state'
import { AskingCard } from './asking-card'
import { Fold } from './fold'
import { MentorshipRow } from './mentorship-row'
import { type Standing, standingOf, standings } from './standing'
import { toDosHash } from './to-dos/to-dos-hash'

/** One's own, by how they stand; what waits for an answer first, what is over folded away. */
export function MyMentorships({ mentorships }: { mentorships: readonly Mentorship[] }) {
  const { t } = useTranslation('mentorships')
  const { id: me } = useMe()
  if (mentorships.length === 0)
    return (
      <EmptyState scene="people" title={t('empty.title')}>
        {t('empty.words')}
      </EmptyState>
    )
  const of = (standing: Standing) => mentorships.filter((one) => standingOf(one, me) === standing)
  return (
    <div className="grid gap-10">
      {standings.map((standing) => (
        <Group key={standing} standing={standing} mentorships={of(standing)} />
      ))}
      <Link to="/my-cards" hash={toDosHash} className="w-fit text-accent text-sm hover:underline">
        {t('toDos.all')}
      </Link>
    </div>
  )
}

function Group(props: { standing: Standing; mentorships: readonly Mentorship[] }) {
  const { standing, mentorships } = props
  const { t } = useTranslation('mentorships')
  const id = useId()
  if (mentorships.length === 0) return null
  const title = t(`standing.${standing}`)
  if (standing === 'over')
    return (
      <Fold title={title} count={mentorships.length} level={2}>
        <Rows mentorships={mentorships} />
      </Fold>
    )
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-2 font-medium text-ink-faint text-sm">
        {title}
      </h2>
      {standing === 'asks-me' ? (
        <ul className="grid gap-4">
          {mentorships.map((one) => (
            <AskingCard key={one.id} mentorship={one} />
          ))}
        </ul>
      ) : (
        <Rows mentorships={mentorships} />
      )}
    </section>
  )
}

const Rows = ({ mentorships }: { mentorships: readonly Mentorship[] }) => (
  <ul>
    {mentorships.map((one) => (
      <MentorshipRow key={one.id} mentorship={one} />
    ))}
  </ul>
)
