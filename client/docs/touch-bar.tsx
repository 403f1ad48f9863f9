import { type Editor, useEditorState } from '@tiptap/react'
import { ArrowDown, ArrowUp, GripVertical, ImagePlus, Redo2, Undo2 } from 'lucide-react'
import { type ReactNode, useEffect, useState } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import { turnInto } from './block-commands'
import { askAboutBlock, moveSelected } from './block-keys'
import { blockAt, type FormatMode, Marks } from './bubble-menu'
import { pickFiles } from './doc-files'
import { FormatButton } from './format-button'
import { inText } from './in-text'
import { LinkForm } from './link-form'
import { HighlightBar, MoreBar } from './more-marks'
import { TableTools } from './table-tools'

/** On touch: formatting at the bottom, above the keyboard, while the caret is in the text. */
export function TouchBar({ editor, tools }: { editor: Editor; tools?: ReactNode }) {
  const { t } = useTranslation('docs')
  const { t: files } = useTranslation('files')
  const [mode, setMode] = useState<FormatMode>('format')
  const { isUsed, block, inTable } = useEditorState({
    editor,
    selector: ({ editor }) => ({
      isUsed: editor.isFocused,
      block: blockAt(editor)?.id ?? '',
      inTable: editor.isActive('table'),
    }),
  })
  useKeyboardInset()
  const back = () => setMode('format')
  if (mode === 'link' || mode === 'highlight' || mode === 'more') {
    return (
      <div className="touch-bar" data-used>
        {mode === 'link' && <LinkForm editor={editor} isAsked onDone={back} />}
        {mode === 'highlight' && <HighlightBar editor={editor} onDone={back} />}
        {mode === 'more' && <MoreBar editor={editor} onDone={back} />}
      </div>
    )
  }
  return (
    <div className="touch-bar" data-used={isUsed || undefined}>
      <Toolbar aria-label={t('format.label')} className="format-bar">
        <select
          className="touch-block"
          aria-label={t('format.turnInto')}
          value={block}
          onChange={(event) => {
            const chosen = turnInto.find(({ id }) => id === event.target.value)
            chosen?.run(inText(editor)).run()
          }}
        >
          {turnInto.map(({ id }) => (
            <option key={id} value={id}>
              {t(`blocks.${id}.title`)}
            </option>
          ))}
        </select>
        <Marks editor={editor} onMode={setMode} tools={tools} />
        <span className="format-line" />
        <BlockButtons editor={editor} />
        {'picture' in editor.schema.nodes && (
          <FormatButton label={files('menu.add')} onPress={() => pickFiles(editor, 'picture')}>
            <ImagePlus size={16} aria-hidden />
          </FormatButton>
        )}
        <span className="format-line" />
        <FormatButton label={t('format.undo')} onPress={() => inText(editor).undo().run()}>
          <Undo2 size={16} aria-hidden />
        </FormatButton>
        <FormatButton label={t('format.redo')} onPress={() => inText(editor).redo().run()}>
          <Redo2 size={16} aria-hidden />
        </FormatButton>
      </Toolbar>
      {inTable && <TableTools editor={editor} />}
    </div>
  )
}

/** What a mouse does with the grip beside a block. */
function BlockButtons({ editor }: { editor: Editor }) {
  const { t } = useTranslation('blocks')
  return (
    <>
      <FormatButton label={t('block.up')} onPress={() => moveSelected(editor, -1)}>
        <ArrowUp size={16} aria-hidden />
      </FormatButton>
      <FormatButton label={t('block.down')} onPress={() => moveSelected(editor, 1)}>
        <ArrowDown size={16} aria-hidden />
      </FormatButton>
      <FormatButton label={t('block.more')} onPress={() => askAboutBlock(editor)}>
        <GripVertical size={16} aria-hidden />
      </FormatButton>
    </>
  )
}

/** How much of the window the on-screen keyboard covers, for the style sheet. */
function useKeyboardInset(): void {
  useEffect(() => {
    const viewport = window.visualViewport
    if (!viewport) return
    const measure = () => {
      const covered = window.innerHeight - viewport.height - viewport.offsetTop
      document.documentElement.style.setProperty('--keyboard-inset', `${Math.max(0, covered)}px`)
    }
    measure()
    viewport.addEventListener('resize', measure)
    viewport.addEventListener('scroll', measure)
    return () => {
      viewport.removeEventListener('resize', measure)
      viewport.removeEventListener('scroll', measure)
    }
  }, [])
}
