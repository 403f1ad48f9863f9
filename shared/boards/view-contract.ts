/** Saved views of a board, each one person's own. Routes: server/boards/view-routes.ts. */
import * as z from 'zod'
import { words } from '../basics/words'
import {
  type BoardView,
  calendarZooms,
  dueSpans,
  groupKinds,
  labelModes,
  laneKinds,
  longestFilterText,
  longestViewName,
  mostChosen,
  tableColumns,
  timelineGroups,
  timelineZooms,
  viewKinds,
} from './view'

/** Ids of people, labels and columns: whether they are there is asked when the view is shown. */
const ids = z.array(z.string().min(1).max(64)).max(mostChosen).readonly()

const boardFilter = z.strictObject({
  text: z.string().max(longestFilterText),
  people: ids,
  labels: ids,
  labelMode: z.enum(labelModes),
  /** Views of older versions have none. */
  outcomes: ids.default([]),
  due: z.array(z.enum(dueSpans)).max(dueSpans.length).readonly(),
  columns: ids,
  done: z.boolean().nullable(),
  openItems: z.boolean(),
  archived: z.boolean(),
})

const boardView = z.strictObject({
  kind: z.enum(viewKinds),
  filter: boardFilter,
  lanes: z.enum(laneKinds).nullable(),
  sort: z.strictObject({ by: z.enum(tableColumns), down: z.boolean() }).nullable(),
  group: z.enum(groupKinds).nullable(),
  columns: z.array(z.enum(tableColumns)).max(tableColumns.length).readonly(),
  // Views of older versions have none of these.
  calendar: z.enum(calendarZooms).default('month'),
  timeline: z.enum(timelineZooms).default('month'),
  timelineBy: z.enum(timelineGroups).default('column'),
})

export const putView = z.strictObject({
  name: words.trim().min(1).max(longestViewName),
  view: boardView,
  /** Shown first when this person opens the board; no other view of theirs is then. */
  isStart: z.boolean(),
})

export type PutView = { name: string; view: BoardView; isStart: boolean }
export type SavedView = PutView & { id: string }
/** The oldest first. */
export type SavedViews = { views: SavedView[] }

/** What was kept, by whichever version; null where this one cannot show it. */
export function savedViewOf(json: string): BoardView | null {
  const read = boardView.safeParse(JSON.parse(json))
  return read.success ? read.data : null
}
