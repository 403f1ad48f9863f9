import type { Board, Column } from '@atelier/shared/boards/board'
import type { Card } from '@atelier/shared/boards/card'
import { CircleCheck, SquareKanban, StickyNote, Unplug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge'
import { CardFacts, CardRow } from './card-row'
import { EmbedHead, EmbedNote } from './embed-frame'

export type Shown = { board: Board; boardId: string }

/** So many cards are listed; of a whole board so many of each column. */
const most = { ofColumn: 30, ofEach: 4 }

export function ColumnPart({ board, boardId, columnId }: Shown & { columnId: string }) {
  const { t } = useTranslation('references')
  const column = board.columns.find(({ id }) => id === columnId)
  if (!column) return <EmbedNote icon={Unplug}>{t('embed.noColumn')}</EmbedNote>
  const name = column.name || t('embed.unnamed')
  return (
    <section aria-label={name}>
      <EmbedHead icon={SquareKanban} place={{ kind: 'board', id: boardId }} title={name}>
        <span className="embed-where" dir="auto">
          {board.title || t('untitled.board')}
        </span>
        <Count column={column} />
      </EmbedHead>
      <Cards board={board} boardId={boardId} column={column} most={most.ofColumn} />
    </section>
  )
}

const Count = ({ column }: { column: Column }) => <Badge>{column.cards.length}</Badge>

function Cards(props: Shown & { column: Column; most: number }) {
  const { t } = useTranslation('references')
  const { cards } = props.column
  const rest = cards.length - props.most
  if (cards.length === 0) return <p className="embed-none">{t('embed.noCards')}</p>
  return (
    <>
      <ul className="embed-cards">
        {cards.slice(0, props.most).map((card) => (
          <li key={card.id}>
            <CardRow card={card} board={props.board} boardId={props.boardId} />
          </li>
        ))}
      </ul>
      {rest > 0 && <p className="embed-none">{t('embed.more', { count: rest })}</p>}
    </>
  )
}

export function CardPart({ board, boardId, card }: Shown & { card: Card }) {
  const { t } = useTranslation('references')
  const column = board.columns.find(({ id }) => id === card.column)
  const place = { kind: 'card', id: card.id, boardId } as const
  const title = card.title || t('untitled.card')
  return (
    <section aria-label={title}>
      <EmbedHead icon={StickyNote} place={place} title={title} />
      <div className="embed-facts">
        <Badge tone="outline">
          {card.archivedAt === null ? column?.name || t('embed.unnamed') : t('embed.archived')}
        </Badge>
        {card.archivedAt === null && column?.done && (
          <Badge tone="accent" icon={<CircleCheck size={13} aria-hidden />}>
            {t('embed.done')}
          </Badge>
        )}
        <CardFacts card={card} board={board} />
        <span className="embed-where" dir="auto">
          {board.title || t('untitled.board')}
        </span>
      </div>
    </section>
  )
}

export function WholeBoard({ board, boardId }: Shown) {
  const { t } = useTranslation('references')
  const title = board.title || t('untitled.board')
  return (
    <section aria-label={title}>
      <EmbedHead icon={SquareKanban} place={{ kind: 'board', id: boardId }} title={title} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, also by keyboard */}
      <div className="embed-columns" tabIndex={0}>
        {board.columns.map((column) => (
          <section key={column.id} aria-label={column.name || t('embed.unnamed')}>
            <h4 className="embed-column-name" dir="auto">
              {column.name || t('embed.unnamed')} <Count column={column} />
            </h4>
            <Cards board={board} boardId={boardId} column={column} most={most.ofEach} />
          </section>
        ))}
      </div>
    </section>
  )
}
