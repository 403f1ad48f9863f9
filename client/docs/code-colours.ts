/**
 * Colours in code. The grammars are fetched when a doc first shows code. Whatever somebody writes,
 * only the blocks of code that it changes are looked at again.
 */
import { Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { Plugin, PluginKey } from '@tiptap/pm/state'
import { Mapping, StepMap } from '@tiptap/pm/transform'
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view'
import { changeBetween } from './change-between'
import type { Grammars } from './code-grammars'

type Span = { from: number; to: number; class: string }

const key = new PluginKey<DecorationSet>('codeColours')
let grammars: Grammars | null = null
let asked: Promise<Grammars> | null = null

export const CodeColours = Extension.create({
  name: 'codeColours',
  addProseMirrorPlugins: () => [
    new Plugin({
      key,
      state: {
        init: (_, { doc }) => coloursIn(doc),
        apply(tr, colours, { doc }) {
          if (tr.getMeta(key)) return coloursIn(tr.doc)
          return tr.docChanged && grammars ? coloursAfter(colours, doc, tr.doc) : colours
        },
      },
      props: { decorations: (state) => key.getState(state) },
      view: (view) => {
        if (showsCode(view.state.doc, 0, view.state.doc.content.size)) fetchFor(view)
        return {
          update(view, { doc }) {
            const change = grammars ? null : changeBetween(doc, view.state.doc)
            if (change && showsCode(view.state.doc, change.from, change.after)) fetchFor(view)
          },
        }
      },
    }),
  ],
})

function coloursIn(doc: Node): DecorationSet {
  if (!grammars) return DecorationSet.empty
  const found: Decoration[] = []
  eachCode(doc, 0, doc.content.size, (node, at) => found.push(...coloursOf(node, at)))
  return DecorationSet.create(doc, found)
}

/** What did not change keeps its colours, moved along. */
function coloursAfter(colours: DecorationSet, old: Node, doc: Node): DecorationSet {
  const change = changeBetween(old, doc)
  if (!change) return colours
  const { from, before, after } = change
  const moved = new StepMap([from, before - from, after - from])
  let next = colours.map(new Mapping([moved]), doc)
  eachCode(doc, from, after, (node, at) => {
    next = next.remove(next.find(at, at + node.nodeSize)).add(doc, coloursOf(node, at))
  })
  return next
}

function eachCode(
  doc: Node,
  from: number,
  to: number,
  visit: (node: Node, at: number) => void,
): void {
  // A deletion leaves no place of its own: what touches it is looked at.
  const start = Math.max(0, from - 1)
  doc.nodesBetween(start, Math.min(doc.content.size, to + 1), (node, at) => {
    if (node.type.name === 'codeBlock') visit(node, at)
    return !node.isTextblock
  })
}

/** Never guesses the language: trying every grammar at each letter is slow, and often wrong. */
function coloursOf(node: Node, at: number): Decoration[] {
  const spans: Span[] = grammars?.spans(String(node.attrs.language ?? ''), node.textContent) ?? []
  return spans.map((span) =>
    Decoration.inline(at + 1 + span.from, at + 1 + span.to, { class: span.class }),
  )
}

function fetchFor(view: EditorView): void {
  asked ??= import('./code-grammars').then((module) => module.loadGrammars())
  asked.then(
    (loaded) => {
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

function showsCode(doc: Node, from: number, to: number): boolean {
  let found = false
  eachCode(doc, from, to, () => {
    found = true
  })
  return found
}
