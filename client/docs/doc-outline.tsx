import type { Editor } from '@tiptap/react'
import { InShellHeader } from '../shell/shell-header'
import { OutlineList, OutlineMenu } from './outline-list'
import { useOutline } from './use-outline'

/** The doc's headings: beside the text, or as a menu in the top bar. */
export function DocOutline({ editor }: { editor: Editor }) {
  const outline = useOutline(editor)
  return (
    <>
      <InShellHeader>
        <OutlineMenu {...outline} />
      </InShellHeader>
      <OutlineList {...outline} />
    </>
  )
}
