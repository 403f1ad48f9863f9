/**
 * What a doc can contain. The server builds and checks documents with the same list, without a
 * DOM; the client adds the binding, carets and menus. When something is added here,
 * raise `contentVersions.doc`: an older page would delete what it does not know (S14).
 */
import { type Extensions, Mark } from '@tiptap/core'
import { TaskItem, TaskList } from '@tiptap/extension-list'
import { TableKit } from '@tiptap/extension-table'
import { StarterKit } from '@tiptap/starter-kit'
import { isSafeLink } from './safe-link'

const headingLevels = [1, 2, 3] as const

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

/** What a screen reader says for a task's box; only where there is a screen. */
export type DocWords = { task: (text: string) => string }

export const docExtensions = (words?: DocWords): Extensions => [
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
  TaskItem.configure({
    nested: true,
    a11y: words && { checkboxLabel: ({ firstChild }) => words.task(firstChild?.textContent ?? '') },
  }),
  TableKit.configure({ table: { resizable: false } }),
]
