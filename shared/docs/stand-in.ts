import * as Y from 'yjs'

/** The text of a new paragraph where something deleted stood in `root`, on whatever level; null if it stood elsewhere. */
export function standInFor(gone: Y.Item, root: Y.XmlFragment): Y.XmlText | null {
  let outermost = gone
  while (outermost.parent !== root) {
    const around = itemAround(outermost)
    if (!around) return null
    outermost = around
  }
  const paragraph = new Y.XmlElement('paragraph')
  const text = new Y.XmlText()
  paragraph.insert(0, [text])
  root.insert(placeAfter(root, outermost), [paragraph])
  return text
}

export const itemAround = ({ parent }: Y.Item): Y.Item | null =>
  parent instanceof Y.AbstractType ? parent._item : null

function placeAfter(root: Y.XmlFragment, item: Y.Item): number {
  let left: Y.Item | null = item
  while (left?.deleted) left = left.left
  if (left === null) return 0
  const block = left
  return 1 + root.toArray().findIndex(({ _item }) => _item === block)
}
