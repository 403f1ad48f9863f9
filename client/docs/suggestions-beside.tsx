import { SuggestionsPanel } from '../suggestions/suggestions-panel'
import type { DocPanelProps } from './doc-panels'

/** Whoever may write in the doc decides, also while they suggest or only read. */
export function SuggestionsBeside({ desk }: DocPanelProps) {
  const { docId, editor, room, suggestions } = desk
  return (
    <SuggestionsPanel
      home={{ kind: 'doc', id: docId }}
      editor={editor}
      store={suggestions}
      mayDecide={room.access === 'write'}
    />
  )
}
