/**
 * For each word of others the binding replaces all of the doc, so that every decoration falls off
 * and is made anew. Here it replaces the blocks that changed.
 */
import { type Fragment, Slice } from '@tiptap/pm/model'
import type { Transaction } from '@tiptap/pm/state'
import type { Binding } from './guard-binding'

export function drawNarrowly(binding: Binding): void {
  Object.defineProperty(binding, '_tr', {
    get: () => narrowing(binding.prosemirrorView?.state.tr.setMeta('addToHistory', false)),
  })
}

function narrowing(transaction: Transaction | undefined): Transaction | undefined {
  if (!transaction) return
  const replace = transaction.replace.bind(transaction)
  transaction.replace = (from, to = from, slice = Slice.empty) => {
    const { content } = transaction.doc
    if (from !== 0 || to !== content.size || slice.openStart + slice.openEnd > 0) {
      return replace(from, to, slice)
    }
    const changed = changedBlocks(content, slice.content)
    return changed ? replace(changed.from, changed.to, changed.slice) : transaction
  }
  return transaction
}

/** What is to be replaced of `before` by what of `after`: whole blocks; null when nothing is. */
export function changedBlocks(before: Fragment, after: Fragment) {
  const most = Math.min(before.childCount, after.childCount)
  let [same, from] = [0, 0]
  while (same < most && before.child(same) === after.child(same)) {
    from += before.child(same).nodeSize
    same++
  }
  let [lasting, size] = [0, 0]
  while (lasting < most - same && fromEnd(before, lasting) === fromEnd(after, lasting)) {
    size += fromEnd(before, lasting).nodeSize
    lasting++
  }
  const [to, afterTo] = [before.size - size, after.size - size]
  if (from === to && from === afterTo) return null
  return { from, to, slice: new Slice(after.cut(from, afterTo), 0, 0) }
}

const fromEnd = (blocks: Fragment, nth: number) => blocks.child(blocks.childCount - 1 - nth)
