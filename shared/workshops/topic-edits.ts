import type * as Y from 'yjs'
import type { Topic } from './stage'
import { changeEach, setOrDelete } from './wall-change-edits'
import type { Spot } from './wall-shape'

/** Where notes belong, with the colour of it; `null` to none. Those in no group go to a spot of their own, if given. */
export const moveToTopic = (
  doc: Y.Doc,
  ids: readonly string[],
  topic: Pick<Topic, 'key' | 'colour'> | null,
  spots: Readonly<Record<string, Spot>> = {},
): number =>
  changeEach(doc, 'notes', ids, (note, id) => {
    setOrDelete(note, 'topic', topic?.key ?? null)
    if (topic) setOrDelete(note, 'colour', topic.colour)
    const spot = spots[id]
    if (spot && !note.has('group')) note.set('spot', spot)
  })
