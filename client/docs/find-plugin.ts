/** What is looked for in a doc, drawn in its text, and kept up to date while everybody writes. */
import { type Editor, Extension } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { type EditorState, Plugin, PluginKey, TextSelection } from '@tiptap/pm/state'
import { Decoration, DecorationSet } from '@tiptap/pm/view'
import { yUndoPluginKey } from '@tiptap/y-tiptap'
import {
  type FindQuery,
  type Match,
  matchesAfter,
  matchesIn,
  patternOf,
  placeAfter,
} from './find-matches'
import { revealInToggles } from './toggle-view'

export type Finding = {
  query: FindQuery
  pattern: RegExp | null
  matches: readonly Match[]
  /** The one that was gone to; -1 while there is none. */
  at: number
  drawn: DecorationSet
}

type Wish = { query: FindQuery; near: number } | { at: number }

/** So many are drawn, around the one that was gone to. */
const mostDrawn = 2_000
const key = new PluginKey<Finding>('findInDoc')

export const noQuery: FindQuery = { text: '', matchCase: false, wholeWord: false }
const nothing: Finding = {
  query: noQuery,
  pattern: null,
  matches: [],
  at: -1,
  drawn: DecorationSet.empty,
}

export const FindInDoc = Extension.create({
  name: 'findInDoc',
  addProseMirrorPlugins: () => [
    new Plugin<Finding>({
      key,
      state: {
        init: () => nothing,
        apply(tr, before, _old, { doc }) {
          const wish = tr.getMeta(key) as Wish | undefined
          if (wish) return 'query' in wish ? begun(doc, wish) : goneTo(doc, before, wish.at)
          if (!tr.docChanged || !before.pattern) return before
          const matches = matchesAfter(before.matches, tr.before, doc, before.pattern)
          const last = before.matches[before.at]
          const at = nextFrom(matches, last ? placeAfter(last.from, tr.before, doc) : 0)
          return withDrawn(doc, { ...before, matches, at })
        },
      },
      props: { decorations: (state) => key.getState(state)?.drawn },
    }),
  ],
})

export const findingIn = (state: EditorState): Finding => key.getState(state) ?? nothing

function begun(doc: Node, { query, near }: { query: FindQuery; near: number }): Finding {
  const pattern = patternOf(query)
  if (!pattern) return { ...nothing, query }
  const matches = matchesIn(doc, pattern)
  return withDrawn(doc, { ...nothing, query, pattern, matches, at: nextFrom(matches, near) })
}

const goneTo = (doc: Node, finding: Finding, at: number) => withDrawn(doc, { ...finding, at })

/** The first at a place or behind it, or from the beginning again. */
function nextFrom(matches: readonly Match[], place: number): number {
  const found = matches.findIndex(({ from }) => from >= place)
  return found === -1 ? Math.min(0, matches.length - 1) : found
}

function withDrawn(doc: Node, finding: Finding): Finding {
  const { matches, at } = finding
  const first = Math.max(0, at - mostDrawn / 2)
  const drawn = matches
    .slice(first, first + mostDrawn)
    .map(({ from, to }, nth) =>
      Decoration.inline(from, to, { class: first + nth === at ? 'found found-now' : 'found' }),
    )
  return { ...finding, drawn: DecorationSet.create(doc, drawn) }
}

/** Looks for something else, from the caret on. */
export function find(editor: Editor, query: FindQuery): void {
  const { state, view } = editor
  const wish: Wish = { query, near: state.selection.from }
  view.dispatch(state.tr.setMeta(key, wish).setMeta('addToHistory', false))
  showMatch(editor)
}

export function goToMatch(editor: Editor, step: 1 | -1): void {
  const { matches, at } = findingIn(editor.state)
  if (matches.length === 0) return
  const wish: Wish = { at: (at + step + matches.length) % matches.length }
  editor.view.dispatch(editor.state.tr.setMeta(key, wish).setMeta('addToHistory', false))
  showMatch(editor)
}

/** Scrolls there; the caret stays with whoever types into the panel. */
function showMatch({ view, state }: Editor): void {
  const { matches, at } = findingIn(state)
  const match = matches[at]
  if (!match) return
  const { node } = view.domAtPos(match.from)
  const element = node instanceof Element ? node : node.parentElement
  revealInToggles(element)
  element?.scrollIntoView({ block: 'center' })
}

/** Ends looking; the match that was gone to is selected. */
export function endFinding(editor: Editor): void {
  if (editor.isDestroyed) return
  const { state, view } = editor
  const { query, matches, at } = findingIn(state)
  if (query === noQuery) return
  const match = matches[at]
  const wish: Wish = { query: noQuery, near: 0 }
  const tr = state.tr.setMeta(key, wish).setMeta('addToHistory', false)
  if (match) tr.setSelection(TextSelection.create(state.doc, match.from, match.to))
  view.dispatch(tr)
}

/** Each is one step of undo, also beside what was typed a moment ago. */
export function replaceMatches(editor: Editor, words: string, which: 'this' | 'all'): number {
  const { state, view } = editor
  const { matches, at } = findingIn(state)
  const wanted = which === 'all' ? matches : matches.slice(at, at + 1)
  if (wanted.length === 0 || !editor.isEditable) return 0
  const { tr, schema } = state
  for (const { from, to } of [...wanted].reverse()) {
    const marks = state.doc.resolve(from).marksAcross(state.doc.resolve(to)) ?? []
    if (words === '') tr.delete(from, to)
    else tr.replaceWith(from, to, schema.text(words, marks))
  }
  apart(state)
  view.dispatch(tr)
  apart(state)
  if (which === 'this') {
    const now = findingIn(editor.state)
    const next = nextFrom(now.matches, (wanted[0]?.from ?? 0) + words.length)
    const wish: Wish = { at: next }
    view.dispatch(editor.state.tr.setMeta(key, wish).setMeta('addToHistory', false))
    showMatch(editor)
  }
  return wanted.length
}

/** What follows is a step of undo of its own. */
function apart(state: EditorState): void {
  yUndoPluginKey.getState(state)?.undoManager?.stopCapturing()
}
