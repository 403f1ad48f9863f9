import type { Editor } from '@tiptap/react'
import { Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { EmbedPicker } from './embed-picker'
import { EmojiMenu } from './emoji-menu'
import { MentionMenu } from './mention-menu'

/** The lists that signs open in any text that is written: "@" and ":". */
export const InlineMenus = ({ editor }: { editor: Editor }) => (
  // What is fetched for them must never take the text off the screen: letters would be lost.
  <Suspense fallback={null}>
    <Menus editor={editor} />
  </Suspense>
)

function Menus({ editor }: { editor: Editor }) {
  // Asked for ahead: a list that waits for its words would not hear its first keys.
  useTranslation(['references', 'emoji'])
  return (
    <>
      <MentionMenu editor={editor} />
      <EmojiMenu editor={editor} />
      <EmbedPicker editor={editor} />
    </>
  )
}
