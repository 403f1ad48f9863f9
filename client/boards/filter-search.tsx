import { longestFilterText } from '@atelier/shared/boards/view'
import { Search, X } from 'lucide-react'
import { useState } from 'react'
import { Button, Input, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'

type Props = { text: string; label: string; onChange(text: string): void }

/**
 * Shows what is typed at once: the address, where the text lives, is a moment behind. Typed words
 * hold until the field is left.
 */
export function FilterSearch({ text, label, onChange }: Props) {
  const { t } = useTranslation('board-views')
  const [typed, setTyped] = useState<string | null>(null)
  const shown = typed ?? text
  return (
    <SearchField
      className="board-search"
      aria-label={label}
      value={shown}
      maxLength={longestFilterText}
      onChange={(next) => {
        setTyped(next)
        onChange(next)
      }}
      onBlur={() => setTyped(null)}
    >
      <Search aria-hidden size={16} />
      <Input placeholder={label} />
      <Button className="board-icon-button" aria-label={t('filter.clear')}>
        <X aria-hidden size={14} />
      </Button>
    </SearchField>
  )
}
