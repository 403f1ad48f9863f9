/** Everything one can put into a doc, in the order people look for it. */
import type { ChainedCommands, Editor } from '@tiptap/core'
import {
  Code2,
  Heading1,
  Heading2,
  Heading3,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  Pilcrow,
  Quote,
  Table2,
} from 'lucide-react'

export type BlockGroup = 'text' | 'lists' | 'blocks'

export type BlockCommand = {
  /** Names its words: `blocks.<id>.title`, `.hint` and `.keywords` in the catalogue. */
  id: string
  group: BlockGroup
  icon: LucideIcon
  /** What to type instead; Markdown, alike in every language. */
  markdown?: string
  run: (chain: ChainedCommands) => ChainedCommands
  isActive: (editor: Editor) => boolean
}

const heading = (level: 1 | 2 | 3, icon: LucideIcon): BlockCommand => ({
  id: `heading${level}`,
  group: 'text',
  icon,
  markdown: '#'.repeat(level),
  run: (chain) => chain.setNode('heading', { level }),
  isActive: (editor) => editor.isActive('heading', { level }),
})

/** The innermost list decides; a quote or a table around it does not matter. */
const isPlain = (editor: Editor) =>
  editor.isActive('paragraph') &&
  !['bulletList', 'orderedList', 'taskList', 'blockquote'].some((name) => editor.isActive(name))

export const blockCommands: BlockCommand[] = [
  {
    id: 'paragraph',
    group: 'text',
    icon: Pilcrow,
    run: (chain) => chain.clearNodes(),
    isActive: isPlain,
  },
  heading(1, Heading1),
  heading(2, Heading2),
  heading(3, Heading3),
  {
    id: 'bulletList',
    group: 'lists',
    icon: List,
    markdown: '-',
    run: (chain) => chain.toggleBulletList(),
    isActive: (editor) => editor.isActive('bulletList'),
  },
  {
    id: 'orderedList',
    group: 'lists',
    icon: ListOrdered,
    markdown: '1.',
    run: (chain) => chain.toggleOrderedList(),
    isActive: (editor) => editor.isActive('orderedList'),
  },
  {
    id: 'taskList',
    group: 'lists',
    icon: ListChecks,
    markdown: '[ ]',
    run: (chain) => chain.toggleTaskList(),
    isActive: (editor) => editor.isActive('taskList'),
  },
  {
    id: 'blockquote',
    group: 'blocks',
    icon: Quote,
    markdown: '>',
    run: (chain) => chain.toggleBlockquote(),
    isActive: (editor) => editor.isActive('blockquote'),
  },
  {
    id: 'codeBlock',
    group: 'blocks',
    icon: Code2,
    markdown: '```',
    run: (chain) => chain.toggleCodeBlock(),
    isActive: (editor) => editor.isActive('codeBlock'),
  },
  {
    id: 'table',
    group: 'blocks',
    icon: Table2,
    run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
    isActive: (editor) => editor.isActive('table'),
  },
  {
    id: 'divider',
    group: 'blocks',
    icon: Minus,
    markdown: '---',
    run: (chain) => chain.setHorizontalRule(),
    isActive: () => false,
  },
]

/** What a paragraph can be turned into, for menus that change rather than insert. */
export const turnInto = blockCommands.filter(({ id }) => id !== 'table' && id !== 'divider')

export type BlockWords = { title: string; keywords: string }

/** Titles first, then what starts a keyword; the order within stays. */
export function findBlocks(query: string, words: (id: string) => BlockWords): BlockCommand[] {
  const wanted = query.trim().toLowerCase()
  if (wanted === '') return blockCommands
  const rank = ({ id, markdown }: BlockCommand): number => {
    const { title, keywords } = words(id)
    const inTitle = title.toLowerCase().split(/\s+/)
    if (title.toLowerCase().startsWith(wanted) || inTitle.some((word) => word.startsWith(wanted))) {
      return 0
    }
    const others = [...keywords.toLowerCase().split(/[\s,]+/), id.toLowerCase()]
    if (others.some((word) => word.startsWith(wanted)) || markdown === wanted) return 1
    return title.toLowerCase().includes(wanted) ? 2 : 3
  }
  return blockCommands
    .map((command) => ({ command, rank: rank(command) }))
    .filter((found) => found.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command)
}
