import { longest } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import { addCard } from '@atelier/shared/boards/card-edits'
import { Plus, X } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import { Autocomplete, Input, Menu, MenuItem, TextField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { inputClass } from '../../ui/field'
import { IconButton } from '../../ui/icon-button'
import { itemClass } from '../../ui/menu'
import { useBoardPart, useColumns, useDesk } from '../board-context'
import { findCards } from './find-cards'
import { othersOf, type RelationKind, relate } from './relation-kinds'
import { useRelations } from './use-relations'

type Props = { card: Card; kind: RelationKind; onDone(): void }

/** Looks for a card of the board by its title, and relates it. A part may be made on the way. */
export function RelationSearch({ card, kind, onDone }: Props) {
  const { t } = useTranslation('learning')
  const [query, setQuery] = useState('')
  const [refused, setRefused] = useState<string | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const found = useFound(card, kind, query)
  const write = useRelate(card, kind)
  useEffect(() => {
    // The menu it was chosen in lets nothing else have the focus until it is gone.
    const frame = requestAnimationFrame(() => input.current?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  const choose = (key: string | number) => {
    const refusal = write(String(key), query)
    setRefused(refusal)
    if (refusal === null) onDone()
  }
  const press = (event: KeyboardEvent) => {
    const [first] = found
    // The list points at its first find only a moment after it was typed.
    const isAhead =
      event.key === 'Enter' &&
      event.target === input.current &&
      query.trim() !== '' &&
      !input.current.hasAttribute('aria-activedescendant')
    if (event.key !== 'Escape' && !(isAhead && first)) return
    event.stopPropagation()
    event.preventDefault()
    if (isAhead && first) choose(first.id)
    else onDone()
  }
  const label = t('relations.search', { kind: t(`relations.${kind}`) })
  const type = (text: string) => {
    setQuery(text)
    setRefused(null)
  }
  return (
    <div className="relation-search" onKeyDownCapture={press}>
      <Autocomplete inputValue={query} onInputChange={type}>
        <div className="relation-search-field">
          <TextField aria-label={label} className="min-w-0 flex-1">
            <Input
              ref={input}
              maxLength={longest.cardTitle}
              placeholder={label}
              className={`${inputClass} h-10`}
            />
          </TextField>
          <IconButton label={t('relations.cancel')} onPress={onDone}>
            <X aria-hidden size={16} />
          </IconButton>
        </div>
        {refused && (
          <p role="alert" className="relation-refused">
            {refused}
          </p>
        )}
        <Menu
          aria-label={label}
          items={found}
          onAction={choose}
          className="relation-found"
          renderEmptyState={() => <p className="relation-none">{t('relations.nothing')}</p>}
        >
          {(item) => <FoundItem item={item} />}
        </Menu>
      </Autocomplete>
    </div>
  )
}

type Found = { id: string; title: string; card: Card | null }
/** Never a card's id. */
const newCard = 'new card'

function FoundItem({ item: { id, title, card } }: { item: Found }) {
  const { t } = useTranslation('learning')
  const columns = useColumns()
  const column = columns.find((shown) => shown.id === card?.column)?.name || t('unnamed')
  const words = card ? title || t('untitled') : t('relations.create', { title })
  return (
    <MenuItem id={id} textValue={words} className={itemClass}>
      {!card && <Plus aria-hidden size={15} className="text-ink-faint" />}
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {words}
      </span>
      {card && (
        <span className="max-w-32 truncate text-ink-faint text-xs" dir="auto">
          {card.archivedAt === null ? column : t('relations.archived')}
        </span>
      )}
    </MenuItem>
  )
}

function useFound(card: Card, kind: RelationKind, query: string): Found[] {
  const cards = useBoardPart((board) => board.cards)
  const relations = useRelations()
  return useMemo(() => {
    const except = new Set([card.id, ...othersOf(relations, card.id, kind)])
    const found: Found[] = findCards(cards, query, except).map((one) => ({
      id: one.id,
      title: one.title,
      card: one,
    }))
    const title = query.trim()
    if (kind === 'parts' && title !== '') found.push({ id: newCard, title, card: null })
    return found
  }, [cards, relations, card.id, kind, query])
}

/** Answers why it was not written, in a sentence; null where it was. */
function useRelate(card: Card, kind: RelationKind) {
  const { t } = useTranslation('learning')
  const { room, store, announce } = useDesk()
  return (chosen: string, query: string): string | null => {
    const spot = card.archivedAt === null && !card.isTemplate ? { after: card.id } : 'end'
    const made = { title: query.trim(), column: card.column, spot, createdBy: room.me.id } as const
    const other = chosen === newCard ? addCard(room.doc, made) : chosen
    const answer = other === null ? 'gone' : relate(room.doc, kind, card.id, other)
    const title = store.read().cards.get(other ?? '')?.title || t('untitled')
    if (answer === 'gone') return t('relations.gone')
    if (answer === 'circle') return t(`relations.circle.${kind}`, { title })
    announce(t('relations.added', { title, kind: t(`relations.${kind}`) }))
    return null
  }
}
