/** The board in lanes as it is on screen, for whoever goes from card to card: not all of it is in the document. */
type ShownCell = { id: string; cards: readonly { id: string }[] }
export type ShownLane = { id: string; cells: readonly ShownCell[] }

export type LanesShown = {
  /** Open lanes in order, each with its columns. */
  read(): readonly ShownLane[]
  /** Opens a lane and puts it into the document, now. */
  draw(lane: string): void
}

const kept = new WeakMap<Element, LanesShown>()

export const keepLanes = (element: Element, lanes: LanesShown): void =>
  void kept.set(element, lanes)

function lanesShown(): LanesShown | null {
  const element = document.querySelector('.board-lanes')
  return (element && kept.get(element)) ?? null
}

/** The columns around a part of the screen: those of its lane, or of the board where that has none. */
export function columnsAround<T extends ShownCell>(
  lane: string | null,
  columns: readonly T[],
): readonly ShownCell[] {
  const found =
    lane === null
      ? null
      : lanesShown()
          ?.read()
          .find(({ id }) => id === lane)
  return found?.cells ?? columns
}

/** Makes sure that a lane with the card is drawn, `wished` if it can be. Answers which; null without lanes. */
export function drawLaneOf(card: string, wished: string | null): string | null {
  const lanes = lanesShown()
  if (!lanes) return null
  const all = lanes.read()
  const holds = ({ cells }: ShownLane) =>
    cells.some(({ cards }) => cards.some(({ id }) => id === card))
  const lane = all.find(({ id }) => id === wished) ?? null
  const found = wished !== null && (!lane || holds(lane)) ? wished : all.find(holds)?.id
  if (found === undefined) return null
  lanes.draw(found)
  return found
}

/** The same column in the lane above or below that has cards there. */
export function cellBeyond(
  lane: string,
  column: string,
  side: -1 | 1,
): { lane: string; cell: ShownCell } | null {
  const all = lanesShown()?.read() ?? []
  const at = all.findIndex(({ id }) => id === lane)
  for (let next = at + side; at >= 0 && all[next]; next += side) {
    const cell = all[next]?.cells.find(({ id }) => id === column)
    if (cell && cell.cards.length > 0) return { lane: all[next]?.id ?? '', cell }
  }
  return null
}

/** The lane above or below. */
export function laneBeyond(lane: string, side: -1 | 1): ShownLane | null {
  const all = lanesShown()?.read() ?? []
  const at = all.findIndex(({ id }) => id === lane)
  return (at >= 0 && all[at + side]) || null
}
