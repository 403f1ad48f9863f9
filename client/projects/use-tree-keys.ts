import { type DocPlace, stepTo, type TreeStep } from '@atelier/shared/docs/doc-tree'
import type { DocCard } from '@atelier/shared/projects/project'
import type { KeyboardEvent } from 'react'

const steps: Record<string, TreeStep> = { ArrowUp: 'up', ArrowDown: 'down' }

/** On a row: Alt+Shift+arrows move the doc, Delete puts it into the bin. */
export function useTreeKeys(
  docs: readonly DocCard[],
  acts: { place: (id: string, place: DocPlace) => void; trash: (doc: DocCard) => void } | null,
) {
  return (event: KeyboardEvent): void => {
    const row = (event.target as Element).closest<HTMLElement>('[role=row][data-key]')
    const doc = docs.find(({ id }) => id === row?.dataset.key)
    if (!acts || !row || !doc) return
    const step = event.altKey && event.shiftKey ? stepOf(event.key) : null
    const place = step && stepTo(docs, doc.id, step)
    if (!step && !(event.key === 'Delete' && event.target === row)) return
    event.preventDefault()
    event.stopPropagation()
    if (!step) acts.trash(doc)
    else if (place) acts.place(doc.id, place)
  }
}

function stepOf(key: string): TreeStep | null {
  const isRtl = document.documentElement.dir === 'rtl'
  if (key === 'ArrowRight') return isRtl ? 'out' : 'in'
  if (key === 'ArrowLeft') return isRtl ? 'in' : 'out'
  return steps[key] ?? null
}
