import { longest } from '@atelier/shared/boards/board-shape'
import type { Card } from '@atelier/shared/boards/card'
import type { Checklist } from '@atelier/shared/boards/checklist'
import { addChecklistItems } from '@atelier/shared/boards/checklist-edits'
import { type ClipboardEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { toast } from '../../ui/toast'
import { useDesk } from '../board-context'
import { type ItemLine, itemLines, mostLines } from './item-lines'

type Props = {
  card: Card
  list: Checklist
  /** `byKey`: the keyboard wants somewhere to be. */
  onLeave(byKey: boolean): void
}

/** Enter adds an item and is ready for the next; a list that is pasted becomes its items. Escape, or leaving it empty, ends it. */
export function NewItem({ card, list, onLeave }: Props) {
  const { t } = useTranslation('card')
  const { room, announce } = useDesk()
  const [text, setText] = useState('')
  const field = useRef<HTMLTextAreaElement>(null)
  const left = useRef(false)
  const leave = (byKey: boolean) => {
    left.current = true
    onLeave(byKey)
  }
  const add = (lines: readonly ItemLine[]) => {
    addChecklistItems(room.doc, card.id, list.id, lines)
    const [first] = lines
    if (lines.length === 1 && first) announce(t('item.added', { text: first.text }))
    else if (lines.length > 1) announce(t('item.addedMany', { count: lines.length }))
    setText('')
    requestAnimationFrame(() => field.current?.scrollIntoView({ block: 'nearest' }))
  }
  const press = (event: KeyboardEvent) => {
    // Enter also ends the choice of a character in some input methods.
    if (event.nativeEvent.isComposing || !['Enter', 'Escape'].includes(event.key)) return
    event.preventDefault()
    event.stopPropagation()
    if (event.key === 'Escape') return leave(true)
    const lines = itemLines(text)
    if (lines.length === 0) leave(true)
    else add(lines)
  }
  const paste = (event: ClipboardEvent) => {
    const lines = itemLines(event.clipboardData.getData('text/plain'))
    if (lines.length < 2) return
    event.preventDefault()
    if (lines.length > mostLines)
      toast({ text: t('item.tooMany', { most: mostLines }), tone: 'danger' })
    else add([...itemLines(text), ...lines])
  }
  return (
    <textarea
      ref={field}
      // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it.
      autoFocus
      rows={1}
      className="board-one-line checklist-field"
      aria-label={t('item.new', { name: list.name || t('checklist.unnamed') })}
      placeholder={t('item.placeholder')}
      maxLength={longest.itemText}
      value={text}
      onChange={(event) => setText(event.target.value.replace(/\s*\n\s*/g, ' '))}
      onKeyDown={press}
      onPaste={paste}
      onBlur={() => {
        if (left.current) return
        if (text.trim() !== '') add(itemLines(text))
        leave(false)
      }}
    />
  )
}
