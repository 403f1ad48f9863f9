import { Check } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { SearchField } from 'react-aria-components/SearchField'
import { useTranslation } from 'react-i18next'
import { itemClass } from '../ui/menu'
import { folded } from './board-filter'

export type Choice = { id: string; name: string; icon?: ReactNode }

type Props = {
  title: string
  options: readonly Choice[]
  chosen: readonly string[]
  onChange(chosen: string[]): void
  /** Beside the title. */
  end?: ReactNode
  autoFocus?: boolean
  /** Keeps the title for screen readers only. */
  hideTitle?: boolean
}

const mostWithoutSearch = 10
const mostShown = 100

/** Several of many, under a heading; long lists can be searched. What was chosen and is gone stays chosen. */
export function ChoiceList({ title, options, chosen, onChange, end, ...looks }: Props) {
  const [words, setWords] = useState('')
  const isLong = options.length > mostWithoutSearch
  const found = isLong
    ? options.filter(({ name }) => folded(name).includes(folded(words)))
    : options
  const shown = found.slice(0, mostShown)
  const change = (keys: Set<unknown>) => {
    const isShown = new Set(shown.map(({ id }) => id))
    const hidden = chosen.filter((id) => !isShown.has(id))
    onChange([...hidden, ...shown.flatMap(({ id }) => (keys.has(id) ? id : []))])
  }
  return (
    <section className="board-choice">
      <div className={looks.hideTitle ? 'sr-only' : 'board-choice-head'}>
        <h3>{title}</h3>
        {end}
      </div>
      {isLong && (
        <ChoiceSearch title={title} words={words} onChange={setWords} autoFocus={looks.autoFocus} />
      )}
      <ListBox
        aria-label={title}
        className="board-choice-list"
        selectionMode="multiple"
        escapeKeyBehavior="none"
        autoFocus={!isLong && looks.autoFocus}
        items={shown}
        selectedKeys={chosen}
        onSelectionChange={(keys) =>
          change(keys === 'all' ? new Set(shown.map(({ id }) => id)) : keys)
        }
      >
        {({ id, name, icon }) => (
          <ListBoxItem id={id} textValue={name} className={itemClass}>
            {({ isSelected }) => (
              <>
                {icon}
                <span className="min-w-0 flex-1 truncate" dir="auto">
                  {name}
                </span>
                <Check
                  size={15}
                  aria-hidden
                  className={isSelected ? 'shrink-0 text-accent' : 'invisible shrink-0'}
                />
              </>
            )}
          </ListBoxItem>
        )}
      </ListBox>
      {found.length > shown.length && <More left={found.length - shown.length} />}
    </section>
  )
}

function More({ left }: { left: number }) {
  const { t } = useTranslation('board-views')
  return <p className="board-choice-more">{t('filter.more', { count: left })}</p>
}

type SearchProps = { title: string; words: string; onChange(words: string): void } & {
  autoFocus?: boolean
}

function ChoiceSearch({ title, words, onChange, autoFocus }: SearchProps) {
  const { t } = useTranslation('board-views')
  return (
    <SearchField
      className="board-choice-search"
      aria-label={t('filter.search', { what: title })}
      autoFocus={autoFocus}
      value={words}
      onChange={onChange}
    >
      <Input placeholder={t('filter.search', { what: title })} />
    </SearchField>
  )
}
