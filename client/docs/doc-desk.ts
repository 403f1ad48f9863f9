import type { DocPage } from '@atelier/shared/projects/project'
import type { Editor } from '@tiptap/react'
import type { CommentStore } from '../comments/comment-store'
import type { SuggestionStore } from '../suggestions/suggestion-store'
import type { Room } from '../sync/room'

/** What everything beside the text is given of the doc it stands beside. */
export type DocDesk = {
  docId: string
  room: Room
  /** Undefined until it is known, as while the server is away. */
  page: DocPage | undefined
  /** Of a reader it holds a copy; see use-editor-source.ts. */
  editor: Editor
  /** Whether this person sees how it comes about: its past, comments and suggestions. */
  follows: boolean
  /** Whether this person writes in the doc itself. */
  editable: boolean
  comments: CommentStore
  suggestions: SuggestionStore
}
