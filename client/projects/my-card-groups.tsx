import { grouped, type MyCard } from '@atelier/shared/boards/my-cards'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../i18n/use-today'
import { MyCardRow } from './my-card-row'

/** Cards under what they are to somebody today: the first `most` of them. */
export function MyCardGroups({
  cards,
  most = cards.length,
  level,
}: {
  cards: readonly MyCard[]
  most?: number
  level: 2 | 3
}) {
  const { t } = useTranslation('my-cards')
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  const groups = firstOf(grouped(cards, useToday()), most)
  return groups.map((one) => (
    <section key={one.group} aria-labelledby={`${id}${one.group}`} className="mt-4 first:mt-0">
      <Heading
        id={`${id}${one.group}`}
        className={
          one.group === 'overdue'
            ? 'mb-1 font-medium text-danger text-sm'
            : 'mb-1 font-medium text-ink-soft text-sm'
        }
      >
        {t(`group.${one.group}`)}{' '}
        <span className="font-normal text-ink-faint tabular-nums">{one.all}</span>
      </Heading>
      <ul>
        {one.cards.map((card) => (
          <MyCardRow key={`${card.boardId} ${card.id}`} card={card} />
        ))}
      </ul>
    </section>
  ))
}

/** `all`: how many the group has, shown or not. */
function firstOf(groups: ReturnType<typeof grouped>, most: number) {
  let left = most
  return groups.flatMap(({ group, cards }) => {
    const shown = cards.slice(0, Math.max(0, left))
    left -= shown.length
    return shown.length > 0 ? { group, cards: shown, all: cards.length } : []
  })
}
