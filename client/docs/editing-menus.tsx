import type { Editor } from '@tiptap/react'
import { useSyncExternalStore } from 'react'
import { BlockHandle } from './block-handle'
import { BlockPopovers } from './block-popovers'
import { BubbleMenu } from './bubble-menu'
import { CodeMenu } from './code-menu'
import { InlineMenus } from './inline-menus'
import { MediaMenu } from './media-menu'
import type { SlashStore } from './slash-extension'
import { SlashMenu } from './slash-menu'
import { TableMenu } from './table-menu'
import { TouchBar } from './touch-bar'

const coarse = window.matchMedia('(pointer: coarse)')
const watchPointer = (listener: () => void) => {
  coarse.addEventListener('change', listener)
  return () => coarse.removeEventListener('change', listener)
}

/** Over the text with a mouse; at the bottom on touch, where the system's own menu is over it. */
export function EditingMenus({ editor, slash }: { editor: Editor; slash: SlashStore }) {
  const onTouch = useSyncExternalStore(watchPointer, () => coarse.matches)
  return (
    <>
      <SlashMenu editor={editor} store={slash} />
      <InlineMenus editor={editor} />
      {onTouch ? (
        <TouchBar editor={editor} />
      ) : (
        <>
          <BubbleMenu editor={editor} />
          <TableMenu editor={editor} />
          <BlockHandle editor={editor} />
        </>
      )}
      <CodeMenu editor={editor} />
      <MediaMenu editor={editor} />
      <BlockPopovers editor={editor} />
    </>
  )
}
