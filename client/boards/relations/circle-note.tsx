import type { Card } from '@atelier/shared/boards/card'
import { removeBlock } from '@atelier/shared/boards/relation-edits'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { useBoardPart, useDesk } from '../board-context'

type Props = { card: Card; ring: readonly string[] }

/** So many of a large circle are told by name. */
const mostNamed = 8

/** What two people wrote at once that cannot be, and the ways out of it that begin or end at this card. */
export function CircleNote({ card, ring }: Props) {
  const { t } = useTranslation('learning')
  const { room, editable } = useDesk()
  const { locale } = useFormat()
  const cards = useBoardPart((board) => board.cards)
  const titleOf = (id: string) =>
    t('relations.quoted', { title: cards.get(id)?.title || t('untitled') })
  const rest = ring.length - mostNamed
  const names = ring.slice(0, mostNamed).map(titleOf)
  if (rest > 0) names.push(t('relations.more', { count: rest }))
  const list = new Intl.ListFormat(locale, { type: 'conjunction' }).format(names)
  const steps = ring.flatMap((id) =>
    (cards.get(id)?.blocks ?? [])
      .filter((other) => ring.includes(other) && (id === card.id || other === card.id))
      .map((other) => ({ blocking: id, waiting: other })),
  )
  return (
    <Banner tone="warning">
      <p dir="auto">{t('relations.ring', { list })}</p>
      {editable && (
        <ul className="relation-ways">
          {steps.map(({ blocking, waiting }) => (
            <li key={`${blocking} ${waiting}`}>
              <Button size="small" onPress={() => removeBlock(room.doc, blocking, waiting)}>
                {t('relations.letGo', { waiting: titleOf(waiting), blocking: titleOf(blocking) })}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </Banner>
  )
}
