import { ListLayout } from 'react-aria-components'

type FromPoint = ListLayout<unknown>['getDropTargetFromPoint']

/**
 * The rows of one list of cards: only those in view are in the document, at their measured
 * heights; the others are taken to be as high as a plain card.
 */
export class CardListLayout extends ListLayout<unknown> {
  constructor() {
    super({ estimatedRowSize: 62, gap: 8, padding: 8, dropIndicatorThickness: 3 })
  }

  /** Beside the cards, in the list's padding, counts as where the pointer is in height. */
  override getDropTargetFromPoint(...[x, y, isValid]: Parameters<FromPoint>) {
    const width = this.virtualizer?.size.width ?? 0
    const inside = Math.max(this.padding, Math.min(x, width - this.padding - 1))
    return super.getDropTargetFromPoint(inside, y, isValid)
  }
}

const layouts = new WeakMap<Element, CardListLayout>()

/** For a list's `ref`: from then on `revealIn` knows it. */
export const keepLayout = (list: Element, layout: CardListLayout) => void layouts.set(list, layout)

/** Scrolls a card into the document if it is one of this list's. Answers whether it is. */
export function revealIn(list: Element, id: string): boolean {
  const layout = layouts.get(list)
  if (!layout?.virtualizer?.collection.getItem(id)) return false
  const place = layout.getLayoutInfo(id)?.rect
  if (!place) return false
  if (list.closest('[data-lane]')) return revealInBoard(list, place)
  const { scrollTop, clientHeight } = list
  const isAbove = place.y < scrollTop
  if (!isAbove && place.maxY <= scrollTop + clientHeight) return true
  list.scrollTop = isAbove ? place.y : place.maxY - clientHeight
  // Rows are drawn when the list hears that it was scrolled: now, and not with the next frame.
  list.dispatchEvent(new Event('scroll'))
  return true
}

/** Column headers and the lane's name stay above what scrolls. */
const headPixels = 88

/** In lanes, lists are as high as they are: the board around them scrolls. */
function revealInBoard(list: Element, place: { y: number; maxY: number }): boolean {
  const board = list.closest('.board-columns')
  if (!board) return false
  const { top, bottom } = board.getBoundingClientRect()
  const { top: start } = list.getBoundingClientRect()
  const above = Math.max(0, top + headPixels - (start + place.y))
  const below = Math.max(0, start + place.maxY - bottom)
  board.scrollTop += above > 0 ? -above : below
  board.dispatchEvent(new Event('scroll'))
  return true
}
