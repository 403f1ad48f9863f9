import type { Editor } from '@tiptap/core'
import { useEntries } from '../suggestions/suggestion-store'
import { SuggestionsPanel } from '../suggestions/suggestions-panel'
import type { Suggesting } from '../suggestions/use-suggesting'

type Props = { editor: Editor; suggesting: Suggesting; mayDecide: boolean }

/** What is suggested in a section, below its text. Nothing where nobody suggests. */
export function SectionSuggestions({ editor, suggesting, mayDecide }: Props) {
  const { home, store, forks, mode } = suggesting
  const isAny = useEntries(store).length > 0
  if (!isAny && mode !== 'suggesting' && forks.length === 0) return null
  return (
    <div className="section-suggestions">
      <SuggestionsPanel {...{ home, editor, store, mayDecide }} />
    </div>
  )
}
