import type { Mentorship } from '@atelier/shared/mentorships/mentorship'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useFormat } from '../i18n/use-format'
import { othersIn } from './standing'

/** What a mentorship is called by somebody who is in it, and what the others are to them. */
export function useMentorshipWords() {
  const { t } = useTranslation('mentorships')
  const { list } = useFormat()
  const { id: me } = useMe()
  return {
    title(mentorship: Mentorship): string {
      const names = othersIn(mentorship, me).map(({ name }) => name)
      if (names.length === 0) return t(`alone.${mentorship.kind}`)
      return mentorship.kind === 'pair' ? list(names) : t('circleWith', { names: list(names) })
    },
    /** Before it has begun nobody is anything to anybody: it says what for one asked. */
    kind({ people, beganAt }: Mentorship): string {
      const role = people.find(({ id }) => id === me)?.role ?? 'peer'
      return t(beganAt === null ? `wouldBe.${role}` : `with.${role}`)
    },
  }
}
