/** How somebody looks at a board: one room, several views. Also what a saved view holds. */

export const viewKinds = ['board', 'table', 'calendar', 'timeline'] as const
export type ViewKind = (typeof viewKinds)[number]

/** What the rows of a board (its lanes) and the groups of a table can go by. */
export const laneKinds = ['person', 'department', 'label', 'outcome'] as const
export type LaneKind = (typeof laneKinds)[number]
export const groupKinds = ['column', 'person', 'label', 'outcome', 'due'] as const
export type GroupKind = (typeof groupKinds)[number]

export const tableColumns = [
  ...(['title', 'column', 'people', 'labels', 'start', 'due'] as const),
  ...(['estimate', 'progress', 'parts', 'outcomes'] as const),
] as const
export type TableColumn = (typeof tableColumns)[number]

/** How many days a calendar shows, how far one sees on a timeline, and what its rows go by. The first is the usual one. */
export const calendarZooms = ['month', 'week'] as const
export type CalendarZoom = (typeof calendarZooms)[number]
export const timelineZooms = ['month', 'week', 'quarter'] as const
export type TimelineZoom = (typeof timelineZooms)[number]
export const timelineGroups = ['column', 'person'] as const
export type TimelineGroup = (typeof timelineGroups)[number]

/** Weeks begin on Monday; `week` and `nextWeek` are the whole of them, `week` what is left of it. */
export const dueSpans = ['overdue', 'today', 'week', 'nextWeek', 'later', 'none'] as const
export type DueSpan = (typeof dueSpans)[number]

export const labelModes = ['any', 'all', 'none'] as const
export type LabelMode = (typeof labelModes)[number]

/** In `people`: cards that nobody has, and whoever looks. */
export const nobody = 'nobody'
export const me = 'me'
/** In `outcomes`: cards that contribute to none. */
export const noOutcome = 'none'

/** Empty lists and null narrow nothing; of several in one list, one is enough, but for `labelMode`. */
export type BoardFilter = {
  /** Words, with `#label` and `@person` among them. */
  text: string
  /** Person ids, `nobody`, `me`. */
  people: readonly string[]
  labels: readonly string[]
  labelMode: LabelMode
  /** Ids of outcomes, `noOutcome`. */
  outcomes: readonly string[]
  due: readonly DueSpan[]
  columns: readonly string[]
  /** Whether the column counts as finished. */
  done: boolean | null
  /** Only cards whose checklists have something left to do. */
  openItems: boolean
  /** Archived cards, too, where a view can show them. */
  archived: boolean
}

export type TableSort = { by: TableColumn; down: boolean }

export type BoardView = {
  kind: ViewKind
  filter: BoardFilter
  lanes: LaneKind | null
  sort: TableSort | null
  group: GroupKind | null
  /** Columns of the table in their order, the title always among them; empty for all. */
  columns: readonly TableColumn[]
  calendar: CalendarZoom
  timeline: TimelineZoom
  timelineBy: TimelineGroup
}

export const noFilter: BoardFilter = {
  text: '',
  people: [],
  labels: [],
  labelMode: 'any',
  outcomes: [],
  due: [],
  columns: [],
  done: null,
  openItems: false,
  archived: false,
}

export const plainView: BoardView = {
  kind: 'board',
  filter: noFilter,
  lanes: null,
  sort: null,
  group: null,
  columns: [],
  calendar: 'month',
  timeline: 'month',
  timelineBy: 'column',
}

export const longestViewName = 60
/** Of one person on one board. */
export const mostViews = 50
/** Of people, labels or columns in one filter. */
export const mostChosen = 100
export const longestFilterText = 200
