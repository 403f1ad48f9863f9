/** A board's view as part of its address: what is as usual is left out. */
import {
  type BoardView,
  calendarZooms,
  dueSpans,
  groupKinds,
  type LabelMode,
  labelModes,
  laneKinds,
  longestFilterText,
  mostChosen,
  plainView,
  tableColumns,
  timelineGroups,
  timelineZooms,
  viewKinds,
} from '@atelier/shared/boards/view'
import type { ViewKey, ViewSearch } from './board-search'

/** Never throws: a word nobody knows is as if it were not there. */
export function viewOf(search: ViewSearch): BoardView {
  const one = <T extends string>(all: readonly T[], word: string | undefined) =>
    all.find((known) => known === word) ?? null
  const several = <T extends string>(all: readonly T[], words: string | undefined) =>
    listOf(words).flatMap((word) => one(all, word) ?? [])
  const by = one(tableColumns, search.sort?.replace(/^-/, ''))
  const is = listOf(search.is)
  return {
    kind: one(viewKinds, search.view) ?? 'board',
    lanes: one(laneKinds, search.lanes),
    sort: by && { by, down: search.sort?.startsWith('-') === true },
    group: one(groupKinds, search.group),
    columns: several(tableColumns, search.show),
    calendar: one(calendarZooms, search.days) ?? plainView.calendar,
    timeline: one(timelineZooms, search.zoom) ?? plainView.timeline,
    timelineBy: one(timelineGroups, search.rows) ?? plainView.timelineBy,
    filter: {
      text: (search.q ?? '').slice(0, longestFilterText),
      people: listOf(search.who),
      labels: listOf(search.label),
      labelMode: one(labelModes, search.labels) ?? 'any',
      outcomes: listOf(search.outcome),
      due: several(dueSpans, search.due),
      columns: listOf(search.in),
      done: is.includes('done') ? true : is.includes('open') ? false : null,
      openItems: is.includes('unticked'),
      archived: is.includes('archived'),
    },
  }
}

/** Every key, so that spread over an address it also takes away what is as usual again. */
export function searchOf(view: BoardView) {
  const { kind, filter, lanes, sort, group, columns } = view
  const is = [
    filter.done === true && 'done',
    filter.done === false && 'open',
    filter.openItems && 'unticked',
    filter.archived && 'archived',
  ].filter((word) => word !== false)
  const search: Record<ViewKey, string | undefined> = {
    view: kind === 'board' ? undefined : kind,
    lanes: lanes ?? undefined,
    sort: sort ? `${sort.down ? '-' : ''}${sort.by}` : undefined,
    group: group ?? undefined,
    show: inAddress(columns),
    days: unless(view.calendar, plainView.calendar),
    zoom: unless(view.timeline, plainView.timeline),
    rows: unless(view.timelineBy, plainView.timelineBy),
    q: filter.text || undefined,
    who: inAddress(filter.people),
    label: inAddress(filter.labels),
    labels: modeOf(filter.labels, filter.labelMode),
    outcome: inAddress(filter.outcomes),
    due: inAddress(filter.due),
    in: inAddress(filter.columns),
    is: inAddress(is),
  }
  return search
}

export const isSameView = (a: BoardView, b: BoardView): boolean =>
  JSON.stringify(searchOf(a)) === JSON.stringify(searchOf(b))

export const isPlain = (search: ViewSearch): boolean => isSameView(viewOf(search), plainView)

const unless = (word: string, usual: string) => (word === usual ? undefined : word)

const modeOf = (labels: readonly string[], mode: LabelMode) =>
  labels.length === 0 || mode === 'any' ? undefined : mode

const inAddress = (words: readonly string[]) => (words.length === 0 ? undefined : words.join('~'))

/** Neither ids nor our own words have a tilde in them, and addresses leave it as it is. */
const listOf = (words: string | undefined): string[] => [
  ...new Set((words ?? '').split('~').filter(Boolean).slice(0, mostChosen)),
]
