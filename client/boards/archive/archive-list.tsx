import type { Card } from '@atelier/shared/boards/card'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { MovedTo } from '../across/moved-card'
import { useBoardPart, useDesk } from '../board-context'
import { LabelChips } from '../label-chips'

type Acts = {
  onChoose(id: string, isChosen: boolean): void
  onRestore(id: string): void
  /** A card was opened: the archive makes room for it. */
  onOpen(): void
}
type Props = Acts & { cards: readonly Card[]; chosen: ReadonlySet<string> }

/** In pixels, as archive-dialog.css draws them. */
const rowHeight = 64

/** Only the cards in view are in the document, however many there are. */
export function ArchiveList({ cards, chosen, ...acts }: Props) {
  const { t } = useTranslation('board-views')
  const scroller = useRef<HTMLDivElement>(null)
  const virtual = useVirtualizer({
    count: cards.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    getItemKey: (index) => cards[index]?.id ?? index,
    overscan: 6,
  })
  if (cards.length === 0) return <p className="board-none">{t('archive.nothing')}</p>
  return (
    <div ref={scroller} className="archive-list">
      <ul style={{ blockSize: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const card = cards[index]
          return (
            card && (
              <li
                key={card.id}
                aria-setsize={cards.length}
                aria-posinset={index + 1}
                style={{ insetBlockStart: start }}
              >
                <ArchivedCard card={card} isChosen={chosen.has(card.id)} {...acts} />
              </li>
            )
          )
        })}
      </ul>
    </div>
  )
}

function ArchivedCard({ card, isChosen, ...acts }: Acts & { card: Card; isChosen: boolean }) {
  const { t } = useTranslation('boards')
  const { t: views } = useTranslation('board-views')
  const { editable, openCard } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const facts = useFacts(card)
  // What went to another board is brought back from there.
  const isHere = editable && card.movedTo === null
  const title = card.title || t('card.untitled')
  return (
    <>
      {isHere && (
        <Checkbox
          aria-label={views('archive.choose', { title })}
          isSelected={isChosen}
          onChange={(on) => acts.onChoose(card.id, on)}
        >
          {null}
        </Checkbox>
      )}
      <button
        type="button"
        className="board-archive-card"
        onClick={() => {
          acts.onOpen()
          openCard(card.id)
        }}
      >
        <span className="archive-title">
          <span dir="auto">{title}</span>
          <LabelChips labels={labels.filter(({ id }) => card.labels.includes(id))} />
        </span>
        <small>{card.movedTo === null ? facts : <MovedTo boardId={card.movedTo} />}</small>
      </button>
      {isHere && (
        <Button
          size="small"
          onPress={() => acts.onRestore(card.id)}
          aria-label={`${t('card.restore')}: ${title}`}
        >
          {t('card.restore')}
        </Button>
      )}
    </>
  )
}

/** When it was put away, and from where. */
function useFacts(card: Card): string {
  const { t } = useTranslation('boards')
  const { day } = useFormat()
  const column = useBoardPart((board) => board.columns.find(({ id }) => id === card.column))
  const isDated = !Number.isNaN(Date.parse(card.archivedAt ?? ''))
  return [
    column && t('archive.from', { column: column.name || t('column.unnamed') }),
    isDated && t('archive.on', { date: day(card.archivedAt ?? '') }),
  ]
    .filter(Boolean)
    .join(' · ')
}
