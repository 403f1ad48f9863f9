import type { TableColumn } from '@atelier/shared/boards/view'
import type { KeyboardEvent } from 'react'
import { useDesk } from '../board-context'
import { actsOn } from '../card-selection'
import { useArchiveCard } from '../use-archive-card'
import { stretchTo, toggleAt } from './choose-rows'
import type { TableRow } from './table-rows'
import type { Moves } from './use-active-cell'
import type { Editing } from './use-editing'
import type { GridActs } from './use-table-acts'

type Given = {
  rows: readonly TableRow[]
  columns: readonly TableColumn[]
  moves: Moves
  editing: Editing
  acts: GridActs
}

const page = 15

/**
 * Arrows walk, Enter and F2 edit, Space opens the card, M moves it, Delete archives it, N writes one. X and,
 * with Shift, arrows choose cards: M and Delete are then about all of them.
 */
export function useTableKeys({ rows, columns, moves, editing, acts }: Given) {
  const { store, selection, editable, openCard, askWhere } = useDesk()
  const archive = useArchiveCard()
  const row = rows[moves.at]
  const last = columns.length - 1
  const along = inReadingDirection()
  const walk = new Map<string, (event: KeyboardEvent) => void>([
    ['ArrowUp', () => moves.by(-1, 0)],
    ['ArrowDown', () => moves.by(1, 0)],
    ['ArrowLeft', () => moves.by(0, -along)],
    ['ArrowRight', () => moves.by(0, along)],
    ['PageUp', () => moves.by(-page, 0)],
    ['PageDown', () => moves.by(page, 0)],
    ['Home', ({ ctrlKey }) => moves.go(ctrlKey ? 0 : moves.at, 0)],
    ['End', ({ ctrlKey }) => moves.go(ctrlKey ? rows.length - 1 : moves.at, last)],
  ])
  const act = new Map([
    ['Enter', acts.edit],
    ['F2', acts.edit],
    [' ', () => (row?.kind === 'card' ? openCard(row.card.id) : acts.edit())],
  ])
  if (editable && row?.kind === 'card') {
    act.set('x', () => toggleAt(rows, selection, moves.at))
    act.set('m', () => askWhere(row.card.id))
    act.set('Delete', () => {
      archive(actsOn(selection, store.read().columns, row.card.id))
      moves.go(moves.at, moves.active.column)
    })
  }
  const chooseTowards = (side: -1 | 1) => () => {
    if (rows[moves.at + side]?.kind === 'card')
      stretchTo(rows, selection, moves.at, moves.at + side)
    moves.by(side, 0)
  }
  const choose = new Map(
    editable
      ? [
          ['ArrowUp', chooseTowards(-1)],
          ['ArrowDown', chooseTowards(1)],
        ]
      : [],
  )
  return (event: KeyboardEvent) => {
    const { target, ctrlKey, metaKey, altKey, shiftKey } = event
    // The head's cells are buttons, and do themselves what is pressed on them.
    const isCell = target instanceof HTMLElement && target.hasAttribute('data-active-cell')
    if (editing.is || !isCell || metaKey || altKey) return
    const does =
      (shiftKey && moves.at >= 0 ? choose.get(event.key) : undefined) ??
      walk.get(event.key) ??
      (ctrlKey || moves.at < 0 ? undefined : act.get(keyOf(event)))
    if (!does) return
    event.preventDefault()
    event.stopPropagation()
    does(event)
  }
}

const keyOf = ({ key }: KeyboardEvent) => (key.length === 1 ? key.toLowerCase() : key)

const inReadingDirection = () => (document.documentElement.dir === 'rtl' ? -1 : 1)
