/** Formulas, kept as LaTeX. How they are set is up to whoever shows them. */
import { mergeAttributes, Node } from '@tiptap/core'
import { attribute, readText } from './attributes'

export const readLatex = readText(5000)

export const InlineMath = Node.create({
  name: 'inlineMath',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({ latex: attribute('latex', readLatex, '') }),
  parseHTML: () => [{ tag: 'span[data-math]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    mergeAttributes(HTMLAttributes, { 'data-math': '' }),
    readLatex(node.attrs.latex) ?? '',
  ],
  renderText: ({ node }) => readLatex(node.attrs.latex) ?? '',
})

export const BlockMath = Node.create({
  name: 'blockMath',
  group: 'block',
  atom: true,
  addAttributes: () => ({ latex: attribute('latex', readLatex, '') }),
  parseHTML: () => [{ tag: 'div[data-math]' }],
  renderHTML: ({ node, HTMLAttributes }) => [
    'div',
    mergeAttributes(HTMLAttributes, { 'data-math': '' }),
    readLatex(node.attrs.latex) ?? '',
  ],
  renderText: ({ node }) => readLatex(node.attrs.latex) ?? '',
})
