/** Cards that are somebody's, across all boards they may read: what the lists know of them. */
import type { LabelColour } from './label'

export type MyCard = {
  id: string
  boardId: string
  title: string
  column: string
  board: string
  project: { id: string; title: string }
  labels: { name: string; colour: LabelColour }[]
  /** Days as `YYYY-MM-DD`. */
  startOn: string | null
  dueOn: string | null
  items: number
  itemsDone: number
  /** Titles of unfinished cards that this one waits for. */
  waitsFor: string[]
  /** Asked what they learned, and has not said so yet; such a card may be finished. */
  asked: boolean
  /** When the lists last heard of a change. */
  changedAt: string
}

/** `more`: there are more than these. */
export type MyCards = { cards: MyCard[]; more: boolean }

export const mostMyCards = 500

export const myCardGroups = ['asked', 'overdue', 'today', 'week', 'later', 'undated'] as const
export type MyCardGroup = (typeof myCardGroups)[number]

/** `week`: within the seven days after `today` (`YYYY-MM-DD`). */
function groupOf({ asked, dueOn }: Pick<MyCard, 'asked' | 'dueOn'>, today: string): MyCardGroup {
  if (asked) return 'asked'
  if (dueOn === null) return 'undated'
  if (dueOn < today) return 'overdue'
  if (dueOn === today) return 'today'
  return Date.parse(dueOn) - Date.parse(today) <= weekMs ? 'week' : 'later'
}

const weekMs = 7 * 86_400_000

/** Groups that hold anything, the most pressing first; within one, by day and then as they came. */
export function grouped(
  cards: readonly MyCard[],
  today: string,
): { group: MyCardGroup; cards: MyCard[] }[] {
  const byGroup = new Map<MyCardGroup, MyCard[]>()
  for (const card of cards) {
    const group = groupOf(card, today)
    byGroup.set(group, [...(byGroup.get(group) ?? []), card])
  }
  return myCardGroups.flatMap((group) => {
    const those = byGroup.get(group)
    return those ? { group, cards: those.sort(byDay) } : []
  })
}

const byDay = (a: MyCard, b: MyCard) => {
  const [x, y] = [a.dueOn ?? last, b.dueOn ?? last]
  return x < y ? -1 : x > y ? 1 : 0
}
const last = '9999-99-99'
