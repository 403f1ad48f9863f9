/**
 * Makes a doc's body out of anything that looks like one: only nodes, marks and attributes we know,
 * each where it may stand. What is not known leaves its words. Never throws, at any depth.
 */
import type { JSONContent } from '@tiptap/core'
import { readDay, readOneOf, readUuid, readWhole } from './attributes'
import { readCalloutTone } from './callout'
import { textAlignments } from './doc-extensions'
import { attrsOf, childrenOf, type Loose, wordsIn } from './loose-node'
import { tidyAtom } from './tidy-atoms'
import { isInline, tidyInlines } from './tidy-inlines'
import { tidyTable } from './tidy-table'

/** Blocks in blocks. A room takes 64 levels of shared types in all (S16). */
const deepestBlocks = 48

type Attrs = Record<string, unknown>
const readAlignment = readOneOf(textAlignments)
const readLevel = readWhole(1, 6)
const readStart = readWhole(0, 1_000_000_000)

export function tidyBody(body: unknown): JSONContent {
  return { type: 'doc', content: tidyBlocks(childrenOf(body), 0) }
}

/** At least one block. */
export function tidyBlocks(children: readonly Loose[], depth: number): JSONContent[] {
  const blocks: JSONContent[] = []
  let line: Loose[] = []
  const endLine = () => {
    const content = tidyInlines(line)
    if (content.length > 0) blocks.push({ type: 'paragraph', content })
    line = []
  }
  for (const child of children) {
    if (isInline(child)) line.push(child)
    else {
      endLine()
      blocks.push(...tidyBlock(child, depth))
    }
  }
  endLine()
  return blocks.length > 0 ? blocks : [{ type: 'paragraph' }]
}

function tidyBlock(node: Loose, depth: number): JSONContent[] {
  if (depth >= deepestBlocks) return wordsAsBlock(node)
  const attrs = attrsOf(node)
  const inside = () => tidyBlocks(childrenOf(node), depth + 1)
  switch (node.type) {
    case 'paragraph':
      return [textBlock('paragraph', { textAlign: readAlignment(attrs.textAlign) }, node)]
    case 'heading': {
      const level = readLevel(attrs.level) ?? 1
      return [textBlock('heading', { level, textAlign: readAlignment(attrs.textAlign) }, node)]
    }
    case 'codeBlock':
      return [codeBlock(attrs, node)]
    case 'blockquote':
      return [{ type: 'blockquote', content: inside() }]
    case 'callout':
      return [
        {
          type: 'callout',
          attrs: { tone: readCalloutTone(attrs.tone) ?? 'info' },
          content: inside(),
        },
      ]
    case 'details':
      return [tidyDetails(node, depth)]
    case 'bulletList':
      return list('bulletList', 'listItem', node, depth)
    case 'orderedList':
      return list('orderedList', 'listItem', node, depth, { start: readStart(attrs.start) ?? 1 })
    case 'taskList':
      return list('taskList', 'taskItem', node, depth)
    case 'listItem':
      return list('bulletList', 'listItem', { content: [node] }, depth)
    case 'taskItem':
      return list('taskList', 'taskItem', { content: [node] }, depth)
    case 'table':
      return tidyTable(node, (cell) => tidyBlocks(childrenOf(cell), depth + 3))
    default:
      return tidyAtom(node) ?? (childrenOf(node).length > 0 ? tidyInside(node, depth) : [])
  }
}

const tidyInside = (node: Loose, depth: number) => tidyBlocks(childrenOf(node), depth + 1)

function textBlock(type: string, attrs: Attrs, node: Loose): JSONContent {
  const content = tidyInlines(childrenOf(node))
  const given = Object.fromEntries(Object.entries(attrs).filter(([, value]) => value !== null))
  return {
    type,
    ...(Object.keys(given).length > 0 && { attrs: given }),
    ...(content.length > 0 && { content }),
  }
}

function codeBlock({ language }: Attrs, node: Loose): JSONContent {
  const text = wordsIn(node)
  const known = typeof language === 'string' && /^[\w+#.-]{1,40}$/.test(language)
  return {
    type: 'codeBlock',
    attrs: { language: known ? language : null },
    ...(text !== '' && { content: [{ type: 'text', text }] }),
  }
}

function tidyDetails(node: Loose, depth: number): JSONContent {
  const children = childrenOf(node)
  const summary = children.find(({ type }) => type === 'detailsSummary')
  const rest = children.filter((child) => child !== summary)
  const blocks = rest.flatMap((child) =>
    child.type === 'detailsContent' ? childrenOf(child) : [child],
  )
  const words = tidyInlines(summary ? childrenOf(summary) : []).filter(
    ({ type }) => type === 'text',
  )
  return {
    type: 'details',
    content: [
      { type: 'detailsSummary', ...(words.length > 0 && { content: words }) },
      { type: 'detailsContent', content: tidyBlocks(blocks, depth + 2) },
    ],
  }
}

function list(
  type: string,
  itemType: string,
  node: Loose,
  depth: number,
  attrs?: Attrs,
): JSONContent[] {
  const items = childrenOf(node).map((child) => {
    const isItem = child.type === 'listItem' || child.type === 'taskItem'
    const content = tidyBlocks(isItem ? childrenOf(child) : [child], depth + 2)
    // An item begins with a line of its own, also where a list stands in it.
    if (content[0]?.type !== 'paragraph') content.unshift({ type: 'paragraph' })
    return { type: itemType, ...(itemType === 'taskItem' && { attrs: taskAttrs(child) }), content }
  })
  return items.length > 0 ? [{ type, ...(attrs && { attrs }), content: items }] : []
}

function taskAttrs(node: Loose): Attrs {
  const { checked, assignee, due } = attrsOf(node)
  return { checked: checked === true, assignee: readUuid(assignee), due: readDay(due) }
}

function wordsAsBlock(node: Loose): JSONContent[] {
  const content = tidyInlines([{ type: 'text', text: wordsIn(node) }])
  return content.length > 0 ? [{ type: 'paragraph', content }] : []
}
