import { boardEdit, rootOf } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { isFinished } from '@atelier/shared/boards/finished'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import { beginNote } from './begin-words'
import { wishForNote } from './note-wish'

/** Offers, without being in the way, to write what was learned when one's own card is moved by oneself to where it is done. */
export function LearnOffer() {
  const { t } = useTranslation('learning')
  const { room, store, editable, openCard } = useDesk()
  useEffect(() => {
    if (!editable) return
    const offer = (card: Card) =>
      toast({
        text: t('offer.text', { title: card.title || t('untitled') }),
        action: {
          label: t('offer.write'),
          onPress: () => {
            beginNote(room, card.id)
            wishForNote(card.id)
            openCard(card.id)
          },
        },
      })
    const hear = (events: Y.YEvent<Y.AbstractType<unknown>>[], { origin }: Y.Transaction) => {
      const moved = origin === boardEdit ? events.flatMap(movedFrom) : []
      // Who moves many at once does not want to hear of each. The board is read after all have heard.
      if (moved.length === 1) queueMicrotask(() => look(moved[0] as Moved))
    }
    const look = (only: Moved) => {
      const { cards, columns } = store.read()
      const card = cards.get(only.id)
      if (!card || !isTheirs(card, room.me.id) || card.archivedAt !== null) return
      const before = { ...card, column: only.column }
      if (isFinished(columns, card) && !isFinished(columns, before)) offer(card)
    }
    const cards = rootOf(room.doc, 'cards')
    cards?.observeDeep(hear)
    return () => cards?.unobserveDeep(hear)
  }, [room, store, editable, openCard, t])
  return null
}

const isTheirs = ({ assignees, learning }: Card, person: string) =>
  !learning.learned.some((note) => note.person === person) &&
  (assignees.includes(person) || learning.goals.some((goal) => goal.person === person))

/** `column` is where it was before. */
type Moved = { id: string; column: string }

function movedFrom(event: Y.YEvent<Y.AbstractType<unknown>>): Moved[] {
  const change = event.path.length === 1 ? event.changes.keys.get('place') : undefined
  if (change?.action !== 'update') return []
  const column = (change.oldValue as { column?: unknown } | null)?.column
  return [{ id: String(event.path[0]), column: typeof column === 'string' ? column : '' }]
}
