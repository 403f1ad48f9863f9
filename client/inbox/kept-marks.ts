/** What somebody has marked read, or unread again, and the server has not heard yet. Kept on this device. */
import type { CopyIdentity } from '../offline/device-databases'
import { changeRecord, readRecord } from '../offline/kept-records'
import { isRemembered } from '../offline/remembered-who'

/** `was`: what the server thinks, which is what its number counts. */
export type Mark = { read: boolean; was: boolean }
export type Marks = Readonly<Record<string, Mark>>

const key = ['inbox-marks']

export const readMarks = async (who: CopyIdentity): Promise<Marks> =>
  (await readRecord<Marks>(who, key)) ?? {}

export async function changeMarks(
  who: CopyIdentity,
  change: (before: Marks) => Marks,
): Promise<void> {
  if (isRemembered(who)) await changeRecord<Marks>(who, key, (before = {}) => change(before))
}

type Markable = { id: string; isRead: boolean }

export function withMarks(before: Marks, items: readonly Markable[], read: boolean): Marks {
  const fresh = items.map(({ id, isRead }) => [id, { read, was: before[id]?.was ?? isRead }])
  return { ...before, ...Object.fromEntries(fresh) }
}

/** Those that were sent; what was marked otherwise meanwhile waits on, with what the server thinks now. */
export function withoutSent(before: Marks, sent: Marks): Marks {
  return Object.fromEntries(
    Object.entries(before).flatMap(([id, mark]) => {
      const said = sent[id]
      if (!said) return [[id, mark]]
      return said.read === mark.read ? [] : [[id, { ...mark, was: said.read }]]
    }),
  )
}

/** How the number of unread ones changes by what was marked. */
export const moreUnread = (marks: Marks): number =>
  Object.values(marks).reduce((sum, { read, was }) => sum + Number(was) - Number(read), 0)

export const asMarked = <T extends Markable>(item: T, marks: Marks): T => {
  const mark = marks[item.id]
  return mark && mark.read !== item.isRead ? { ...item, isRead: mark.read } : item
}
