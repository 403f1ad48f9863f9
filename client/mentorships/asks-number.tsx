import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useMentorships } from '../api/mentorship-records'
import { standingOf } from './standing'

/** How many wait for this person's yes: beside the link. Nothing where nobody does. */
export function AsksNumber() {
  const { t } = useTranslation('mentorships')
  const { id: me } = useMe()
  const { data = [] } = useMentorships()
  const count = data.filter((one) => standingOf(one, me) === 'asks-me').length
  if (count === 0) return null
  return (
    <span className="ms-auto rounded-full bg-accent-soft px-1.5 font-medium text-accent text-xs tabular-nums">
      <span aria-hidden>{count}</span>
      <span className="sr-only"> {t('waitForYou', { count })}</span>
    </span>
  )
}
