import { parseRoomName } from '@atelier/shared/sync/room-name'
import { EditorContent } from '@tiptap/react'
import { Fragment, useState } from 'react'
import type * as Y from 'yjs'
import { useRoomPage } from '../projects/project-records'
import type { Room } from '../sync/room'
import { BlockHandle } from './block-handle'
import { BlockPopovers } from './block-popovers'
import { BubbleMenu } from './bubble-menu'
import { CodeMenu } from './code-menu'
import { DocPictures } from './doc-pictures'
import { InlineMenus } from './inline-menus'
import './prose.css'
import './tables.css'
import './block-tools.css'
import './blocks.css'
import './inert.css'
import './media.css'
import './editor.css'
import { MediaMenu } from './media-menu'
import { ReadOnlyNote } from './read-only-note'
import { SlashStore } from './slash-extension'
import { SlashMenu } from './slash-menu'
import { TableMenu } from './table-menu'
import { useRoomEditor } from './use-room-editor'

export type RichTextProps = {
  fragment: Y.XmlFragment
  room: Room
  editable: boolean
  /** Read by screen readers. */
  label: string
  placeholder: string
}

/** Rich text that several people write at once, anywhere in a room: a card's description. */
export function RichText(props: RichTextProps) {
  const [slash] = useState(() => new SlashStore())
  const page = useRoomPage('board', parseRoomName(props.room.name)?.id ?? '')
  const projectId = page.data?.project.id
  const { editor, outdated } = useRoomEditor({ ...props, slash, projectId })
  if (!editor) return null
  return (
    <div className="rich-text">
      {outdated && <ReadOnlyNote page={undefined} outdated />}
      <EditorContent editor={editor} />
      <DocPictures key={`pictures ${editor.instanceId}`} editor={editor} />
      {editor.isEditable && (
        <Fragment key={editor.instanceId}>
          <SlashMenu editor={editor} store={slash} />
          <InlineMenus editor={editor} />
          <BubbleMenu editor={editor} />
          <TableMenu editor={editor} />
          <BlockHandle editor={editor} />
          <CodeMenu editor={editor} />
          <MediaMenu editor={editor} />
          <BlockPopovers editor={editor} />
        </Fragment>
      )}
    </div>
  )
}
