/**
 * What a doc can contain. The server builds and checks documents with the same list, without a
 * DOM; the client adds the binding, carets and menus. When something is added here,
 * raise `contentVersions.doc`: an older page is then asked to reload before it writes (S14).
 */
import { type Extensions, Mark, Node, type NodeViewRenderer } from '@tiptap/core'
import { Details, DetailsContent, DetailsSummary } from '@tiptap/extension-details'
import { Highlight } from '@tiptap/extension-highlight'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { Subscript } from '@tiptap/extension-subscript'
import { Superscript } from '@tiptap/extension-superscript'
import { TableKit } from '@tiptap/extension-table'
import { TextAlign } from '@tiptap/extension-text-align'
import { StarterKit } from '@tiptap/starter-kit'
import { attribute, readDay, readOneOf, readUuid } from './attributes'
import { Callout } from './callout'
import { EmbedNode } from './embed'
import { InertBlock, InertInline } from './inert'
import { BlockMath, InlineMath } from './maths'
import { Attachment, Picture } from './media'
import { MentionNode } from './mention'
import { isSafeLink } from './safe-link'
import { SaneAttributes } from './sane-attributes'

/** Menus offer the first three; what is brought along from elsewhere may have more. */
const headingLevels = [1, 2, 3, 4, 5, 6] as const

export const highlightColours = ['yellow', 'green', 'blue', 'pink', 'grey'] as const
export const textAlignments = ['start', 'center', 'end'] as const

/** Where a link leads nowhere safe, only its words are left: Tiptap's own would open this page again. */
const Kit = StarterKit.extend({
  addExtensions() {
    return (this.parent?.() ?? []).map((part) =>
      part instanceof Mark && part.name === 'link' ? withoutUnsafe(part) : part,
    )
  },
})

const withoutUnsafe = (link: Mark): Mark =>
  link.extend({
    renderHTML(props) {
      const shown = isSafeLink(props.HTMLAttributes.href) ? this.parent?.(props) : undefined
      return shown ?? ['span', 0]
    },
  })

/** A task may be somebody's, by a day: `assignee` is a person's id, `due` a day as `2026-11-26`. */
const Task = TaskItem.extend({
  addAttributes() {
    return {
      ...this.parent?.(),
      assignee: { ...attribute('assignee', readUuid, null), keepOnSplit: false },
      due: { ...attribute('due', readDay, null), keepOnSplit: false },
    }
  },
})

const Marker = Highlight.extend({
  addAttributes: () => ({ colour: attribute('colour', readOneOf(highlightColours), 'yellow') }),
})

/** What a screen reader says for a task's box; only where there is a screen. */
export type DocWords = { task: (text: string) => string }

/** How a page draws some of the nodes, by their names; without one it is drawn as it is in HTML. */
export type DocViews = Readonly<Record<string, NodeViewRenderer>>

export const docExtensions = (words?: DocWords, views: DocViews = {}): Extensions =>
  contents(words).map((part) => {
    const view = part instanceof Node ? views[part.name] : undefined
    return view ? (part as Node).extend({ addNodeView: () => view }) : part
  })

const contents = (words?: DocWords): Extensions => [
  SaneAttributes,
  Kit.configure({
    // The binding has its own, which undoes only one's own edits.
    undoRedo: false,
    // Two people opening a doc at once would each add a paragraph at its end.
    trailingNode: false,
    codeBlock: { enableTabIndentation: true },
    heading: { levels: [...headingLevels] },
    dropcursor: { class: 'doc-dropcursor', width: 2, color: false },
    link: {
      openOnClick: false,
      defaultProtocol: 'https',
      isAllowedUri: isSafeLink,
      HTMLAttributes: { rel: 'noopener noreferrer nofollow', target: '_blank' },
    },
  }),
  TaskList,
  Task.configure({
    nested: true,
    a11y: words && { checkboxLabel: ({ firstChild }) => words.task(firstChild?.textContent ?? '') },
  }),
  TableKit.configure({ table: { resizable: true } }),
  Details.configure({ persist: false }),
  DetailsSummary,
  DetailsContent,
  Marker,
  Subscript,
  Superscript,
  TextAlign.configure({
    types: ['heading', 'paragraph'],
    alignments: [...textAlignments],
    defaultAlignment: null,
  }),
  Callout,
  InlineMath,
  BlockMath,
  MentionNode,
  Picture,
  Attachment,
  EmbedNode,
  InertBlock,
  InertInline,
]
