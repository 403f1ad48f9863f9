import { docExtensions } from '@atelier/shared/docs/doc-extensions'
import { sectionExtensions } from '@atelier/shared/journals/section-extensions'
import { parseRoomName, type RoomName } from '@atelier/shared/sync/room-name'
import type { Extensions } from '@tiptap/core'
import { Collaboration } from '@tiptap/extension-collaboration'
import { Placeholder } from '@tiptap/extensions'
import { type Editor, useEditor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import type * as Y from 'yjs'
import { CommentMarks } from '../comments/comment-marks'
import type { CommentStore } from '../comments/comment-store'
import { FollowLinks } from '../references/follow-links'
import { References } from '../references/reference-desk'
import { useReferenceDesk } from '../references/use-reference-desk'
import { SuggestionMarks } from '../suggestions/suggestion-marks'
import type { SuggestionStore } from '../suggestions/suggestion-store'
import type { Room } from '../sync/room'
import { toast } from '../ui/toast'
import { BlockKeys } from './block-keys'
import { CalloutKeys } from './callout-keys'
import { CaretFirst } from './caret-first'
import { CodeColours } from './code-colours'
import { ColumnStyles } from './column-styles'
import { DistinctNodes } from './distinct-nodes'
import { DocFiles } from './doc-files'
import { HostedDoc } from './doc-host'
import { docViews } from './doc-views'
import { EmojiSuggestion } from './emoji-suggestion'
import { FindInDoc } from './find-plugin'
import { GuardedBinding } from './guarded-binding'
import { MathsTyping } from './maths-typing'
import { MentionSuggestion } from './mention-suggestion'
import { NoFiles } from './no-files'
import { PasteClipboard } from './paste-clipboard'
import { PictureKeys } from './picture-keys'
import { RoomCarets } from './room-carets'
import { SlashCommands, type SlashStore } from './slash-extension'
import { TableKeys } from './table-keys'
import { TextEdges } from './text-edges'
import { ToggleKeys } from './toggle-keys'
import { useDocHost } from './use-doc-host'
import { useEditorSource } from './use-editor-source'
import { useFileDesk } from './use-file-desk'

export type RoomEditorParts = {
  fragment: Y.XmlFragment
  room: Room
  editable: boolean
  /** Read by screen readers. */
  label: string
  placeholder: string
  slash: SlashStore
  /** Whose members tasks may be given to; undefined as long as it is not known. */
  projectId: string | undefined
  /** Where its text can be talked about. */
  comments?: CommentStore
  /** The fork whose text this is, where it is not the room's own. */
  fork?: RoomName | null
  /** What is suggested in it. */
  suggestions?: SuggestionStore
}

/** A Tiptap editor on a fragment of a room. Null for the moment in which a reader's copy is made. */
export function useRoomEditor(parts: RoomEditorParts): {
  editor: Editor | null
  outdated: boolean
} {
  const { room, label, placeholder, slash, comments, suggestions } = parts
  const { t } = useTranslation('docs')
  // Of a section: it holds nothing of what lies elsewhere, and names nobody.
  const isApart = parseRoomName(room.name)?.kind === 'section'
  const contents = isApart ? sectionExtensions : docExtensions
  const ofDocs = (...parts: Extensions): Extensions => (isApart ? [] : parts)
  const host = useDocHost(parts.projectId, { assigns: !isApart })
  const fileDesk = useFileDesk(room.name, parts.fork)
  const desk = useReferenceDesk(parts.projectId)
  const source = useEditorSource(parts.fragment, parts.editable)

  const editor = useEditor(
    {
      extensions: [
        ...contents({ task: (text) => t('task', { text }) }, docViews),
        ...(source.fragment ? [Collaboration.configure({ fragment: source.fragment })] : []),
        GuardedBinding.configure({ fragment: source.fragment, onFault: source.onFault }),
        DistinctNodes,
        ...ofDocs(ColumnStyles),
        HostedDoc.configure({ host }),
        BlockKeys,
        ToggleKeys,
        CalloutKeys,
        MathsTyping,
        DocFiles.configure({
          desk: fileDesk,
          fragment: source.editable && !isApart ? source.fragment : null,
        }),
        ...(isApart ? [NoFiles.configure({ refuse: () => toast({ text: t('noFiles') }) })] : []),
        ...ofDocs(PictureKeys),
        CaretFirst,
        TextEdges,
        ...ofDocs(TableKeys),
        CodeColours,
        RoomCarets.configure({
          awareness: room.awareness,
          fragment: source.fragment,
          myId: room.me.id,
        }),
        Placeholder.configure({
          placeholder: ({ node }) =>
            node.type.name === 'heading'
              ? t('placeholder.heading', { level: node.attrs.level })
              : placeholder,
        }),
        SlashCommands.configure({ store: slash }),
        References.configure({ desk }),
        FollowLinks,
        ...ofDocs(MentionSuggestion),
        EmojiSuggestion,
        ...(comments ? [CommentMarks.configure({ store: comments })] : []),
        ...(suggestions ? [SuggestionMarks.configure({ store: suggestions })] : []),
        FindInDoc,
        PasteClipboard,
      ],
      editable: source.editable,
      injectCSS: false,
      editorProps: {
        attributes: {
          class: 'doc-prose',
          'aria-label': label,
          role: 'textbox',
          'aria-multiline': 'true',
          ...(source.editable ? {} : { 'aria-readonly': 'true', tabindex: '0' }),
        },
      },
    },
    [source.fragment, room.awareness, placeholder, label, comments, suggestions],
  )
  return { editor: source.fragment ? editor : null, outdated: source.outdated }
}
