import type { Entry } from '@atelier/shared/workshops/wall-outline'
import { GroupBlock } from './group-block'
import { type Beside, Placed } from './placed-note'

/** Groups and notes of one place, one below the other. */
export function WallEntries(props: {
  entries: readonly Entry[]
  level: number
  beside?: Beside
  isRanked?: boolean
}) {
  const { entries, level, beside, isRanked = false } = props
  const loose = entries.flatMap((entry) => (entry.kind === 'note' ? [entry.note] : []))
  return (
    <ul className="wall-entries">
      {entries.map((entry) => (
        <li key={entry.id}>
          {entry.kind === 'group' ? (
            <GroupBlock group={entry.group} level={level} beside={beside} />
          ) : (
            <Placed note={entry.note} among={isRanked ? null : loose} beside={beside} />
          )}
        </li>
      ))}
    </ul>
  )
}
