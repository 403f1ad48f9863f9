import { readUuid } from '@atelier/shared/docs/attributes'
import { pictureAlignments, readFileName } from '@atelier/shared/docs/media'
import { NodeSelection } from '@tiptap/pm/state'
import { type Editor, useEditorState } from '@tiptap/react'
import { BubbleMenu as Bubble } from '@tiptap/react/menus'
import {
  AlignHorizontalJustifyCenter,
  AlignHorizontalJustifyEnd,
  AlignHorizontalJustifyStart,
  Captions,
  Download,
  FoldHorizontal,
  Maximize2,
  Scan,
  StretchHorizontal,
  Trash2,
  UnfoldHorizontal,
} from 'lucide-react'
import { useEffect } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import { askAt } from './block-keys'
import { download } from './download-link'
import { deskOf } from './file-desk'
import { FormatButton } from './format-button'
import { inText } from './in-text'
import { pictureFacts } from './picture-facts'
import { resetWidth, widen } from './picture-keys'
import { skipWithTab } from './skip-with-tab'

/** While a picture or a file is chosen: what can be done with it. */
export function MediaMenu({ editor }: { editor: Editor }) {
  return (
    <Bubble
      editor={editor}
      pluginKey="mediaMenu"
      updateDelay={80}
      ref={skipWithTab}
      className="bubble-menu"
      shouldShow={({ editor, element }) =>
        editor.isEditable &&
        mediaIn(editor) !== null &&
        (editor.view.hasFocus() || element.contains(document.activeElement))
      }
      options={{ placement: 'top', offset: 8, flip: { padding: 60 }, shift: { padding: 8 } }}
    >
      <MediaTools editor={editor} />
    </Bubble>
  )
}

function mediaIn({ state: { selection } }: Editor) {
  if (!(selection instanceof NodeSelection)) return null
  const { node, from } = selection
  return ['picture', 'attachment'].includes(node.type.name) ? { node, at: from } : null
}

function MediaTools({ editor }: { editor: Editor }) {
  const { t } = useTranslation('files')
  // The form takes the focus when it is there: what is typed before that would go into the text.
  useEffect(() => void import('./picture-form'), [])
  const chosen = useEditorState({ editor, selector: ({ editor }) => mediaIn(editor) })
  if (!chosen) return null
  const { node, at } = chosen
  const file = readUuid(node.attrs.file)
  const name = readFileName(node.attrs.name) ?? ''
  return (
    <Toolbar aria-label={t('menu.label')} className="format-bar">
      {node.type.name === 'picture' && <PictureTools editor={editor} at={at} node={node} />}
      {file !== null && (
        <FormatButton
          label={t('menu.download')}
          onPress={() => download(deskOf(editor), file, name)}
        >
          <Download size={16} aria-hidden />
        </FormatButton>
      )}
      <FormatButton label={t('menu.delete')} onPress={() => inText(editor).deleteSelection().run()}>
        <Trash2 size={16} aria-hidden />
      </FormatButton>
    </Toolbar>
  )
}

const icons = {
  start: AlignHorizontalJustifyStart,
  center: AlignHorizontalJustifyCenter,
  end: AlignHorizontalJustifyEnd,
  wide: StretchHorizontal,
}

type PictureProps = { editor: Editor } & NonNullable<ReturnType<typeof mediaIn>>

function PictureTools({ editor, at, node }: PictureProps) {
  const { t } = useTranslation('files')
  const { align, file } = pictureFacts(node)
  return (
    <>
      {pictureAlignments.map((one) => {
        const Icon = icons[one]
        return (
          <FormatButton
            key={one}
            label={t(`menu.align.${one}`)}
            isOn={align === one}
            onPress={() => editor.commands.updateAttributes('picture', { align: one })}
          >
            <Icon size={16} aria-hidden />
          </FormatButton>
        )
      })}
      <span className="format-line" />
      <FormatButton label={t('menu.narrower')} onPress={() => widen(editor, at, -1)}>
        <FoldHorizontal size={16} aria-hidden />
      </FormatButton>
      <FormatButton label={t('menu.wider')} onPress={() => widen(editor, at, 1)}>
        <UnfoldHorizontal size={16} aria-hidden />
      </FormatButton>
      <FormatButton label={t('menu.original')} onPress={() => resetWidth(editor, at)}>
        <Scan size={16} aria-hidden />
      </FormatButton>
      <span className="format-line" />
      <FormatButton label={t('menu.words')} onPress={() => askAt(editor, 'picture', at)}>
        <Captions size={16} aria-hidden />
        <span>{t('menu.wordsShort')}</span>
      </FormatButton>
      <FormatButton label={t('menu.open')} onPress={() => deskOf(editor).view(file)}>
        <Maximize2 size={16} aria-hidden />
      </FormatButton>
    </>
  )
}
