/** Lists out of HTML's: of one list with tasks and other things in it come several. */
import type { Element } from 'hast'
import { isText } from './lines-from-hast'
import type { Loose } from './loose-node'
import { type Context, type Item, isElement, propertyOf } from './reading-hast'

/** `blocksIn` reads an element's children as blocks. */
export function listsOf(
  element: Element,
  context: Context,
  blocksIn: (element: Element, context: Context) => Loose[],
): Loose[] {
  const items: Loose[] = []
  for (const child of element.children) {
    if (isElement(child, 'li')) items.push(itemOf(blocksIn(child, context)))
    else if (isElement(child)) {
      // Some programs put a list beside the item it belongs into.
      const blocks = blocksIn({ ...element, tagName: 'div', children: [child] }, context)
      const last = items.at(-1)
      if (last) last.content = [...(last.content as Loose[]), ...blocks]
      else if (blocks.length > 0) items.push({ type: 'listItem', content: blocks })
    }
  }
  return inRuns(items).map((run) => listOf(element, run))
}

function inRuns(items: readonly Loose[]): Loose[][] {
  const runs: Loose[][] = []
  for (const item of items) {
    const last = runs.at(-1)
    if (last && last[0]?.type === item.type) last.push(item)
    else runs.push([item])
  }
  return runs
}

function listOf(element: Element, content: Loose[]): Loose {
  if (content[0]?.type === 'taskItem') return { type: 'taskList', content }
  if (element.tagName !== 'ol') return { type: 'bulletList', content }
  const start = Number.parseInt(propertyOf(element, 'start'), 10)
  return { type: 'orderedList', attrs: { start: Number.isNaN(start) ? 1 : start }, content }
}

function itemOf(blocks: readonly Loose[]): Loose {
  const [line, ...rest] = blocks
  const words = (line?.type === 'paragraph' ? (line.content as Item[]) : []) ?? []
  const box = words[0]?.type === 'box' ? (words[0] as { checked: boolean }) : null
  if (!box || !line) return { type: 'listItem', content: [...blocks] }
  const { attrs, items } = taskOf(words.slice(1))
  return {
    type: 'taskItem',
    attrs: { checked: box.checked, ...attrs },
    content: [{ ...line, content: items }, ...rest],
  }
}

/** Who it is for and until when, at the end of its line; `📅 2026-11-26` as others write it. */
function taskOf(words: readonly Item[]): { attrs: Record<string, unknown>; items: Item[] } {
  const found = words.filter((item): item is TaskItem => item.type === 'task')
  const items = words.flatMap((item, at): Item[] => {
    if (item.type === 'task') return []
    if (!isText(item)) return [item]
    // The spaces after the box, and before what is taken out.
    const begun = at === 0 ? item.text.trimStart() : item.text
    return [{ ...item, text: words[at + 1]?.type === 'task' ? begun.replace(/\s$/, '') : begun }]
  })
  const attrs = Object.assign({}, ...found.map((item) => item.attrs)) as Record<string, unknown>
  const last = items.at(-1)
  const [sign, day] =
    (last && isText(last) && /\s*📅\s*(\d{4}-\d{2}-\d{2})\s*$/u.exec(last.text)) || []
  if (!last || !isText(last) || sign === undefined) return { attrs, items }
  const text = last.text.slice(0, -sign.length)
  return { attrs: { due: day, ...attrs }, items: [...items.slice(0, -1), { ...last, text }] }
}

type TaskItem = Extract<Item, { type: 'task' }>
