import { Search } from 'lucide-react'
import { type KeyboardEvent, memo, useEffect, useId, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names'
import { type Emoji, findEmoji } from './emoji-data'
import { type EmojiRow, emojiColumns, placeAfter, sectionsOf } from './emoji-rows'
import { useEmoji } from './use-emoji'

/**
 * A field to search in and all emoji below it; the focus stays in the field, arrow keys go through
 * the grid. Put it into a `Popover` of popover.tsx. `onPick` is given the character.
 */
export function EmojiPicker({ onPick }: { onPick: (character: string) => void }) {
  const { t } = useTranslation('emoji')
  const [query, setQuery] = useState('')
  const [chosen, setChosen] = useState(0)
  const { all, failed } = useEmoji()
  const sections = useMemo(
    () => sectionsOf(findEmoji(all ?? [], query), query.trim() !== ''),
    [all, query],
  )
  const rows = useMemo(() => sections.flatMap((section) => section.rows), [sections])
  const flat = useMemo(() => rows.flat(), [rows])
  const active = flat[Math.min(chosen, flat.length - 1)]
  const listId = useId()

  const onKeyDown = (event: KeyboardEvent) => {
    const next = placeAfter(rows, chosen, event.key)
    if (next !== null && (query === '' || !isSideways(event.key))) setChosen(next)
    else if (event.key === 'Enter' && active) onPick(active.character)
    else return
    event.preventDefault()
  }
  useEffect(() => {
    if (active)
      document.getElementById(optionId(listId, active))?.scrollIntoView({ block: 'nearest' })
  }, [active, listId])

  return (
    <div className="w-[min(20rem,calc(100vw-3rem))]">
      <div className="flex h-9 items-center gap-2 rounded-md bg-sunken px-2.5 focus-within:outline-2 focus-within:outline-focus">
        <Search size={15} aria-hidden className="shrink-0 text-ink-faint" />
        <input
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={active && optionId(listId, active)}
          aria-autocomplete="list"
          aria-label={t('search')}
          placeholder={t('search')}
          // biome-ignore lint/a11y/noAutofocus: whoever opens the picker looks for one
          autoFocus
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setChosen(0)
          }}
          onKeyDown={onKeyDown}
          className="min-w-0 flex-1 bg-transparent text-sm outline-none"
        />
      </div>
      <div
        id={listId}
        role="listbox"
        aria-label={t('label')}
        className="mt-2 h-56 overflow-y-auto overscroll-contain"
      >
        {sections.map(({ group, rows: own }) => (
          // biome-ignore lint/a11y/useSemanticElements: options in a group of a listbox
          <div key={group ?? ''} role="group" aria-label={t(group ? `groups.${group}` : 'found')}>
            {group && (
              <div aria-hidden className="px-1 pt-2 pb-1 font-medium text-ink-faint text-xs">
                {t(`groups.${group}`)}
              </div>
            )}
            {own.map((row) => (
              <Row
                key={row[0]?.character}
                row={row}
                listId={listId}
                active={active && row.includes(active) ? active : null}
                onPick={onPick}
              />
            ))}
          </div>
        ))}
      </div>
      <p aria-live="polite" className="mt-2 h-5 truncate px-1 text-ink-soft text-xs">
        {failed ? t('failed') : all && (active ? active.label : t('nothing'))}
      </p>
    </div>
  )
}

const isSideways = (key: string) => key === 'ArrowLeft' || key === 'ArrowRight'
const optionId = (listId: string, { character }: Emoji) => `${listId}-${character}`

type RowProps = {
  row: EmojiRow
  listId: string
  active: Emoji | null
  onPick: (character: string) => void
}

const Row = memo(function Row({ row, listId, active, onPick }: RowProps) {
  return (
    <div
      role="presentation"
      className="grid"
      style={{ gridTemplateColumns: `repeat(${emojiColumns}, minmax(0, 1fr))` }}
    >
      {row.map((emoji) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which points here
        // biome-ignore lint/a11y/useKeyWithClickEvents: keys arrive at the field
        <div
          key={emoji.character}
          id={optionId(listId, emoji)}
          role="option"
          aria-selected={emoji === active}
          aria-label={emoji.label}
          title={emoji.label}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onPick(emoji.character)}
          className={classNames(
            'flex h-9 cursor-pointer items-center justify-center rounded-md text-xl hover:bg-hover',
            emoji === active && 'bg-accent-soft outline-1 outline-accent -outline-offset-1',
          )}
        >
          {emoji.character}
        </div>
      ))}
    </div>
  )
})
