/** Printed lines in which something runs from right to left: pdfmake lays all out from the left. */
import { createRequire } from 'node:module'
import { rightToLeft } from './pdf-runs'

type Inline = {
  text: string
  x: number
  width: number
  level?: number
  leadingCut?: number
  trailingCut?: number
}
/** Header rows are drawn again on every page. */
type Line = { inlines: Inline[]; isPlaced?: boolean }
type Renderer = { prototype: { renderLine(line: Line, x: number, y: number): void } }

/** Once a process: its prototype is taught. */
export function teachBidi(): void {
  const { default: renderer } = createRequire(import.meta.url)('pdfmake/js/Renderer') as {
    default: Renderer
  }
  const drawAsItIs = renderer.prototype.renderLine
  renderer.prototype.renderLine = function renderLine(line, x, y) {
    if (!line.isPlaced && line.inlines.some(({ level = 0 }) => level > 0)) placeInlines(line)
    drawAsItIs.call(this, line, x, y)
  }
}

const isTurned = ({ level = 0 }: Inline) => level % 2 === 1

function placeInlines(line: Line): void {
  const [first] = line.inlines
  const visual = inVisualOrder(line.inlines)
  // The space that ends the line is not seen; turned around it stands first.
  const [leftmost] = visual
  let x =
    leftmost && isTurned(leftmost) && leftmost !== first
      ? -(leftmost.trailingCut ?? 0)
      : -(leftmost?.leadingCut ?? 0)
  for (const inline of visual) {
    inline.x = x
    x += inline.width
    // Fonts turn around what is of their letters: words as they should, and Arabic digits as well.
    if (isTurned(inline) !== rightToLeft.test(inline.text))
      inline.text = [...inline.text].reverse().join('')
  }
  line.inlines = visual
  line.isPlaced = true
}

/** From the highest level down, what is at least so high is turned around (UAX 9, L2). */
export function inVisualOrder<T extends { level?: number }>(inlines: readonly T[]): T[] {
  const order = [...inlines]
  const levels = order.map(({ level = 0 }) => level)
  for (let level = Math.max(0, ...levels); level > 0; level--) {
    for (let from = 0; from < order.length; from++) {
      if ((order[from]?.level ?? 0) < level) continue
      let to = from
      while (to < order.length && (order[to]?.level ?? 0) >= level) to++
      order.splice(from, to - from, ...order.slice(from, to).reverse())
      from = to
    }
  }
  return order
}
