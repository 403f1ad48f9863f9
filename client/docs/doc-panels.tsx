/** What can stand beside the text: one at a time, named in the address by `?panel=<id>`. */
import { History, MessageSquare, PenLine } from 'lucide-react'
import { type ComponentType, lazy, type ReactNode } from 'react'
import { useOpenThreads } from '../comments/comment-records'
import { useEntries } from '../suggestions/suggestion-store'
import type { DocDesk } from './doc-desk'

export type DocPanelProps = { desk: DocDesk; close: () => void }

export type DocPanel = {
  id: string
  /** In the catalogue: `docs:panels.<id>`. */
  icon: ReactNode
  shortcut?: string[]
  /** How many things in it want to be seen, as a number at its button. */
  useCount?: (desk: DocDesk) => number
  /** Load it lazily. */
  Panel: ComponentType<DocPanelProps>
  /** Left out for everybody. */
  isFor?: (desk: DocDesk) => boolean
}

const loadComments = async () => ({
  default: (await import('../comments/comments-panel')).CommentsPanel,
})
/** What a key opens to write in: a panel that comes late lets the first letters fall into the text. */
export const panelsAhead = [loadComments]

const CommentsPanel = lazy(loadComments)
const SuggestionsBeside = lazy(async () => ({
  default: (await import('./suggestions-beside')).SuggestionsBeside,
}))
const HistoryPanel = lazy(async () => ({
  default: (await import('./history-panel')).HistoryPanel,
}))

export const docPanels: DocPanel[] = [
  {
    id: 'comments',
    icon: <MessageSquare size={17} aria-hidden />,
    useCount: ({ docId }) => useOpenThreads(docId),
    Panel: CommentsPanel,
    isFor: ({ follows }) => follows,
  },
  {
    id: 'suggestions',
    icon: <PenLine size={17} aria-hidden />,
    useCount: ({ suggestions }) => useEntries(suggestions).length,
    Panel: SuggestionsBeside,
    isFor: ({ follows }) => follows,
  },
  {
    id: 'history',
    icon: <History size={17} aria-hidden />,
    Panel: HistoryPanel,
    isFor: ({ follows }) => follows,
  },
]
