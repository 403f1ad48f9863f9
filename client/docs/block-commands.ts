/** Everything one can put into a doc, in the order people look for it. */

import type { CalloutTone } from '@atelier/shared/docs/callout'
import type { ChainedCommands, Editor } from '@tiptap/core'
import {
  CalendarDays,
  ChevronRight,
  Code2,
  FileText,
  Heading1,
  Heading2,
  Heading3,
  ImageIcon,
  Info,
  Lightbulb,
  List,
  ListChecks,
  ListOrdered,
  type LucideIcon,
  Minus,
  OctagonAlert,
  Paperclip,
  Pilcrow,
  Quote,
  Radical,
  Sigma,
  SquareKanban,
  StickyNote,
  Table2,
  TriangleAlert,
  UserRound,
} from 'lucide-react'
import { askAboutTask } from './block-keys'
import { setCallout } from './callout-keys'
import { pickFiles } from './doc-files'
import { type EmbedWish, embedWish } from './embed-wishes'
import type { FilePick } from './file-desk'
import { putBlockMaths, putInlineMaths } from './maths-typing'
import { setToggle } from './toggle-keys'

export type BlockGroup = 'text' | 'lists' | 'blocks' | 'embeds'

export type BlockCommand = {
  /** Names its words: `blocks.<id>.title`, `.hint` and `.keywords` in the catalogue. */
  id: string
  group: BlockGroup
  icon: LucideIcon
  /** What to type instead; Markdown, alike in every language. */
  markdown?: string
  run: (chain: ChainedCommands) => ChainedCommands
  isActive: (editor: Editor) => boolean
  /** Found by its name only, so that the list stays short. */
  isQuiet?: boolean
  /** Offered only inside of this node. */
  onlyIn?: string
  /** Offered only where the text can hold this node. */
  needs?: string
}

const heading = (level: 1 | 2 | 3, icon: LucideIcon): BlockCommand => ({
  id: `heading${level}`,
  group: 'text',
  icon,
  markdown: '#'.repeat(level),
  run: (chain) => chain.setNode('heading', { level }),
  isActive: (editor) => editor.isActive('heading', { level }),
})

const callout = (tone: CalloutTone, icon: LucideIcon): BlockCommand => ({
  id: `callout-${tone}`,
  group: 'blocks',
  icon,
  isQuiet: tone !== 'info',
  run: (chain) => chain.command((props) => setCallout(props, tone)),
  isActive: (editor) => editor.isActive('callout', { tone }),
})

const ofTask = (kind: 'assignee' | 'due', icon: LucideIcon): BlockCommand => ({
  id: kind,
  group: 'lists',
  icon,
  onlyIn: 'taskItem',
  ...(kind === 'assignee' && { needs: 'mention' }),
  run: (chain) =>
    chain.command(({ editor }) => {
      queueMicrotask(() => askAboutTask(editor, kind))
      return true
    }),
  isActive: () => false,
})

const ofFiles = (id: FilePick, icon: LucideIcon): BlockCommand => ({
  id,
  group: 'blocks',
  icon,
  needs: 'attachment',
  run: (chain) =>
    chain.command(({ editor }) => {
      queueMicrotask(() => pickFiles(editor, id))
      return true
    }),
  isActive: () => false,
})

const embedOf = (kind: EmbedWish, id: string, icon: LucideIcon): BlockCommand => ({
  id,
  group: 'embeds',
  icon,
  needs: 'embed',
  run: (chain) =>
    chain.command(({ editor }) => {
      queueMicrotask(() => embedWish(editor).set(kind))
      return true
    }),
  isActive: () => false,
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
  callout('info', Info),
  callout('tip', Lightbulb),
  callout('warning', TriangleAlert),
  callout('danger', OctagonAlert),
  {
    id: 'toggle',
    group: 'blocks',
    icon: ChevronRight,
    run: (chain) => chain.command(setToggle),
    isActive: (editor) => editor.isActive('details'),
  },
  {
    id: 'table',
    group: 'blocks',
    icon: Table2,
    needs: 'table',
    run: (chain) => chain.insertTable({ rows: 3, cols: 3, withHeaderRow: true }),
    isActive: (editor) => editor.isActive('table'),
  },
  ofFiles('picture', ImageIcon),
  ofFiles('file', Paperclip),
  {
    id: 'divider',
    group: 'blocks',
    icon: Minus,
    markdown: '---',
    run: (chain) => chain.setHorizontalRule(),
    isActive: () => false,
  },
  {
    id: 'blockMath',
    group: 'blocks',
    icon: Sigma,
    markdown: '$$',
    run: (chain) => chain.command(({ tr, editor }) => putBlockMaths(tr, editor)),
    isActive: () => false,
  },
  {
    id: 'inlineMath',
    group: 'blocks',
    icon: Radical,
    isQuiet: true,
    run: (chain) => chain.command(({ tr, editor }) => putInlineMaths(tr, editor)),
    isActive: () => false,
  },
  embedOf('column', 'embedColumn', SquareKanban),
  embedOf('card', 'embedCard', StickyNote),
  embedOf('doc', 'embedDoc', FileText),
  ofTask('assignee', UserRound),
  ofTask('due', CalendarDays),
]

/** What a paragraph can be turned into, for menus that change rather than insert. */
const inserted = [
  'table',
  'picture',
  'file',
  'divider',
  'blockMath',
  'inlineMath',
  'assignee',
  'due',
]
export const turnInto = blockCommands.filter(
  ({ id, group, isQuiet }) => !isQuiet && group !== 'embeds' && !inserted.includes(id),
)

export type BlockWords = { title: string; keywords: string }

/** What of the text decides what can be put there. */
export type BlockPlace = { isIn(node: string): boolean; holds(node: string): boolean }

export const blockPlace = (editor: Editor): BlockPlace => ({
  isIn: (node) => editor.isActive(node),
  holds: (node) => node in editor.schema.nodes,
})

const anyPlace: BlockPlace = { isIn: () => false, holds: () => true }

/** Titles first, then what starts a keyword; the order within stays. */
export function findBlocks(
  query: string,
  words: (id: string) => BlockWords,
  { isIn, holds }: BlockPlace = anyPlace,
): BlockCommand[] {
  const wanted = query.trim().toLowerCase()
  const offered = blockCommands.filter(
    ({ onlyIn, needs }) =>
      (onlyIn === undefined || isIn(onlyIn)) && (needs === undefined || holds(needs)),
  )
  if (wanted === '') return offered.filter(({ isQuiet }) => !isQuiet)
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
  return offered
    .map((command) => ({ command, rank: rank(command) }))
    .filter((found) => found.rank < 3)
    .sort((a, b) => a.rank - b.rank)
    .map(({ command }) => command)
}
