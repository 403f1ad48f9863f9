/** Which keys of a card go along when it is on its way to another board. */

/** What belongs to a board and not to the card. */
const ofItsBoard = [
  'place',
  'archived',
  'template',
  'movedTo',
  'leftAs',
  'cameFrom',
  'labels',
  'assignee',
]
const linkKeys = ['partOf', 'duplicates']

export const kindOf = (key: string) => key.split(':')[0] ?? ''

/** Whose goal it is, or who wants to learn and who would help. */
export function learnersIn(key: string): string[] {
  const [kind, first = '', second = ''] = key.split(':')
  if (kind === 'goal') return [first]
  return kind === 'helper' ? [first, second] : []
}

/** Without whom it means nothing: whose card it is, and those who learn by it. */
export const peopleIn = (key: string): string[] =>
  kindOf(key) === 'assignee' ? [key.slice('assignee:'.length)] : learnersIn(key)

/** What a copy does not have. */
export const isOfOneCard = (key: string) =>
  key === 'createdAt' || key === 'createdBy' || ['learned', 'asked'].includes(kindOf(key))

export const isOfBoard = (key: string) =>
  ofItsBoard.includes(key) || linkKeys.includes(key) || kindOf(key) === 'blocks'
