import type { Editor, NodeViewRenderer } from '@tiptap/core'
import type { Node as DocNode } from '@tiptap/pm/model'
import { hostOf } from './doc-host'
import { drawTaskFacts, taskWords } from './task-facts'
import { ignoreOutside, make, placeOf } from './view-parts'

/** A task: its box, its words, and whose it is by when. */
export const taskView: NodeViewRenderer = (props) => {
  const { editor } = props
  const host = hostOf(editor)
  const dom = make('li', '')
  const boxPlace = make('label', '')
  const box = make('input', '')
  const contentDOM = make('div', 'task-words')
  const facts = make('span', 'task-facts')
  let shown = props.node

  dom.dataset.type = 'taskItem'
  box.type = 'checkbox'
  for (const part of [boxPlace, facts]) part.contentEditable = 'false'
  boxPlace.append(box)
  dom.append(boxPlace, contentDOM, facts)

  const name = () => box.setAttribute('aria-label', taskWords(host, shown))
  const draw = () => {
    const done = shown.attrs.checked === true
    dom.dataset.checked = String(done)
    box.checked = done
    name()
    drawTaskFacts(facts, { host, node: shown, editable: editor.isEditable, at: placeOf(props) })
  }
  box.addEventListener('mousedown', (event) => event.preventDefault())
  box.addEventListener('change', () => {
    const at = props.getPos()
    if (editor.isEditable && at !== undefined) tick(editor, at, box.checked)
    else box.checked = shown.attrs.checked === true
  })
  draw()
  const stop = host.onPeople(draw)
  return {
    dom,
    contentDOM,
    ignoreMutation: ignoreOutside(contentDOM),
    stopEvent: ({ target }) => boxPlace.contains(target as Node) || facts.contains(target as Node),
    update(node) {
      if (node.type !== shown.type) return false
      const before = shown
      shown = node
      if (!sameFacts(node, before)) draw()
      else if (node.firstChild !== before.firstChild) name()
      return true
    },
    destroy: stop,
  }
}

const sameFacts = (a: DocNode, b: DocNode) =>
  ['checked', 'assignee', 'due'].every((name) => a.attrs[name] === b.attrs[name])

const tick = (editor: Editor, at: number, checked: boolean) =>
  editor
    .chain()
    .focus(undefined, { scrollIntoView: false })
    .command(({ tr }) => {
      if (tr.doc.nodeAt(at)?.type.name !== 'taskItem') return false
      tr.setNodeAttribute(at, 'checked', checked)
      return true
    })
    .run()
