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
import { QuickAddField } from './quick-add-field'
import { useTokenWords } from './quick-chips'
import { isList, useAddList } from './use-add-list'

type Props = { column: Column; open: boolean; onOpenChange(open: boolean): void }

/** At the foot of a column: Enter adds a card and is ready for the next, Escape goes to the last one. */
export function AddCard({ column, open, onOpenChange }: Props) {
  const { t } = useTranslation('boards')
  const [back, setBack] = useState(false)
  const added = useRef<string>(null)
  const name = column.name || t('column.unnamed')
  const add = useAddOne(name)
  const addList = useAddList()
  if (!open)
    return (
      <div className="board-add-row">
        <Button className="board-add" autoFocus={back} onPress={() => onOpenChange(true)}>
          <Plus aria-hidden size={16} />
          {t('card.add')}
        </Button>
        <TemplateMenu column={column} />
      </div>
    )
  return (
    <QuickAddField
      label={t('card.newTitle', { column: name })}
      placeholder={t('card.newPlaceholder')}
      onAdd={(card, tokens) => {
        added.current = add(card, column.id, tokens)
      }}
      onPasteList={(text) => {
        if (!isList(text)) return false
        added.current = addList(text, column.id).at(-1) ?? null
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
function useAddOne(columnName: string) {
  const { t } = useTranslation('boards')
  const { t: fast } = useTranslation('board-fast')
  const { room, announce } = useDesk()
  const { list } = useFormat()
  const words = useTokenWords()
  return (card: FullCard, column: string, tokens: readonly QuickToken[]): string | null => {
    const id = addCardWith(room.doc, card, { column, createdBy: room.me.id })
    const said = t('card.added', { title: card.title, column: columnName })
    announce(
      tokens.length === 0 ? said : fast('addedWith', { said, facts: list(tokens.map(words)) }),
    )
    return id
  }
}
