/** What each column of a table is about, by what it is called and by whose export it is. */
import type { BoardSource, TableField } from '@atelier/shared/exchange/board-import'
import { fieldCalled, folded } from './field-names'
import type { Sheet } from './sheet'

type Preset = {
  source: BoardSource
  /** An export has all of these. */
  has: readonly string[]
  fields: Readonly<Record<string, TableField>>
}

const presets: readonly Preset[] = [
  {
    source: 'gitlab',
    has: ['title', 'state', 'author username', 'assignee username'],
    fields: {
      'issue id': 'id',
      url: 'text',
      state: 'column',
      assignee: 'assignees',
      'assignee username': 'none',
      author: 'text',
      'author username': 'none',
      milestone: 'text',
      weight: 'estimate',
      'time estimate': 'none',
      'time spent': 'none',
      confidential: 'none',
      locked: 'none',
      'closed at (utc)': 'none',
      'parent id': 'parent',
      'parent iid': 'none',
      'parent title': 'none',
    },
  },
  {
    source: 'jira',
    has: ['summary', 'issue key', 'issue type'],
    fields: {
      'issue key': 'id',
      'issue id': 'id',
      issue: 'none',
      'issue type': 'labels',
      priority: 'text',
      status: 'column',
      'status category': 'none',
      reporter: 'text',
      'parent summary': 'none',
      'due date': 'due',
      'inward issue link (blocks)': 'none',
    },
  },
  {
    source: 'github',
    has: ['title', 'state', 'number'],
    fields: { number: 'id', state: 'column', url: 'text', 'html url': 'text', milestone: 'text' },
  },
  {
    source: 'github',
    has: ['title', 'url', 'assignees', 'status'],
    fields: { url: 'text', repository: 'text', milestone: 'text' },
  },
]

/** What may stand in several columns; of all others the first is meant. */
const several = new Set<TableField>([
  ...(['labels', 'assignees', 'checklist', 'id', 'blocks', 'outcomes', 'comment'] as const),
])

export function guessFields({ head, rows }: Sheet): { source: BoardSource; fields: TableField[] } {
  const called = head.map(folded)
  const preset = presets.find(({ has }) => has.every((name) => called.includes(name)))
  const isEmpty = head.map((_, nth) => rows.every((row) => (row[nth] ?? '').trim() === ''))
  const taken = new Set<TableField>()
  const fields = called.map((name, nth): TableField => {
    const wanted = preset?.fields[name] ?? fieldCalled(name) ?? otherwise(preset, name)
    const isKnown = wanted !== 'text' && wanted !== 'none'
    if (isEmpty[nth] && !isKnown) return 'none'
    if (taken.has(wanted) && isKnown && !several.has(wanted)) return 'text'
    taken.add(wanted)
    return wanted
  })
  if (!taken.has('title')) {
    const first = fields.findIndex((field, nth) => field === 'text' && !isEmpty[nth])
    if (first >= 0) fields[first] = 'title'
  }
  return { source: preset?.source ?? 'csv', fields }
}

/** Jira writes hundreds of columns, most of them about itself. */
const otherwise = (preset: Preset | undefined, name: string): TableField =>
  preset?.source === 'jira' && !name.startsWith('custom field') ? 'none' : 'text'
