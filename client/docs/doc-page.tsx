import { docBody } from '@atelier/shared/docs/doc'
import type { DocPage as DocFacts } from '@atelier/shared/projects/project'
import { type RoomName, roomName } from '@atelier/shared/sync/room-name'
import { type Editor, EditorContent } from '@tiptap/react'
import { type CSSProperties, Fragment, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { CommentStore } from '../comments/comment-store'
import { CommentsLayer } from '../comments/comments-layer'
import { LeftComments } from '../comments/waiting-comment'
import { Forks } from '../suggestions/forks'
import { ModeSwitch } from '../suggestions/mode-switch'
import { SuggestButton, SuggestingBanner } from '../suggestions/suggesting-banner'
import { SuggestionsLayer } from '../suggestions/suggestions-layer'
import { FullBanner } from '../sync/full-banner'
import { RefusedBanner } from '../sync/refused-banner'
import type { Room, RoomState } from '../sync/room'
import { unchanging } from '../sync/watched'
import { personColour } from '../ui/palette'
import { Backlinks } from './backlinks'
import { DocDialogs } from './doc-dialogs'
import { DocHeader } from './doc-header'
import { DocOutline } from './doc-outline'
import { DocPictures } from './doc-pictures'
import { DocSide } from './doc-side'
import { DocTitle } from './doc-title'
import { EditingMenus } from './editing-menus'
import { LeftFiles } from './left-files'
import { ReadOnlyNote } from './read-only-note'
import { SlashStore } from './slash-extension'
import { TextTools } from './text-tools'
import { useDocModes } from './use-doc-modes'
import { useRoomEditor } from './use-room-editor'

type Props = {
  docId: string
  state: Extract<RoomState, { kind: 'open' }>
  page: DocFacts | undefined
}

/** The sheet: title and text, in which everybody here writes. */
export function DocPage({ docId, state, page }: Props) {
  const { t } = useTranslation('docs')
  const { room } = state
  const [slash] = useState(() => new SlashStore())
  const [comments] = useState(() => new CommentStore())
  const suggesting = useDocModes(docId, room, page)
  const { mode, own, ownState, store: suggestions, follows } = suggesting
  const text = own?.text ?? room.doc
  const fragment = useMemo(() => docBody(text), [text])
  const mayWrite = mode === 'suggesting' ? own !== null : mode === 'editing'
  const { editor, outdated } = useRoomEditor({
    fragment,
    room,
    editable: mayWrite,
    label: t('body'),
    placeholder: t('placeholder.body'),
    slash,
    projectId: page?.project.id,
    comments,
    fork: own && roomName('suggestion', own.forkId),
    suggestions,
  })
  const writable = mayWrite && !outdated
  const editable = writable && mode === 'editing'
  // What is typed goes into the fork; how that is kept is what counts then.
  const written = mode === 'suggesting' && ownState?.kind === 'open' ? ownState : state
  const saving = outdated ? toReload : written.saving
  const mayDecide = room.access === 'write'
  const desk = editor && { docId, room, page, editor, editable, follows, comments, suggestions }
  // What listens to one editor is made anew with the next; what people may have the focus in stays.
  return (
    <>
      <Forks doc={room.doc} suggesting={suggesting} />
      <DocHeader room={room} saving={saving} page={page}>
        <ModeSwitch suggesting={suggesting} />
      </DocHeader>
      <article className="doc-sheet" data-mode={mode} style={ownColour(room)}>
        <div className="doc-note">
          <RefusedBanner state={state} />
          {ownState && <RefusedBanner state={ownState} />}
          <FullBanner state={written} />
          {!state.outdated && suggesting.isKnown && (
            <LeftFiles page={room.name} open={openIn(room, suggesting.mine?.id)} />
          )}
          {!follows && <LeftComments docId={docId} />}
          <SuggestingBanner suggesting={suggesting} />
          {(outdated || (room.access === 'read' && mode === 'viewing')) && (
            <ReadOnlyNote
              page={page}
              outdated={outdated || state.outdated}
              instead={<SuggestButton suggesting={suggesting} />}
            />
          )}
        </div>
        <DocTitle room={room} doc={text} editable={writable} onEnter={() => enterBody(editor)} />
        <EditorContent editor={editor} className="doc-body" />
        {editor && writable && (
          <EditingMenus key={editor.instanceId} editor={editor} slash={slash} />
        )}
        <Backlinks docId={docId} />
      </article>
      <SuggestionsLayer {...{ editor, mayDecide, suggesting }} />
      {desk && (
        <Fragment key={desk.editor.instanceId}>
          <DocPictures editor={desk.editor} />
          <DocOutline editor={desk.editor} />
          {follows && <CommentsLayer desk={desk} />}
          <DocDialogs desk={desk} />
          <TextTools desk={desk} />
        </Fragment>
      )}
      <DocSide desk={desk} />
    </>
  )
}

const toReload = unchanging({ kind: 'reload' as const })

const openIn = ({ access, name }: Room, forkId: string | undefined): RoomName[] => [
  ...(access === 'write' ? [name] : []),
  ...(forkId === undefined ? [] : [roomName('suggestion', forkId)]),
]

const ownColour = ({ me }: Room) => ({ '--mine': personColour(me.colour) }) as CSSProperties

/** At once, not in the next frame as `commands.focus` does: letters typed meanwhile would go astray. */
function enterBody(editor: Editor | null): void {
  if (!editor) return
  editor.commands.setTextSelection(0)
  editor.view.focus()
}
