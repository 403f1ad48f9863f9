import type { Wall } from '@atelier/shared/workshops/wall'
import type { Box } from '@atelier/shared/workshops/wall-places'
import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo } from 'react'
import type { WallNode } from './canvas-nodes'
import { linkEnds } from './link-path'

type Props = { links: Wall['links']; nodes: readonly WallNode[] }

/** Lines between notes and groups, above them all. What is connected is said by the notes and in the list. */
export function LinkLayer({ links, nodes }: Props) {
  const boxes = useMemo(() => (links.length > 0 ? boxesOfNodes(nodes) : null), [links, nodes])
  if (!boxes) return null
  return (
    <ViewportPortal>
      <svg className="wall-links" aria-hidden="true">
        <defs>
          <marker
            id="wall-arrow"
            viewBox="0 0 10 10"
            refX="8"
            refY="5"
            markerWidth="9"
            markerHeight="9"
            orient="auto-start-reverse"
            markerUnits="userSpaceOnUse"
          >
            <path d="M1 1 9 5 1 9z" />
          </marker>
        </defs>
        {links.map(({ id, from, to }) => {
          const [a, b] = [boxes.get(from), boxes.get(to)]
          return a && b ? <LinkLine key={id} from={a} to={b} /> : null
        })}
      </svg>
    </ViewportPortal>
  )
}

const LinkLine = memo(
  function LinkLine({ from, to }: { from: Box; to: Box }) {
    const ends = linkEnds(from, to)
    if (!ends) return null
    const { from: a, to: b } = ends
    return <path d={`M${a.x} ${a.y} L${b.x} ${b.y}`} markerEnd="url(#wall-arrow)" />
  },
  (before, after) => sameBox(before.from, after.from) && sameBox(before.to, after.to),
)

const sameBox = (a: Box, b: Box) =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

function boxesOfNodes(nodes: readonly WallNode[]): ReadonlyMap<string, Box> {
  const boxes = new Map<string, Box>()
  for (const { id, parentId, position, width = 0, height = 0 } of nodes) {
    const parent = parentId === undefined ? undefined : boxes.get(parentId)
    const { x, y } = position
    boxes.set(id, { x: x + (parent?.x ?? 0), y: y + (parent?.y ?? 0), width, height })
  }
  return boxes
}
