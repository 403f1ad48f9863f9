import type { SectionPast } from '@atelier/shared/journals/journal'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'

/** Who has had a section before them, when first and when last: what cannot be taken back. */
export function PastList({ past }: { past: SectionPast }) {
  const { t } = useTranslation('journals')
  const { moment } = useFormat()
  if (past.readers.length === 0) return <p className="text-ink-soft">{t('past.nobody')}</p>
  return (
    <ul className="space-y-2">
      {past.readers.map(({ person, firstAt, lastAt }) => (
        <li key={person.id} className="rounded-md bg-sunken px-3.5 py-2.5">
          <span className="font-medium" dir="auto">
            {person.name}
          </span>
          <span className="block text-ink-soft text-sm">
            {t('past.seen', { first: moment(firstAt), last: moment(lastAt) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
