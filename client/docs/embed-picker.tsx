import type { Embed } from '@atelier/shared/docs/embed'
import type { Editor } from '@tiptap/react'
import { FileText, type LucideIcon, Search, SquareKanban, StickyNote } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { Menu } from 'react-aria-components/Menu'
import { TextField } from 'react-aria-components/TextField'
import { useTranslation } from 'react-i18next'
import { BoardColumns } from '../references/board-columns'
import { deskOf } from '../references/reference-desk'
import { Dialog } from '../ui/dialog'
import { MenuItem } from '../ui/menu'
import { type EmbedWish, embedWish } from './embed-wishes'
import { putEmbed } from './put-embed'
import { type Board, type Embeddable, useEmbeddables } from './use-embeddables'
import { useTextAfter } from './use-text-after'

/** Asks which doc, card or column is to be shown in the text. */
export function EmbedPicker({ editor }: { editor: Editor }) {
  const wishes = embedWish(editor)
  const wish = useSyncExternalStore(wishes.subscribe, wishes.get)
  const { t } = useTranslation('references')
  useTextAfter(editor, wish !== null)
  if (!wish) return null
  const close = () => wishes.set(null)
  const choose = (embed: Embed) => {
    wishes.set(null)
    putEmbed(editor, embed)
  }
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => !open && close()}
      title={t(`pick.${wish}`)}
      width="medium"
      bare
    >
      <Choice wish={wish} projectId={deskOf(editor)?.projectId} onChoose={choose} />
    </Dialog>
  )
}

type ChoiceProps = {
  wish: EmbedWish
  projectId: string | undefined
  onChoose: (embed: Embed) => void
}

function Choice({ wish, projectId, onChoose }: ChoiceProps) {
  const { t } = useTranslation('references')
  const [board, setBoard] = useState<Board | null>(null)
  const [query, setQuery] = useState('')
  const [isAwaited, setAwaited] = useState(false)
  const { options, isLoading } = useEmbeddables(wish, projectId, query)
  const choose = ({ board, embed }: Embeddable) => (board ? setBoard(board) : onChoose(embed))
  const first = options[0]
  // Whether an arrow key led to one of those that are seen.
  const isPointed = useRef(false)
  // Enter before the server answered.
  useEffect(() => {
    if (!isAwaited || isLoading) return
    setAwaited(false)
    if (first) choose(first)
  })
  // Before the list hears of it: what it has seen last is what was found for fewer letters.
  const onKey = (event: KeyboardEvent) => {
    if (event.key.startsWith('Arrow')) isPointed.current = true
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    const isChosen = (event.target as Element).hasAttribute('aria-activedescendant')
    if (isChosen && (isPointed.current || !isLoading)) return
    event.preventDefault()
    event.stopPropagation()
    setAwaited(true)
  }
  if (board) return <BoardColumns board={board} onChoose={onChoose} />
  return (
    <Autocomplete
      inputValue={query}
      onInputChange={(next) => {
        isPointed.current = false
        setQuery(next)
      }}
    >
      <TextField
        aria-label={t(`pick.${wish}`)}
        autoFocus
        className="flex h-13 items-center gap-3 border-line border-b px-4"
      >
        <Search size={18} aria-hidden className="text-ink-faint" />
        <Input
          placeholder={t(`pick.${wish}`)}
          onKeyDownCapture={onKey}
          className="h-full min-w-0 flex-1 bg-transparent text-lg outline-none placeholder:text-ink-faint"
        />
      </TextField>
      <Menu
        aria-label={t(`pick.${wish}`)}
        className="max-h-[min(22rem,50dvh)] overflow-y-auto p-1.5 outline-none"
        renderEmptyState={() => (
          <p className="px-3 py-8 text-center text-ink-faint text-sm">
            {isLoading ? '…' : t(query.trim() === '' ? 'pick.type' : 'pick.none')}
          </p>
        )}
      >
        {options.map((option) => (
          <Option
            key={option.id}
            icon={icons[wish]}
            title={option.title}
            hint={option.hint}
            onAction={() => choose(option)}
          />
        ))}
      </Menu>
    </Autocomplete>
  )
}

const icons = { doc: FileText, column: SquareKanban, card: StickyNote } as const

function Option(props: { icon: LucideIcon; title: string; hint: string; onAction: () => void }) {
  return (
    <MenuItem icon={<props.icon size={17} />} textValue={props.title} onAction={props.onAction}>
      <span className="flex min-w-0 items-baseline gap-2">
        <span className="truncate" dir="auto">
          {props.title}
        </span>
        <span className="truncate text-ink-faint text-xs" dir="auto">
          {props.hint}
        </span>
      </span>
    </MenuItem>
  )
}
