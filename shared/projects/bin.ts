/** What lies in a project's bin. Times are ISO 8601. */

/** How many days it can be restored. */
export const binDays = 30

/** A doc, board or workshop in the bin; `under` is how many docs came along. */
export type BinnedRoom = {
  kind: 'doc' | 'board' | 'workshop'
  id: string
  title: string
  under: number
  trashedAt: string
  trashedBy: string
  /** When it is deleted for good. */
  endsAt: string
}
