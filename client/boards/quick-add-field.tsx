import { longest } from '@atelier/shared/boards/board-shape'
import type { FullCard } from '@atelier/shared/boards/card-batch-edits'
import { type QuickToken, quickFacts, readQuickCard } from '@atelier/shared/boards/quick-add'
import { type ClipboardEvent, type FocusEvent, type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useToday } from '../i18n/use-today'
import { useBoardPart, useDesk } from './board-context'
import { QuickChips } from './quick-chips'
import { QuickChoices } from './quick-choices'
import { QuickInk } from './quick-ink'
import { useQuickChoices } from './use-quick-choices'
import './quick-add.css'

type Props = {
  label: string
  placeholder: string
  onAdd(card: FullCard, tokens: readonly QuickToken[]): void
  /** Answers whether the text was several cards, and is taken. */
  onPasteList(text: string): boolean
  /** `byKey`: by Enter or Escape, so the keyboard wants somewhere to be. */
  onLeave(byKey: boolean): void
}

/** For what is recognised in it, beside the title itself. */
const roomForFacts = 200

/**
 * The title of a new card, in which days, people, labels and estimates are recognised. Enter adds and
 * stays for the next, Escape leaves; leaving by pointer or Tab keeps what was written.
 */
export function QuickAddField({ label, placeholder, onAdd, onPasteList, onLeave }: Props) {
  const { t } = useTranslation('board-fast')
  const [text, setText] = useState('')
  const [plain, setPlain] = useState<ReadonlySet<string>>(new Set())
  const field = useRef<HTMLTextAreaElement>(null)
  const left = useRef(false)
  const { title, tokens } = useQuickCard(text, plain)
  const choices = useQuickChoices(field, text, setText)
  const isTooLong = title.length > longest.cardTitle
  const add = () => {
    if (title === '' || isTooLong) return false
    onAdd({ title, ...quickFacts(tokens) }, tokens)
    setText('')
    setPlain(new Set())
    return true
  }
  const leave = (byKey: boolean) => {
    if (left.current) return
    left.current = true
    onLeave(byKey)
  }
  const press = (event: KeyboardEvent) => {
    // Enter also ends the choice of a character in some input methods.
    if (event.nativeEvent.isComposing || choices.press(event)) return
    if (event.key === 'Escape') leave(true)
    else if (event.key !== 'Enter') return
    else if (!add() && !isTooLong) leave(true)
    event.preventDefault()
    event.stopPropagation()
  }
  const blur = (event: FocusEvent) => {
    choices.close()
    if (left.current || event.currentTarget.contains(event.relatedTarget)) return
    add()
    leave(false)
  }
  const paste = (event: ClipboardEvent) => {
    if (onPasteList(event.clipboardData.getData('text/plain'))) event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it hears of leaving, and takes no key of its own
    <div className="quick-add" onBlur={blur}>
      <div className="quick-field">
        <QuickInk text={text} tokens={tokens} />
        <textarea
          ref={field}
          // biome-ignore lint/a11y/noAutofocus: it appears because somebody asked for it.
          autoFocus
          rows={1}
          dir="auto"
          aria-label={label}
          placeholder={placeholder}
          maxLength={longest.cardTitle + roomForFacts}
          value={text}
          {...choices.fieldProps}
          onChange={(event) => {
            setText(event.target.value.replace(/\s*\n\s*/g, ' '))
            choices.look()
          }}
          onSelect={choices.look}
          onKeyDown={press}
          onPaste={paste}
        />
      </div>
      <QuickChoices
        id={choices.listId}
        choices={choices.choices}
        active={choices.active}
        onChoose={choices.take}
      />
      {isTooLong && (
        <p className="quick-fault" role="alert">
          {t('tooLong', { count: longest.cardTitle })}
        </p>
      )}
      <QuickChips
        tokens={tokens}
        onKeepWords={({ raw }) => {
          setPlain(new Set([...plain, raw]))
          field.current?.focus()
        }}
      />
      {text === '' && <p className="quick-hint">{t('hint')}</p>}
    </div>
  )
}

function useQuickCard(text: string, plain: ReadonlySet<string>) {
  const { people } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const today = useToday()
  return readQuickCard(text, { today, people: [...people.values()], labels, plain })
}
