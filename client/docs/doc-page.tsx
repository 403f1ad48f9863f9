import { docBody } from '@atelier/shared/docs/doc'
import type { DocPage as DocFacts } from '@atelier/shared/projects/project'
import { type Editor, EditorContent } from '@tiptap/react'
import { Fragment, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommentStore } from '../comments/comment-store'
import { CommentsLayer } from '../comments/comments-layer'
import { FullBanner } from '../sync/full-banner'
import { RefusedBanner } from '../sync/refused-banner'
import type { RoomState } from '../sync/room'
import { Backlinks } from './backlinks'
import { DocDialogs } from './doc-dialogs'
import { DocHeader } from './doc-header'
import { DocOutline } from './doc-outline'
import { DocPictures } from './doc-pictures'
import { DocSide } from './doc-side'
import { DocTitle } from './doc-title'
import { EditingMenus } from './editing-menus'
import { ReadOnlyNote } from './read-only-note'
import { SlashStore } from './slash-extension'
import { TextTools } from './text-tools'
import { useRoomEditor } from './use-room-editor'

type Props = {
  docId: string
  state: Extract<RoomState, { kind: 'open' }>
  page: DocFacts | undefined
}

/** The sheet: title and text, in which everybody here writes. */
export function DocPage({ docId, state, page }: Props) {
  const { t } = useTranslation('docs')
  const { room, save } = state
  const [slash] = useState(() => new SlashStore())
  const [comments] = useState(() => new CommentStore())
  const fragment = useMemo(() => docBody(room.doc), [room.doc])
  const { editor, outdated } = useRoomEditor({
    fragment,
    room,
    editable: room.access === 'write',
    label: t('body'),
    placeholder: t('placeholder.body'),
    slash,
    projectId: page?.project.id,
    comments,
  })
  const editable = room.access === 'write' && !outdated
  const desk = editor && { docId, room, page, editor, editable, comments }
  // What stands beside an editor listens to that one editor: another one needs it anew.
  return (
    <>
      <DocHeader room={room} save={outdated ? { kind: 'reload' } : save} page={page} />
      <article className="doc-sheet">
        <div className="doc-note">
          <RefusedBanner state={state} />
          <FullBanner state={state} />
          {!editable && <ReadOnlyNote page={page} outdated={outdated || save.kind === 'reload'} />}
        </div>
        <DocTitle room={room} editable={editable} onEnter={() => enterBody(editor)} />
        <EditorContent editor={editor} className="doc-body" />
        {editor && editable && (
          <EditingMenus key={editor.instanceId} editor={editor} slash={slash} />
        )}
        <Backlinks docId={docId} />
      </article>
      {desk && (
        <Fragment key={desk.editor.instanceId}>
          <DocPictures editor={desk.editor} />
          <DocOutline editor={desk.editor} />
          <CommentsLayer desk={desk} />
          <DocSide desk={desk} />
          <DocDialogs desk={desk} />
          <TextTools desk={desk} />
        </Fragment>
      )}
    </>
  )
}

/** At once, not in the next frame as `commands.focus` does: letters typed meanwhile would go astray. */
function enterBody(editor: Editor | null): void {
  if (!editor) return
  editor.commands.setTextSelection(0)
  editor.view.focus()
}
