import { highlightColours, type textAlignments } from '@atelier/shared/docs/doc-extensions'
import { type Editor, useEditorState } from '@tiptap/react'
import {
  AlignCenter,
  AlignLeft,
  AlignRight,
  ChevronLeft,
  type LucideIcon,
  RemoveFormatting,
  Subscript,
  Superscript,
  Underline,
} from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Toolbar } from 'react-aria-components/Toolbar'
import { useTranslation } from 'react-i18next'
import { FormatButton } from './format-button'
import { inText } from './in-text'

type Props = { editor: Editor; onDone: () => void }

/** The markers, and no marker. */
export function HighlightBar({ editor, onDone }: Props) {
  const { t } = useTranslation('blocks')
  const bar = useFirstFocus(editor)
  const used = useEditorState({
    editor,
    selector: ({ editor }) => editor.getAttributes('highlight').colour as unknown,
  })
  const mark = (colour: string | null) => {
    const chain = inText(editor)
    if (colour === null) chain.unsetMark('highlight').run()
    else chain.setMark('highlight', { colour }).run()
    onDone()
  }
  return (
    <Toolbar ref={bar} aria-label={t('marks.highlight')} className="format-bar">
      <Back onDone={onDone} />
      {highlightColours.map((colour) => (
        <FormatButton
          key={colour}
          label={t(`marks.${colour}`)}
          isOn={used === colour}
          onPress={() => mark(colour)}
        >
          <span className="highlight-swatch" data-colour={colour} aria-hidden />
        </FormatButton>
      ))}
      <FormatButton label={t('marks.none')} onPress={() => mark(null)}>
        <RemoveFormatting size={16} aria-hidden />
      </FormatButton>
    </Toolbar>
  )
}

const marks = [
  { name: 'underline', icon: Underline },
  { name: 'subscript', icon: Subscript },
  { name: 'superscript', icon: Superscript },
] as const
type Alignment = (typeof textAlignments)[number]
const alignments: { name: Alignment; icon: LucideIcon }[] = [
  { name: 'start', icon: AlignLeft },
  { name: 'center', icon: AlignCenter },
  { name: 'end', icon: AlignRight },
]

/** What is needed now and then. */
export function MoreBar({ editor, onDone }: Props) {
  const { t } = useTranslation('blocks')
  const bar = useFirstFocus(editor)
  const on = useEditorState({
    editor,
    selector: ({ editor }) => ({
      underline: editor.isActive('underline'),
      subscript: editor.isActive('subscript'),
      superscript: editor.isActive('superscript'),
      center: editor.isActive({ textAlign: 'center' }),
      end: editor.isActive({ textAlign: 'end' }),
    }),
  })
  const align = (name: Alignment) =>
    name === 'start'
      ? inText(editor).unsetTextAlign().run()
      : inText(editor).setTextAlign(name).run()
  return (
    <Toolbar ref={bar} aria-label={t('marks.more')} className="format-bar">
      <Back onDone={onDone} />
      {marks.map(({ name, icon: Icon }) => (
        <FormatButton
          key={name}
          label={t(`marks.${name}`)}
          isOn={on[name]}
          onPress={() => toggle(editor, name)}
        >
          <Icon size={16} aria-hidden />
        </FormatButton>
      ))}
      <span className="format-line" />
      {alignments.map(({ name, icon: Icon }) => (
        <FormatButton
          key={name}
          label={t(`marks.${name}`)}
          isOn={name === 'start' ? !on.center && !on.end : on[name]}
          onPress={() => align(name)}
        >
          <Icon size={16} aria-hidden className="rtl:-scale-x-100" />
        </FormatButton>
      ))}
    </Toolbar>
  )
}

/** What is raised is not lowered. */
function toggle(editor: Editor, name: (typeof marks)[number]['name']): void {
  const chain = inText(editor)
  if (name === 'subscript') chain.unsetMark('superscript')
  if (name === 'superscript') chain.unsetMark('subscript')
  chain.toggleMark(name).run()
}

function Back({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation('blocks')
  return (
    <FormatButton label={t('marks.back')} onPress={onDone}>
      <ChevronLeft size={16} aria-hidden className="rtl:rotate-180" />
    </FormatButton>
  )
}

/** For somebody who came by keyboard: the button they pressed is gone, and the focus with it. */
function useFirstFocus(editor: Editor) {
  const bar = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!editor.isFocused) bar.current?.querySelectorAll('button')[1]?.focus()
  }, [editor])
  return bar
}
