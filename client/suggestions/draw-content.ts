/** Pieces of a text that stand in no editor, drawn as an editor would draw them. */
import { wordsOf } from '@atelier/shared/suggestions/node-content'
import type { JSONContent } from '@tiptap/core'
import { DOMSerializer, type Node as DocNode, Fragment } from '@tiptap/pm/model'
import { DecorationSet, type EditorView } from '@tiptap/pm/view'

/** Those of which the editor's own views alone know how they look, such as where a picture's bytes are. */
const seenInViews = ['picture', 'attachment', 'inlineMath', 'blockMath', 'mention']

export function drawContent(
  content: readonly JSONContent[],
  view: EditorView,
): { dom: Node; stop: () => void } {
  const stops: (() => void)[] = []
  const stop = () => {
    for (const each of stops.splice(0)) each()
  }
  try {
    const nodes = Fragment.fromJSON(view.state.schema, content as JSONContent[])
    return { dom: serializerFor(view, stops).serializeFragment(nodes), stop }
  } catch {
    // From a newer page, or made up: at least its words.
    return { dom: document.createTextNode(wordsOf(content)), stop }
  }
}

function serializerFor(view: EditorView, stops: (() => void)[]): DOMSerializer {
  const { nodes, marks } = DOMSerializer.fromSchema(view.state.schema)
  const views = view.props.nodeViews ?? {}
  const inViews = seenInViews.flatMap((name) => {
    const make = views[name]
    if (!make) return []
    const draw = (node: DocNode) => {
      const made = make(node, view, () => undefined, [], DecorationSet.empty)
      stops.push(() => made.destroy?.())
      return made.dom
    }
    return [[name, draw] as const]
  })
  return new DOMSerializer({ ...nodes, ...Object.fromEntries(inViews) }, marks)
}
