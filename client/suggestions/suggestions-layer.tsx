import type { Editor } from '@tiptap/core'
import { VisuallyHidden } from '../ui/visually-hidden'
import type { Suggesting } from './use-suggesting'
import { useSuggestionKeys } from './use-suggestion-keys'

/** The keys of suggestions, and the voice that tells where they lead. */
export function SuggestionsLayer(props: {
  isMeant?: (event: KeyboardEvent) => boolean
  editor: Editor | null
  mayDecide: boolean
  suggesting: Suggesting
}) {
  const said = useSuggestionKeys(props)
  return (
    <VisuallyHidden>
      <span role="status" data-suggestion-voice>
        {said}
      </span>
    </VisuallyHidden>
  )
}
