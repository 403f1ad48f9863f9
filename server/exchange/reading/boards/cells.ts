/** What stands in a table’s cells. */

/**
 * Several names in one cell: a list in JSON, a line each, or with separators between. A name with a
 * separator of its own is safe in a line of its own, as our own tables write it.
 */
export function namesIn(cell: string): string[] {
  const text = cell.trim()
  const between = text.startsWith('[') ? fromJson(text) : null
  const parts = between ?? (cell.includes('\n') ? text.split('\n') : text.split(/[,;|]/))
  return [...new Set(parts.map((part) => part.trim()).filter((part) => part !== ''))]
}

function fromJson(text: string): string[] | null {
  try {
    const list: unknown = JSON.parse(text)
    if (!Array.isArray(list)) return null
    return list.flatMap((item) => (typeof item === 'string' ? item : (nameOf(item) ?? [])))
  } catch {
    return null
  }
}

function nameOf(item: unknown): string | undefined {
  const { name, login } = (item ?? {}) as { name?: unknown; login?: unknown }
  return [name, login].find((text) => typeof text === 'string') as string | undefined
}

type Checklist = { name: string; items: { text: string; done: boolean }[] }

const item = /^\s*(?:[-*]\s*)?\[([ xX✓])?\]\s*(.*)$/

/** A line for each item, `[x]` where it is done; a line that ends with a colon begins another list. */
export function checklistsIn(cell: string): Checklist[] {
  const lists: Checklist[] = []
  const lines = cell.includes('\n') ? cell.split('\n') : cell.split(';')
  for (const line of lines) {
    const said = line.trim()
    const [, mark, text] = item.exec(said) ?? []
    if (said === '') continue
    if (text === undefined && said.endsWith(':')) {
      lists.push({ name: said.slice(0, -1), items: [] })
      continue
    }
    const last = lists.at(-1) ?? { name: '', items: [] }
    if (lists.length === 0) lists.push(last)
    const isDone = mark !== undefined && mark.trim() !== ''
    last.items.push({ text: text ?? said.replace(/^[-*]\s+/, ''), done: isDone })
  }
  return lists
}

/** With a point or a comma; null for what is none. */
export function numberIn(cell: string): number | null {
  const text = cell.trim().replace(',', '.')
  return /^\d{1,6}(\.\d+)?$/.test(text) ? Number(text) : null
}

export const isSaid = (cell: string): boolean => !/^\s*(|0|no|nein|false|falsch|-)\s*$/i.test(cell)
