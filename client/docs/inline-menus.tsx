import type { Editor } from '@tiptap/react'
import { EmojiMenu } from './emoji-menu'
import { MentionMenu } from './mention-menu'

/** The lists that signs open in any text that is written: "@" and ":". */
export const InlineMenus = ({ editor }: { editor: Editor }) => (
  <>
    <MentionMenu editor={editor} />
    <EmojiMenu editor={editor} />
  </>
)
