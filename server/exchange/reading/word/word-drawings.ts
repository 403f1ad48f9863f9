/** Pictures, text boxes and alternatives in Word’s paragraphs, as mammoth can read them. */
import type { Element, ElementContent } from 'xast'
import { at, attributeOf, below, childNamed, childrenNamed, isNamed, made, text } from '../xml'
import { noteRun } from './word-notes'

/** English metric units in a pixel. */
const perPixel = 9525

/** `lost` hears what is nothing here: charts, diagrams. `boxes` reads what stands in a text box. */
export function asDrawn(
  parent: Element,
  lost: (name: string) => void,
  boxes: (content: Element) => void,
): void {
  parent.children = parent.children.flatMap((child): ElementContent[] => {
    if (child.type !== 'element') return [child]
    if (child.name === 'mc:AlternateContent') return alternative(child, lost, boxes)
    if (child.name === 'w:txbxContent') {
      boxes(child)
      return [child]
    }
    if (child.name === 'w:r') return runs(child, lost, boxes)
    asDrawn(child, lost, boxes)
    return [child]
  })
}

type Lost = Parameters<typeof asDrawn>[1]
type Boxes = Parameters<typeof asDrawn>[2]

/** What older programs show is what mammoth reads; without that, the words of the newer. */
function alternative(element: Element, lost: Lost, boxes: Boxes): ElementContent[] {
  const fallback = childNamed(element, 'mc:Fallback')
  const chosen =
    fallback && fallback.children.length > 0 ? fallback : childNamed(element, 'mc:Choice')
  if (!chosen) return []
  const content = below(chosen, 'w:txbxContent')
  if (chosen === fallback || content.length === 0) {
    asDrawn(chosen, lost, boxes)
    return chosen.children
  }
  content.forEach(boxes)
  return [made('w:pict', {}, content)]
}

function runs(run: Element, lost: Lost, boxes: Boxes): ElementContent[] {
  asDrawn(run, lost, boxes)
  const drawings = childrenNamed(run, 'w:drawing')
  const links = drawings.flatMap(linkOf)
  const notes = drawings.flatMap((drawing) => {
    if (below(drawing, 'a:blip').length > 0) return isElsewhere(drawing) ? [] : sizeOf(drawing)
    const content = below(drawing, 'w:txbxContent')
    drawing.children = content
    if (content.length === 0) lost(nameOf(drawing))
    else content.forEach(boxes)
    return []
  })
  // A note in the run itself would lose its style.
  return [...notes, run, ...links]
}

const nameOf = (drawing: Element): string => {
  const properties = below(drawing, 'wp:docPr')[0]
  return attributeOf(properties, 'name') || attributeOf(properties, 'descr') || 'drawing'
}

function sizeOf(drawing: Element): Element[] {
  const [frame] = drawing.children.filter(
    (child): child is Element => isNamed(child, 'wp:inline') || isNamed(child, 'wp:anchor'),
  )
  const width = Math.round(Number(attributeOf(at(frame, 'wp:extent'), 'cx')) / perPixel)
  return width > 0 ? [noteRun({ width })] : []
}

/** A picture that lies elsewhere is not fetched: what leads to it stands in its place. */
function linkOf(drawing: Element): Element[] {
  const id = attributeOf(below(drawing, 'a:blip')[0], 'r:link')
  if (id === undefined || !isElsewhere(drawing)) return []
  const words = attributeOf(below(drawing, 'wp:docPr')[0], 'descr') || nameOf(drawing)
  return [made('w:hyperlink', { 'r:id': id }, [made('w:r', {}, [made('w:t', {}, [text(words)])])])]
}

const isElsewhere = (drawing: Element): boolean => {
  const [blip] = below(drawing, 'a:blip')
  return attributeOf(blip, 'r:link') !== undefined && attributeOf(blip, 'r:embed') === undefined
}
