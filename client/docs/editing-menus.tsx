import type { Editor } from '@tiptap/react'
import { type ReactNode, useSyncExternalStore } from 'react'
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

type Props = {
  editor: Editor
  slash: SlashStore
  /** Beside those for every text, what one does with words of this one. */
  tools?: ReactNode
}

/** Over the text with a mouse; at the bottom on touch, where the system's own menu is over it. */
export function EditingMenus({ editor, slash, tools }: Props) {
  const onTouch = useSyncExternalStore(watchPointer, () => coarse.matches)
  return (
    <>
      <SlashMenu editor={editor} store={slash} />
      <InlineMenus editor={editor} />
      {onTouch ? (
        <TouchBar editor={editor} tools={tools} />
      ) : (
        <>
          <BubbleMenu editor={editor} tools={tools} />
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
