import { type Topic, wordsIn } from '@atelier/shared/workshops/stage'
import type { Wall } from '@atelier/shared/workshops/wall'
import { type Box, bandOf, boxesOf, gridStep } from '@atelier/shared/workshops/wall-places'
import { noteGap } from '@atelier/shared/workshops/wall-shape'
import { ViewportPortal } from '@xyflow/react'
import { memo, useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { noteColourStyle } from '../wall/note-colour'

const headHeight = 64
const leastRows = 4

/** Quiet columns behind the notes, one for each question they answer. */
export const TopicColumns = memo(function TopicColumns({
  topics,
  wall,
}: {
  topics: readonly Topic[]
  wall: Wall
}) {
  const { i18n } = useTranslation()
  const bottom = useMemo(
    () =>
      Math.max(leastRows * gridStep, ...boxesOf(wall).map(({ y, height }) => y + height + noteGap)),
    [wall],
  )
  return (
    <ViewportPortal>
      {topics.map((topic) => {
        const { from, columns } = bandOf(topics, topic.key)
        const place = {
          transform: `translate(${from * gridStep - noteGap}px, ${-headHeight - noteGap}px)`,
          width: columns * gridStep + noteGap,
          height: bottom + headHeight + noteGap,
        }
        return (
          <div
            key={topic.key}
            className="wall-topic"
            style={{ ...noteColourStyle(topic.colour), ...place }}
          >
            <h3 dir="auto">{wordsIn(topic.title, i18n.language)}</h3>
          </div>
        )
      })}
    </ViewportPortal>
  )
})

/** Of a column without a note, its heading included. */
export function columnBox(topics: readonly Topic[], key: string): Box {
  const { from, columns } = bandOf(topics, key)
  return {
    x: from * gridStep - noteGap,
    y: -headHeight - noteGap,
    width: columns * gridStep + noteGap,
    height: leastRows * gridStep + headHeight + noteGap,
  }
}

/** The topic in whose column a place is; null beside all of them. */
export function topicAt(topics: readonly Topic[], x: number): Topic | null {
  return (
    topics.find(({ key }) => {
      const { from, columns } = bandOf(topics, key)
      return x >= from * gridStep - noteGap && x <= (from + columns) * gridStep
    }) ?? null
  )
}
