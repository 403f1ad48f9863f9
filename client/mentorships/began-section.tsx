import type { MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { Quoted } from './quoted'
import { Section } from './section'

/** Who asked for it and who said yes, with the words that went along, where there were any. */
export function BeganSection({ page }: { page: MentorshipPage }) {
  const { t } = useTranslation('mentorships')
  const { id: me } = useMe()
  const { askedBy, words, people } = page
  const asking = people.find(({ id }) => id === askedBy)
  const said = people.filter((one) => one.id !== askedBy && one.answer)
  return (
    <Section title={t('began.title')}>
      <ul className="space-y-4 text-sm">
        <li className="space-y-1.5">
          <p className="text-ink-faint text-xs">
            {askedBy === me ? t('began.youAsked') : t('began.asked', { name: asking?.name })}
          </p>
          <Quoted words={words} />
        </li>
        {said.map((one) => (
          <li key={one.id} className="space-y-1.5">
            <p className="text-ink-faint text-xs">
              {one.id === me ? t('began.youSaid') : t('began.said', { name: one.name })}
            </p>
            <Quoted words={one.words} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
