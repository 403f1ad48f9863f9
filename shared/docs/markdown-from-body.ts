/**
 * A tidy body as Markdown (CommonMark, GitHub's tables, tasks and alerts, `$…$`), with HTML for what
 * Markdown has no sign for. What it cannot keep is said in README.md.
 */
import type { JSONContent } from '@tiptap/core'
import { toHtml } from 'hast-util-to-html'
import type { BlockContent, List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast'
import { gfmToMarkdown } from 'mdast-util-gfm'
import { mathToMarkdown } from 'mdast-util-math'
import { type Info, type Options, toMarkdown } from 'mdast-util-to-markdown'
import { stringify } from 'yaml'
import {
  attachmentLine,
  embedLine,
  fileAddress,
  inlinesAsLinks,
  taskLine,
  type WritingWishes,
} from './as-links'
import { hastOfBlock } from './hast-from-body'
import { mdastOfLine } from './mdast-from-inlines'
import { mdastOfTable, withoutBreaks } from './mdast-from-table'

/** The words of a callout's tone on GitHub. */
const alertWords = {
  info: 'NOTE',
  tip: 'TIP',
  warning: 'WARNING',
  danger: 'CAUTION',
} as const

export function markdownFromBody(body: JSONContent, wishes: WritingWishes = {}): string {
  const children = mdastOfBlocks(body.content ?? [], wishes)
  return toMarkdown(
    { type: 'root', children },
    {
      bullet: '-',
      // `---` at the very beginning would be front matter.
      rule: '*',
      fences: true,
      resourceLink: true,
      listItemIndent: 'one',
      tightDefinitions: true,
      extensions: [gfmToMarkdown({ tablePipeAlign: false }), mathToMarkdown(), careful],
    },
  )
}

/** `==` marks a text for many, and `$x$2` is money, to us as well. */
const careful: Options = {
  unsafe: [
    { character: '=', after: '=', inConstruct: 'phrasing' },
    { character: '@', before: '[+\\-.\\w]', inConstruct: 'phrasing' },
  ],
  handlers: {
    inlineMath({ value }: { value: string }, _: unknown, __: unknown, { after }: Info) {
      const least = /\d/.test(after) ? 2 : 1
      const longest = Math.max(0, ...[...value.matchAll(/\$+/g)].map(([run]) => run.length))
      const fence = '$'.repeat(longest >= least ? longest + 1 : least)
      const pad = /^\$|\$$/.test(value) ? ' ' : ''
      return fence + pad + value + pad + fence
    },
  },
}

/** With its title, and whatever else is known of it, as front matter. */
export function markdownFile(
  facts: { title: string } & Record<string, unknown>,
  body: JSONContent,
  wishes: WritingWishes = {},
): string {
  return `---\n${stringify(facts, { lineWidth: 0 })}---\n\n${markdownFromBody(body, wishes)}`
}

const mdastOfBlocks = (blocks: readonly JSONContent[], wishes: WritingWishes): BlockContent[] =>
  blocks.flatMap((block) => mdastOfBlock(block, wishes))

function mdastOfBlock(block: JSONContent, wishes: WritingWishes): BlockContent[] {
  const { attrs = {}, content = [] } = block
  const line = () => mdastOfLine(inlinesAsLinks(content, wishes))
  if (typeof attrs.textAlign === 'string') return [asHtml(block, wishes)]
  switch (block.type) {
    case 'paragraph':
      // Markdown has no empty ones.
      return line().length === 0 ? [] : [paragraph(line())]
    case 'heading':
      return [{ type: 'heading', depth: attrs.level, children: withoutBreaks(line()) }]
    case 'codeBlock':
      return [{ type: 'code', lang: attrs.language, value: content[0]?.text ?? '' }]
    case 'blockquote':
      return [{ type: 'blockquote', children: mdastOfBlocks(content, wishes) }]
    case 'callout':
      return [calloutOf(attrs.tone, mdastOfBlocks(content, wishes))]
    case 'details':
      return detailsOf(block, wishes)
    case 'bulletList':
    case 'orderedList':
    case 'taskList':
      return [listOf(block, wishes)]
    case 'table':
      return [mdastOfTable(block, wishes) ?? asHtml(block, wishes)]
    case 'horizontalRule':
      return [{ type: 'thematicBreak' }]
    case 'blockMath':
      return [{ type: 'math', value: attrs.latex } as never]
    case 'picture':
      return [pictureOf(block, wishes)]
    case 'attachment':
      return [paragraph(mdastOfLine(attachmentLine(block, wishes)))]
    case 'embed':
      return [paragraph(mdastOfLine(embedLine(block, wishes)))]
    default:
      return []
  }
}

const paragraph = (children: PhrasingContent[]): Paragraph => ({ type: 'paragraph', children })

/** On one line: an empty one would end it. */
const asHtml = (block: JSONContent, wishes: WritingWishes): BlockContent => ({
  type: 'html',
  value: toHtml(hastOfBlock(block, wishes)).replaceAll('\n', '&#10;'),
})

function calloutOf(tone: keyof typeof alertWords, blocks: BlockContent[]): BlockContent {
  const sign: PhrasingContent = { type: 'html', value: `[!${alertWords[tone]}]` }
  const [first, ...rest] = blocks
  const head =
    first?.type === 'paragraph'
      ? [paragraph([sign, { type: 'text', value: '\n' }, ...first.children]), ...rest]
      : [paragraph([sign]), ...blocks]
  return { type: 'blockquote', children: head }
}

function detailsOf({ content = [] }: JSONContent, wishes: WritingWishes): BlockContent[] {
  const [summary, inside] = content
  const words = { type: 'paragraph', content: summary?.content ?? [] }
  const html = toHtml(hastOfBlock(words, wishes).children)
  return [
    { type: 'html', value: `<details>\n<summary>${html}</summary>` },
    ...mdastOfBlocks(inside?.content ?? [], wishes),
    { type: 'html', value: '</details>' },
  ]
}

function listOf({ type, attrs = {}, content = [] }: JSONContent, wishes: WritingWishes): List {
  const children = content.map((item) => itemOf(item, wishes))
  const spread = children.some((item) => item.spread)
  const isOrdered = type === 'orderedList'
  return {
    type: 'list',
    ordered: isOrdered,
    ...(isOrdered && { start: attrs.start ?? 1 }),
    spread,
    children,
  }
}

function itemOf(item: JSONContent, wishes: WritingWishes): ListItem {
  const [line, ...rest] = item.content ?? []
  const isTask = item.type === 'taskItem'
  const words = inlinesAsLinks(line?.content ?? [], wishes)
  const inlines = mdastOfLine(isTask ? taskLine(item, words, wishes) : words)
  const box: RootContent = { type: 'html', value: item.attrs?.checked ? '[x]' : '[ ]' }
  const head: BlockContent[] =
    typeof line?.attrs?.textAlign === 'string' && !isTask
      ? [asHtml(line, wishes)]
      : inlines.length > 0 || isTask
        ? [paragraph(isTask ? [box, ...(inlines.length > 0 ? [space, ...inlines] : [])] : inlines)]
        : []
  const children = [...head, ...mdastOfBlocks(rest, wishes)]
  const spread = children.some((child, at) => at > 0 && child.type !== 'list')
  return { type: 'listItem', spread, children }
}

const space: PhrasingContent = { type: 'html', value: ' ' }

function pictureOf(block: JSONContent, wishes: WritingWishes): BlockContent {
  const { file, alt, caption, width, align } = block.attrs ?? {}
  if (width !== null || align !== 'center') return asHtml(block, wishes)
  const url = fileAddress(wishes, file)
  return paragraph([{ type: 'image', url, alt, ...(caption !== '' && { title: caption }) }])
}
