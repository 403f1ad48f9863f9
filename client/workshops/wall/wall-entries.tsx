import type { Entry } from '@atelier/shared/workshops/wall-outline'
import type { Beside } from './beside'
import { GroupBlock } from './group-block'
import { neighboursIn } from './neighbours-in'
import { NoteItem } from './note-item'

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
            <NoteItem
              note={entry.note}
              {...(!isRanked && neighboursIn(loose, entry.note))}
              beside={beside}
            />
          )}
        </li>
      ))}
    </ul>
  )
}
