/** An export of Trello as large ones are: one action in four is a comment, the others tell of moves. */
export function largeTrello({ cards, actions }: { cards: number; actions: number }): string {
  const id = (nth: number) => `5f4e3d2c${String(nth).padStart(16, '0')}`
  const member = (nth: number) => ({ id: `m${nth % 40}`, fullName: `Member ${nth % 40}` })
  return JSON.stringify({
    name: 'Large',
    lists: Array.from({ length: 12 }, (_, nth) => ({
      id: `l${nth}`,
      name: `List ${nth}`,
      pos: nth,
    })),
    labels: Array.from({ length: 30 }, (_, nth) => ({
      id: `t${nth}`,
      name: `T ${nth}`,
      color: 'red',
    })),
    members: Array.from({ length: 40 }, (_, nth) => member(nth)),
    cards: Array.from({ length: cards }, (_, nth) => ({
      ...{ id: id(nth), idList: `l${nth % 12}`, pos: nth, name: `Card ${nth}` },
      ...{ desc: `What is to be done, **${nth}**`, idMembers: [`m${nth % 40}`] },
      ...{ idLabels: [`t${nth % 30}`], closed: nth % 10 === 9 },
      due: nth % 3 === 0 ? '2026-12-01T14:30:00.000Z' : null,
    })),
    checklists: Array.from({ length: Math.floor(cards / 5) }, (_, nth) => ({
      ...{ idCard: id(nth * 5), name: 'Before' },
      checkItems: ['One', 'Two', 'Three'].map((name) => ({ name, state: 'complete' })),
    })),
    actions: Array.from({ length: actions }, (_, nth) => ({
      type: nth % 4 === 0 ? 'commentCard' : 'updateCard',
      date: new Date(Date.UTC(2026, 0, 1) + nth * 60_000).toISOString(),
      data: { card: { id: id(nth % cards) }, text: `Said ${nth}` },
      memberCreator: member(nth),
    })),
  })
}
