import type { Card } from '@atelier/shared/boards/card'
import { parseRoomName } from '@atelier/shared/sync/room-name'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useOnline } from '../offline/use-online'
import { useRoomPage } from '../projects/project-records'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { Option, Select } from '../ui/select'
import { BoardTarget } from './across/board-target'
import { ColumnThere } from './across/column-there'
import { useCard, useColumns, useDesk } from './board-context'
import { actsOn } from './card-selection'
import { LaneChoice, useLaneOf, useRowKind } from './lanes/lane-choice'
import { laneMove } from './lanes/lane-place'
import { placesIn, spotAt } from './move-spots'
import { PlaceChoice } from './place-choice'
import { useMoveCard } from './use-move-card'

/** "Move to…": column and position, or another board, for everybody who does not drag. */
export function MoveCardDialog({ id, onClose }: { id: string; onClose(): void }) {
  const { t } = useTranslation('boards')
  const card = useCard(id)
  return (
    <Dialog isOpen onOpenChange={(open) => open || onClose()} title={t('move.title')}>
      {card && <MoveCard card={card} onClose={onClose} />}
    </Dialog>
  )
}

function MoveCard({ card, onClose }: { card: Card; onClose(): void }) {
  const { t } = useTranslation('boards')
  const { t: more } = useTranslation('board-columns')
  const { selection, room } = useDesk()
  const columns = useColumns()
  const moved = actsOn(selection, columns, card.id)
  const boardId = parseRoomName(room.name)?.id ?? ''
  const { data: page } = useRoomPage('board', boardId)
  const [there, setThere] = useState<{ projectId: string; boardId: string | null } | null>(null)
  const own = page && { boardId, projectId: page.project.id }
  const isOnline = useOnline()
  const target = (isOnline && there) || own
  return (
    <div className="board-move">
      <p className="board-move-title" dir="auto">
        {moved.length > 1
          ? more('held', { count: moved.length })
          : card.title || t('card.untitled')}
      </p>
      {own && target && (
        <BoardTarget
          own={own}
          {...target}
          isOnline={isOnline}
          onChange={(projectId, id) => setThere({ projectId, boardId: id })}
        />
      )}
      {!target || target.boardId === boardId ? (
        <MoveCardForm card={card} onClose={onClose} />
      ) : (
        target.boardId && (
          <ColumnThere
            key={target.boardId}
            cards={moved}
            boardId={target.boardId}
            onClose={onClose}
          />
        )
      )}
    </div>
  )
}

function MoveCardForm({ card, onClose }: { card: Card; onClose(): void }) {
  const { t } = useTranslation('boards')
  const { selection } = useDesk()
  const columns = useColumns()
  const move = useMoveCard()
  const moved = actsOn(selection, columns, card.id)
  const rows = useRowKind()
  const from = useLaneOf(card, rows)
  const [lane, setLane] = useState(from)
  const [columnId, setColumnId] = useState(card.column)
  const column = columns.find((shown) => shown.id === columnId) ?? columns[0]
  const now = column?.cards.findIndex((other) => other.id === card.id) ?? -1
  const count = column ? placesIn(column, moved) : 0
  const [wished, setWished] = useState<number | null>(null)
  const [isRefused, setRefused] = useState(false)
  const isHere = now >= 0 && moved.length === 1
  const position = wished ?? (isHere ? now + 1 : count)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // What is written may be no place; and somebody may have taken cards away meanwhile.
    if (!(position >= 1)) return setRefused(true)
    onClose()
    if (!column) return
    const change = laneMove(rows && { kind: rows, id: lane }, from)
    move(moved, { column: column.id, spot: spotAt(column, moved, position), lane: change })
  }
  return (
    <form className="board-move" onSubmit={submit}>
      <Select
        autoFocus
        label={t('move.column')}
        value={column?.id ?? null}
        onChange={(id) => {
          setColumnId(id)
          setWished(null)
          setRefused(false)
        }}
      >
        {columns.map(({ id, name }) => (
          <Option key={id} id={id}>
            {name || t('column.unnamed')}
          </Option>
        ))}
      </Select>
      {rows && <LaneChoice kind={rows} value={lane} onChange={setLane} />}
      <PlaceChoice
        key={column?.id}
        count={count}
        place={position}
        onChange={(place) => {
          setWished(place)
          setRefused(false)
        }}
        isRefused={isRefused}
      />
      <Button type="submit" tone="primary">
        {t('move.submit')}
      </Button>
    </form>
  )
}
