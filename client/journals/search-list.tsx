import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { Banner } from '../ui/banner'
import { useRefusalText } from '../ui/refusal-text'
import { Loading, SkeletonLines } from '../ui/skeleton'
import { longDay } from './journal-days'
import { useFound } from './journal-records'

/** What one has written that holds these words, with what stands around them. */
export function SearchList({ words }: { words: string }) {
  const { t } = useTranslation('journals')
  const { locale } = useFormat()
  const refusalText = useRefusalText()
  const { data, error } = useFound(words)
  if (error) return <Banner tone="danger">{refusalText(error)}</Banner>
  if (!data) {
    return (
      <Loading>
        <SkeletonLines lines={4} />
      </Loading>
    )
  }
  return (
    <section aria-label={t('search.label')}>
      <p role="status" className="mb-3 text-ink-faint text-sm">
        {data.length === 0 ? t('search.none') : t('search.found', { count: data.length })}{' '}
        {t('search.own')}
      </p>
      <ul className="space-y-1">
        {data.map(({ sectionId, entryId, on, title, prompt, excerpt }) => (
          <li key={sectionId}>
            <Link to="/journal/$entryId" params={{ entryId }} className="journal-row">
              <span className="journal-row-title" dir="auto">
                {title || prompt || t('entry.untitled')}
              </span>
              <span className="line-clamp-2 text-ink-soft text-sm" dir="auto">
                {excerpt}
              </span>
              <span className="text-ink-faint text-xs">{longDay(on, locale)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
