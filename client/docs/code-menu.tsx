import { type Editor, useEditorState } from '@tiptap/react'
import { BubbleMenu as Bubble } from '@tiptap/react/menus'
import { useTranslation } from 'react-i18next'
import { codeLanguages } from './code-languages'
import { inText } from './in-text'
import { skipWithTab } from './skip-with-tab'

/** While the caret is in code: its language. */
export function CodeMenu({ editor }: { editor: Editor }) {
  const { t } = useTranslation('docs')
  const language = useEditorState({
    editor,
    selector: ({ editor }) => String(editor.getAttributes('codeBlock').language ?? ''),
  })
  return (
    <Bubble
      editor={editor}
      pluginKey="codeMenu"
      updateDelay={80}
      ref={skipWithTab}
      className="code-menu"
      shouldShow={({ editor, element }) =>
        editor.isEditable &&
        editor.isActive('codeBlock') &&
        (editor.view.hasFocus() || element.contains(document.activeElement))
      }
      getReferencedVirtualElement={() => codeAt(editor)}
      options={{
        placement: 'top-end',
        offset: { mainAxis: -36, crossAxis: -8 },
        flip: false,
      }}
    >
      <select
        aria-label={t('code.language')}
        value={codeLanguages.some(([id]) => id === language) ? language : ''}
        onChange={(event) =>
          inText(editor)
            .updateAttributes('codeBlock', { language: event.target.value || null })
            .run()
        }
      >
        <option value="">{t('code.plain')}</option>
        {codeLanguages.map(([id, name]) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </Bubble>
  )
}

function codeAt(editor: Editor): { getBoundingClientRect: () => DOMRect } | null {
  const { node } = editor.view.domAtPos(editor.state.selection.from)
  const element = node instanceof Element ? node : node.parentElement
  const block = element?.closest('pre')
  return block ? { getBoundingClientRect: () => block.getBoundingClientRect() } : null
}
