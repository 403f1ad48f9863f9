import { Link } from '@tanstack/react-router'
import { ArrowRight } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { cardClass } from '../ui/card'
import { classNames } from '../ui/class-names'
import { MyCardGroups } from './my-card-groups'
import { useMyCards } from './my-card-records'
import { MyCardsSkeleton } from './my-cards-skeleton'

const shownFirst = 8

/** On the first screen: what is mine to do, the most pressing first. */
export function MyCards() {
  const { t } = useTranslation('my-cards')
  const { data, error } = useMyCards()
  if (!data && !error) return <MyCardsSkeleton />
  return (
    <section aria-labelledby="my-cards" className={classNames(cardClass, 'mb-10 px-5 py-4')}>
      <h2 id="my-cards" className="mb-2 font-semibold text-lg">
        {t('title')}
      </h2>
      {!data && <Banner tone="danger">{t('failed')}</Banner>}
      {data?.cards.length === 0 && (
        <p className="max-w-prose text-ink-soft text-pretty">
          <span className="font-medium text-ink">{t('empty.title')}.</span> {t('empty.words')}
        </p>
      )}
      {data && <MyCardGroups cards={data.cards} most={shownFirst} level={3} />}
      {data && data.cards.length > shownFirst && (
        <Link
          to="/my-cards"
          className="mt-3 inline-flex min-h-6 items-center gap-1.5 rounded-sm font-medium text-accent text-sm hover:underline pointer-coarse:min-h-11"
        >
          {t(data.more ? 'allMore' : 'all', { count: data.cards.length })}
          <ArrowRight aria-hidden size={15} className="rtl:rotate-180" />
        </Link>
      )}
    </section>
  )
}
