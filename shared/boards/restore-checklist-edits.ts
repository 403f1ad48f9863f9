/** Takes back that somebody removed a checklist or an item of one, however much happened since. */
import * as Y from 'yjs'
import { type Entry, edit, entryOf, partsOf } from './board-shape'
import { asRecord } from './plain-values'

/** In the list it lay in; that one comes back with it. */
export function restoreItem(doc: Y.Doc, card: string, item: string): boolean {
  const root = entryOf(doc, 'cards', card)
  const part = root?.get(`item:${item}`)
  if (!root || !(part instanceof Y.Map)) return false
  edit(doc, () => {
    if (part.has('removed')) part.delete('removed')
    revive(root, String(asRecord(part.get('place'))?.list))
  })
  return true
}

/** With the items that went with it, and not those that were removed by themselves. */
export function restoreChecklist(doc: Y.Doc, card: string, list: string): boolean {
  const root = entryOf(doc, 'cards', card)
  const part = root?.get(`list:${list}`)
  if (!root || !(part instanceof Y.Map)) return false
  const removal = removalOf(part)
  if (removal === null) return false
  edit(doc, () => {
    part.delete('removed')
    for (const [, item] of partsOf(root).get('item') ?? [])
      if (item instanceof Y.Map && removalOf(item) === removal) item.delete('removed')
  })
  return true
}

function revive(card: Entry, list: string): void {
  const part = card.get(`list:${list}`)
  if (part instanceof Y.Map && part.has('removed')) part.delete('removed')
}

/** What removed it, the same for all that went at once. */
function removalOf(part: Entry): string | null {
  const id = asRecord(part.get('removed'))?.id
  return typeof id === 'string' ? id : null
}
