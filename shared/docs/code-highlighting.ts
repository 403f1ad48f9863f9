/** Code blocks. Grammars come later, when there is code to show: `highlighter.register(…)`. */
import { CodeBlockLowlight } from '@tiptap/extension-code-block-lowlight'
import { createLowlight } from 'lowlight'

export const highlighter = createLowlight()

/** Never guesses: trying every grammar at each letter is slow, and wrong more often than not. */
const lowlight = {
  ...highlighter,
  highlightAuto: () => ({ type: 'root', children: [] }),
}

export const CodeBlock = CodeBlockLowlight.configure({ lowlight, enableTabIndentation: true })
