/**
 * A doc out of Markdown: CommonMark, GitHub's additions, `$…$`, `==…==`, front matter, and HTML,
 * which is read by the allow-list of `bodyFromHast`. Needs no browser.
 */
import type { JSONContent } from '@tiptap/core'
import type { Root as HastRoot } from 'hast'
import { raw } from 'hast-util-raw'
import type { Root } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter'
import { gfmFromMarkdown } from 'mdast-util-gfm'
import { mathFromMarkdown } from 'mdast-util-math'
import { defaultHandlers, type Handler, toHast } from 'mdast-util-to-hast'
import { frontmatter } from 'micromark-extension-frontmatter'
import { gfm } from 'micromark-extension-gfm'
import { math } from 'micromark-extension-math'
import { parse } from 'yaml'
import { bodyFromHast } from './body-from-hast'
import { markdownDialect } from './markdown-dialect'
import { lessNested, unlessTooDeep } from './nesting'
import type { ReadingWishes } from './reading-hast'
import { tidyBody } from './tidy-body'

export type ReadMarkdown = {
  /** Of the front matter, or else its only first-level heading, which is then no part of the body. */
  title: string | null
  /** The front matter's values, whatever they are. */
  facts: Record<string, unknown>
  body: JSONContent
}

type Wishes = Omit<ReadingWishes, 'spaces'>

export function docFromMarkdown(text: string, wishes: Wishes = {}): ReadMarkdown {
  const source = lessNested(text.replace(/^\ufeff/, ''))
  const tree = parsed(source)
  const facts = factsOf(tree)
  const body = bodyOf(tree, source, wishes)
  if (typeof facts.title === 'string' && facts.title.trim() !== '') {
    return { title: facts.title.trim(), facts, body }
  }
  const [first, ...rest] = body.content ?? []
  if (first?.type !== 'heading' || first.attrs?.level !== 1) return { title: null, facts, body }
  const title = (first.content ?? []).map((inline) => inline.text ?? '').join('')
  return { title, facts, body: tidyBody({ content: rest }) }
}

export function bodyFromMarkdown(text: string, wishes: Wishes = {}): JSONContent {
  const source = lessNested(text)
  return bodyOf(parsed(source), source, wishes)
}

const parsed = (source: string): Root =>
  fromMarkdown(source, {
    extensions: [gfm(), math(), frontmatter(['yaml'])],
    mdastExtensions: [...gfmAsWritten(), mathFromMarkdown(), frontmatterFromMarkdown(['yaml'])],
  })

/** Addresses are links where the syntax says so: a second look would find those, too, that were escaped. */
const gfmAsWritten = () => gfmFromMarkdown().map((extension) => ({ ...extension, transforms: [] }))

const bodyOf = (tree: Root, source: string, wishes: Wishes): JSONContent =>
  unlessTooDeep(
    () => {
      const dialect = markdownDialect(tree, source)
      const page = toHast(dialect, { allowDangerousHtml: true, handlers: { code } })
      return bodyFromHast(raw(page) as HastRoot, { ...wishes, spaces: 'keep' })
    },
    () => source,
  )

/** As HTML has it, the first line of a `pre` is dropped where it is empty. */
const code: Handler = (state, node) => {
  const value = node.value.startsWith('\n') ? `\n${node.value}` : node.value
  return defaultHandlers.code(state, { ...node, value })
}

function factsOf(tree: Root): Record<string, unknown> {
  const [first] = tree.children
  if (first?.type !== 'yaml') return {}
  try {
    // Aliases are how a few lines become gigabytes.
    const facts: unknown = parse(first.value, { maxAliasCount: 0, schema: 'core' })
    return typeof facts === 'object' && facts !== null ? { ...facts } : {}
  } catch {
    return {}
  }
}
