import type { Column } from '@atelier/shared/boards/board'
import { addCardWith, type FullCard } from '@atelier/shared/boards/card-batch-edits'
import type { QuickToken } from '@atelier/shared/boards/quick-add'
import { Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { useDesk } from './board-context'
import { TemplateMenu } from './card/template-menu'
import { focusCard } from './focus-card'
import type { LanePlace } from './lanes/lane-place'
import { useLaneGift } from './lanes/use-lane-gift'
import { QuickAddField } from './quick-add-field'
import { useTokenWords } from './quick-chips'
import { isList, useAddList } from './use-add-list'

type Props = {
  column: Column
  /** The row of the board it is in, if it has rows: what is added belongs there. */
  lane?: LanePlace | null
  /** Of that row. */
  laneName?: string
  open: boolean
  onOpenChange(open: boolean): void
}

/** At the foot of a column: Enter adds a card and is ready for the next, Escape goes to the last one. */
export function AddCard({ column, lane = null, laneName, open, onOpenChange }: Props) {
  const { t } = useTranslation('boards')
  const { t: lanes } = useTranslation('board-lanes')
  const [back, setBack] = useState(false)
  const added = useRef<string>(null)
  const columnName = column.name || t('column.unnamed')
  const name = laneName ? lanes('place', { column: columnName, lane: laneName }) : columnName
  const add = useAddOne(name, lane)
  const addList = useAddList()
  if (!open)
    return (
      <div className="board-add-row">
        <Button className="board-add" autoFocus={back} onPress={() => onOpenChange(true)}>
          <Plus aria-hidden size={16} />
          {t('card.add')}
        </Button>
        <TemplateMenu column={column} lane={lane} />
      </div>
    )
  return (
    <QuickAddField
      label={t('card.newTitle', { column: name })}
      placeholder={t('card.newPlaceholder')}
      onAdd={(card, tokens) => {
        add(card, column.id, tokens, (id) => {
          added.current = id
        })
      }}
      onPasteList={(text) => {
        if (!isList(text)) return false
        addList(text, column.id, lane, (ids) => {
          added.current = ids.at(-1) ?? null
        })
        return true
      }}
      onLeave={(byKey) => {
        const onCard = byKey && added.current !== null && focusCard(added.current)
        added.current = null
        setBack(byKey && !onCard)
        onOpenChange(false)
      }}
    />
  )
}

/** Adds it and says so, with what was set. */
function useAddOne(place: string, lane: LanePlace | null) {
  const { t } = useTranslation('boards')
  const { t: fast } = useTranslation('board-fast')
  const { room, announce } = useDesk()
  const { list } = useFormat()
  const words = useTokenWords()
  const gift = useLaneGift()
  return (
    card: FullCard,
    column: string,
    tokens: readonly QuickToken[],
    done: (id: string | null) => void,
  ) =>
    gift(lane, column, [card], ([fitting = card]) => {
      done(addCardWith(room.doc, fitting, { column, createdBy: room.me.id }))
      const said = t('card.added', { title: card.title, column: place })
      announce(
        tokens.length === 0 ? said : fast('addedWith', { said, facts: list(tokens.map(words)) }),
      )
    })
}
