/** Tables that other programs write: how they are told, and what their columns are about. */
import type { BoardSource, TableField } from '@atelier/shared/exchange/board-import'

export type KnownTable = {
  source: BoardSource
  /** An export has all of these. */
  has: readonly string[]
  fields: ReadonlyMap<string, TableField>
  /** Of a column that is called nothing we know. */
  otherwise(name: string): TableField
}

type Fields = Partial<Record<TableField, string>>

const known = (
  source: BoardSource,
  has: string,
  fields: Fields,
  otherwise: KnownTable['otherwise'] = () => 'text',
): KnownTable => ({
  ...{ source, has: has.split(', '), otherwise },
  fields: new Map(
    Object.entries(fields).flatMap(([field, names]) =>
      names.split(', ').map((name) => [name, field as TableField] as const),
    ),
  ),
})

export const knownTables: readonly KnownTable[] = [
  known('gitlab', 'title, state, author username, assignee username', {
    ...{ id: 'issue id', column: 'state', assignees: 'assignee', estimate: 'weight' },
    parent: 'parent id',
    text: 'url, author, milestone',
    none: 'iid, assignee username, author username, time estimate, time spent, confidential, locked, closed at (utc), parent iid, parent title',
  }),
  known(
    'jira',
    'summary, issue key, issue type',
    {
      ...{ id: 'issue key, issue id', labels: 'issue type', column: 'status', due: 'due date' },
      ...{ start: 'custom field (start date)', blockedBy: 'inward issue link (blocks)' },
      parent: 'parent, parent id, parent key, custom field (epic link)',
      text: 'priority, reporter, sprint, fix versions, fix version/s',
      none: 'issue, status category, parent summary, custom field (rank), custom field (development), custom field (issue color), custom field (epic name), custom field (epic status), custom field (epic color), custom field (epic colour)',
    },
    // It writes hundreds of columns, most of them about itself.
    (name) => (/^(custom field|(out|in)ward issue link) \(/.test(name) ? 'text' : 'none'),
  ),
  known('linear', 'id, team, title, status, cycle number, cycle name', {
    ...{ parent: 'parent issue', blockedBy: 'blocked by', archived: 'archived' },
    text: 'team, project, creator, priority, cycle name, milestone, project milestone, initiatives, roadmaps, related to, duplicate of',
    none: 'uuid, project id, project milestone id, cycle number, cycle start, cycle end, started, triaged, completed, canceled, sla status, time in status (minutes)',
  }),
  known('plane', 'name, state, priority, cycle name, module name', {
    ...{ id: 'id', due: 'target date', column: 'state' },
    ...{ blockedBy: 'relations' },
    text: 'project, priority, created by, cycle name, module name, link, attachment links',
    none: 'project identifier, project id, sequence id, subscribers count, attachment count, cycle start date, cycle end date, module start date, module target date, completed at',
  }),
  known('asana', 'task id, created at, completed at, last modified, name', {
    blockedBy: 'blocked by (dependencies)',
    none: 'assignee email',
  }),
  known('github', 'title, state, number', {
    ...{ id: 'number', column: 'state', text: 'url, html url, milestone' },
  }),
  known('github', 'title, url, assignees, status', { text: 'url, repository, milestone' }),
]
