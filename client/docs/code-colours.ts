/**
 * Colours in code. The grammars are fetched when a doc first shows code. Colours are kept per
 * node, and ProseMirror's nodes never change, so only the block somebody types in is read again.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import type { Grammars } from './code-grammars'

type Span = { from: number; to: number; class: string }

const key = new PluginKey<DecorationSet>('codeColours')
let grammars: Grammars | null = null
let asked: Promise<Grammars> | null = null
let known = new WeakMap<Node, Span[]>()

export const CodeColours = Extension.create({
  name: 'codeColours',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: (_, { doc }) => coloursIn(doc),
        apply: (tr, before) => (tr.docChanged || tr.getMeta(key) ? coloursIn(tr.doc) : before),
      },
      props: { decorations: (state) => key.getState(state) },
      view: (view) => {
        fetchFor(view)
        return { update: fetchFor }
      },
    }),
  ],
})

function coloursIn(doc: Node): DecorationSet {
  if (!grammars) return DecorationSet.empty
  const found: Decoration[] = []
  doc.descendants((node, at) => {
    if (node.type.name !== 'codeBlock') return !node.isTextblock
    for (const span of spansOf(node)) {
      const start = at + 1
      found.push(Decoration.inline(start + span.from, start + span.to, { class: span.class }))
    }
    return false
  })
  return DecorationSet.create(doc, found)
}

/** Never guesses the language: trying every grammar at each letter is slow, and often wrong. */
function spansOf(node: Node): Span[] {
  const before = known.get(node)
  if (before) return before
  const spans = grammars?.spans(String(node.attrs.language ?? ''), node.textContent) ?? []
  known.set(node, spans)
  return spans
}

function fetchFor(view: EditorView): void {
  if (grammars || !showsCode(view.state.doc)) return
  asked ??= import('./code-grammars').then((module) => module.loadGrammars())
  asked.then(
    (loaded) => {
      if (!grammars) known = new WeakMap()
      grammars = loaded
      if (!view.isDestroyed && key.getState(view.state) === DecorationSet.empty) {
        view.dispatch(view.state.tr.setMeta(key, true).setMeta('addToHistory', false))
      }
    },
    (error: unknown) => {
      asked = null
      console.error('Code stays without colours.', error)
    },
  )
}

function showsCode(doc: Node): boolean {
  let found = false
  doc.descendants((node) => {
    if (node.type.name === 'codeBlock') found = true
    return !found && !node.isTextblock
  })
  return found
}
