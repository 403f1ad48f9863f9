import type { Label } from '@atelier/shared/boards/label'
import { Chip } from '../ui/badge'

/** The names of labels, each in its own quiet colour. */
export function LabelChips({ labels }: { labels: readonly Label[] }) {
  if (labels.length === 0) return null
  return (
    <ul className="board-labels">
      {labels.map((label) => (
        <li key={label.id} dir="auto">
          <Chip colour={label.colour}>{label.name}</Chip>
        </li>
      ))}
    </ul>
  )
}
