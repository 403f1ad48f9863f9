import type { InboxItem } from '@atelier/shared/inbox/inbox'
import { useTranslation } from 'react-i18next'
import { shortDay } from '../i18n/short-day'
import { useFormat } from '../i18n/use-format'
import { useToday } from '../i18n/use-today'
import { changeWord, dayOf, sentenceOf } from './inbox-words'

/** Stand in a sentence for names, which are set apart from it and from each other. */
const stands = { who: '\uE000', title: '\uE001', column: '\uE002', day: '\uE003' }
const eachStand = /([\uE000-\uE003])/

/** What happened, as one would say it. */
export function InboxSentence({ item }: { item: InboxItem }) {
  const { t } = useTranslation('inbox')
  const { locale } = useFormat()
  const today = useToday()
  const day = dayOf(item)
  const names: Record<string, string> = {
    [stands.who]: item.actor?.name ?? '',
    [stands.title]: useTitle(item),
    [stands.column]: columnOf(item),
    [stands.day]: day ? shortDay(day, today, locale) : '',
  }
  const words = t(`${item.actor ? 'by' : 'plain'}.${sentenceOf(item, today)}`, stands)
  return words.split(eachStand).map((piece, at) => {
    const name = names[piece]
    if (name === undefined) return piece
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces have their places
      <bdi key={at} className={piece === stands.day ? undefined : 'font-medium text-ink'}>
        {name}
      </bdi>
    )
  })
}

const columnOf = ({ place }: InboxItem) => (place.kind === 'board' ? place.card.column : '')

function useTitle({ place, actor }: InboxItem): string {
  const { t } = useTranslation('inbox')
  if (place.kind === 'section') {
    if (place.isOwn) return t('journal.own')
    const { id, name } = place.author
    return actor?.id === id ? t('journal.their') : t('journal.of', { name })
  }
  if (place.kind === 'mentorship') return t(place.of === 'pair' ? 'mentorship' : 'circle')
  if (place.kind === 'training-record') return t('training')
  if (place.kind === 'training-week') {
    const [year, nth] = place.week.split('-W')
    return t('trainingWeek', { year, nth: Number(nth) })
  }
  if (place.kind === 'doc') return place.title || t('untitledDoc')
  if (place.card.title === null) return t('cardToCome')
  return place.card.title || t('untitledCard')
}

/** Of several changes, each in a word or two; of a comment, its beginning. */
export function InboxDetail({ item }: { item: InboxItem }) {
  const { t } = useTranslation('inbox')
  const { locale } = useFormat()
  const today = useToday()
  const { comment, changes, place } = item
  if (comment?.words)
    return (
      <span className="line-clamp-2 text-ink-soft" dir="auto">
        {comment.words}
      </span>
    )
  if (changes.length < 2 || place.kind !== 'board') return null
  const day = place.card.due ? shortDay(place.card.due, today, locale) : ''
  const said = changes.map((change) =>
    t(`change.${changeWord(change, place.card)}`, { column: place.card.column, day }),
  )
  return <span className="block text-ink-soft">{said.join(' · ')}</span>
}
