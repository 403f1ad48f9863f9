import type { Editor } from '@tiptap/core'
import { MessageSquarePlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMayComment } from './comment-desk'
import type { CommentStore } from './comment-store'

/** Among the tools over a text: begins a comment on what is selected, where there are comments. */
export function CommentButton({ editor }: { editor: Editor }) {
  const store = editor.storage.commentMarks?.store
  return store ? <Begin store={store} /> : null
}

function Begin({ store }: { store: CommentStore }) {
  const { t } = useTranslation('comments')
  if (!useMayComment(store)) return null
  return (
    <button
      type="button"
      className="format-button"
      aria-label={t('comment')}
      title={t('comment')}
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => store.begin()}
    >
      <MessageSquarePlus size={16} aria-hidden />
    </button>
  )
}
