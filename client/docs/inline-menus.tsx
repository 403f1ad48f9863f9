import type { Editor } from '@tiptap/react'
import { Suspense } from 'react'
import { EmbedPicker } from './embed-picker'
import { EmojiMenu } from './emoji-menu'
import { MentionMenu } from './mention-menu'

/** The lists that signs open in any text that is written: "@", ":", and what "/" asks for. */
export const InlineMenus = ({ editor }: { editor: Editor }) => (
  // What is fetched for them must never take the text off the screen: letters would be lost.
  <Suspense fallback={null}>
    <MentionMenu editor={editor} />
    <EmojiMenu editor={editor} />
    <EmbedPicker editor={editor} />
  </Suspense>
)
