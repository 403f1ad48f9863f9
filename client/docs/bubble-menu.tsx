import type { Editor } from '@tiptap/react'
import { useEditorState } from '@tiptap/react'
import { BubbleMenu as Bubble } from '@tiptap/react/menus'
import {
  Bold,
  ChevronDown,
  Code,
  Ellipsis,
  Highlighter,
  Italic,
  Link,
  Strikethrough,
} from 'lucide-react'
import {
  type ReactNode,
  useEffect,
  useEffectEvent,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import { CommentButton } from '../comments/comment-button'
import { turnInto } from './block-commands'
import { FormatButton } from './format-button'
import { inText } from './in-text'
import { LinkForm } from './link-form'
import { HighlightBar, MoreBar } from './more-marks'
import { OwnSelection } from './own-selection'
import { skipWithTab } from './skip-with-tab'

export type FormatMode = 'format' | 'link' | 'turn' | 'highlight' | 'more'

/** Over selected words: how they look, where they lead, what their block is. */
export function BubbleMenu({ editor, tools }: { editor: Editor; tools?: ReactNode }) {
  const { t } = useTranslation('docs')
  const { mode, setMode, selection } = useMode(editor)
  const inLink = useEditorState({
    editor,
    selector: ({ editor }) => editor.state.selection.empty && editor.isActive('link'),
  })
  useLinkKey(editor, () => {
    if (!isOnWords(editor)) return
    showAtOnce(editor)
    setMode('link')
  })
  return (
    <Bubble
      editor={editor}
      pluginKey={menuKey}
      updateDelay={80}
      shouldShow={mayShow}
      className="bubble-menu"
      ref={skipWithTab}
      options={{ placement: 'top-start', offset: 8, flip: { padding: 60 }, shift: { padding: 8 } }}
    >
      {mode === 'link' || inLink ? (
        <LinkForm
          key={`${mode} ${selection}`}
          editor={editor}
          isAsked={mode === 'link'}
          onDone={() => setMode('format')}
        />
      ) : mode === 'turn' ? (
        <TurnInto editor={editor} onDone={() => setMode('format')} />
      ) : mode === 'highlight' ? (
        <HighlightBar editor={editor} onDone={() => setMode('format')} />
      ) : mode === 'more' ? (
        <MoreBar editor={editor} onDone={() => setMode('format')} />
      ) : (
        <Toolbar aria-label={t('format.label')} className="format-bar">
          <FormatButton label={t('format.turnInto')} onPress={() => setMode('turn')}>
            <BlockName editor={editor} />
            <ChevronDown size={14} aria-hidden />
          </FormatButton>
          <span className="format-line" />
          <Marks editor={editor} onMode={setMode} tools={tools} />
        </Toolbar>
      )}
    </Bubble>
  )
}

/** Another selection begins anew, also when it was made by the key before. */
function useMode(editor: Editor) {
  const own = useMemo(() => new OwnSelection(editor), [editor])
  const selection = useSyncExternalStore(own.subscribe, own.get)
  const [chosen, choose] = useState<{ mode: FormatMode; for: string }>({ mode: 'format', for: '' })
  return {
    selection,
    mode: chosen.for === selection ? chosen.mode : 'format',
    setMode: (mode: FormatMode) => choose({ mode, for: own.get() }),
  }
}

/** Ctrl+Shift+K, or ⌘⇧K, asks where the selected words lead. */
function useLinkKey(editor: Editor, ask: () => void) {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isOurs = (event.ctrlKey || event.metaKey) && event.shiftKey && event.code === 'KeyK'
    if (!isOurs || !editor.isFocused) return
    event.preventDefault()
    ask()
  })
  useEffect(() => {
    document.addEventListener('keydown', onKey)
    return () => document.removeEventListener('keydown', onKey)
  }, [])
}

const menuKey = 'formatMenu'

/** A form that is asked for takes the focus, which it cannot before it is shown: letters would replace the words. */
function showAtOnce({ view }: Editor): void {
  for (const wish of ['show', 'updatePosition']) {
    view.dispatch(view.state.tr.setMeta(menuKey, wish))
  }
}

const mayShow = ({ editor, element }: { editor: Editor; element: HTMLElement }): boolean =>
  (editor.view.hasFocus() || element.contains(document.activeElement)) && isOnWords(editor)

function isOnWords(editor: Editor): boolean {
  const { selection } = editor.state
  if (!editor.isEditable || editor.isActive('codeBlock')) return false
  if (selection.empty) return editor.isActive('link')
  return editor.state.doc.textBetween(selection.from, selection.to).length > 0
}

const marks = [
  { name: 'bold', icon: Bold },
  { name: 'italic', icon: Italic },
  { name: 'strike', icon: Strikethrough },
  { name: 'code', icon: Code },
] as const

export function Marks(props: {
  editor: Editor
  onMode: (mode: FormatMode) => void
  tools?: ReactNode
}) {
  const { editor, onMode, tools } = props
  const { t } = useTranslation('docs')
  const { t: more } = useTranslation('blocks')
  const on = useEditorState({
    editor,
    selector: ({ editor }) =>
      Object.fromEntries(
        ['link', 'highlight', ...marks.map(({ name }) => name)].map((m) => [m, editor.isActive(m)]),
      ),
  })
  return (
    <>
      {marks.map(({ name, icon: Icon }) => (
        <FormatButton
          key={name}
          label={t(`format.${name}`)}
          isOn={on[name] ?? false}
          onPress={() => inText(editor).toggleMark(name).run()}
        >
          <Icon size={16} aria-hidden />
        </FormatButton>
      ))}
      <FormatButton label={t('format.link')} isOn={on.link ?? false} onPress={() => onMode('link')}>
        <Link size={16} aria-hidden />
      </FormatButton>
      <FormatButton
        label={more('marks.highlight')}
        isOn={on.highlight ?? false}
        onPress={() => onMode('highlight')}
      >
        <Highlighter size={16} aria-hidden />
      </FormatButton>
      <CommentButton editor={editor} />
      {tools}
      <FormatButton label={more('marks.more')} onPress={() => onMode('more')}>
        <Ellipsis size={16} aria-hidden />
      </FormatButton>
    </>
  )
}

/** The block the caret is in, the innermost list or quote first. */
export const blockAt = (editor: Editor) =>
  [...turnInto].reverse().find((command) => command.isActive(editor)) ?? turnInto[0]

function BlockName({ editor }: { editor: Editor }) {
  const { t } = useTranslation('docs')
  const id = useEditorState({ editor, selector: ({ editor }) => blockAt(editor)?.id })
  return <span className="format-block">{t(`blocks.${id}.title`)}</span>
}

function TurnInto({ editor, onDone }: { editor: Editor; onDone: () => void }) {
  const { t } = useTranslation('docs')
  const bar = useRef<HTMLDivElement>(null)
  // For somebody who came by keyboard: the button they pressed is gone, and the focus with it.
  useEffect(() => {
    if (editor.isFocused) return
    bar.current?.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus()
  }, [editor])
  return (
    <Toolbar
      ref={bar}
      aria-label={t('format.turnInto')}
      orientation="vertical"
      className="turn-menu"
    >
      {turnInto.map(({ id, icon: Icon, run, isActive }) => (
        <FormatButton
          key={id}
          label={t(`blocks.${id}.title`)}
          isOn={isActive(editor)}
          onPress={() => {
            run(inText(editor)).run()
            onDone()
          }}
        >
          <Icon size={16} aria-hidden />
          <span>{t(`blocks.${id}.title`)}</span>
        </FormatButton>
      ))}
    </Toolbar>
  )
}
