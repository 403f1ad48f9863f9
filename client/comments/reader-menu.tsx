import type { Editor } from '@tiptap/core'
import { BubbleMenu as Bubble } from '@tiptap/react/menus'
import { MessageSquarePlus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useMayComment } from './comment-desk'
import type { CommentStore } from './comment-store'

/** Over what is selected by somebody who may not write here, but comment. */
export function ReaderMenu({ editor, store }: { editor: Editor; store: CommentStore }) {
  const { t } = useTranslation('comments')
  if (!useMayComment(store)) return null
  return (
    <Bubble
      editor={editor}
      pluginKey="readerMenu"
      updateDelay={80}
      className="bubble-menu"
      shouldShow={({ state }) => !state.selection.empty}
      options={{
        placement: 'bottom-start',
        offset: 8,
        flip: { padding: 60 },
        shift: { padding: 8 },
      }}
    >
      <button
        type="button"
        className="format-button"
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => store.begin()}
      >
        <MessageSquarePlus size={16} aria-hidden />
        <span>{t('comment')}</span>
      </button>
    </Bubble>
  )
}
