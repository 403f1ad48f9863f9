import type { Stage, Topic } from '@atelier/shared/workshops/stage'

/** What stands behind the notes of a wall: the topics of this stage, else of the last one before it that has any. */
export function topicsBehind(stages: readonly Stage[], stage: Stage): readonly Topic[] {
  const upTo = stages.slice(0, stages.findIndex(({ id }) => id === stage.id) + 1)
  return upTo.reverse().find(({ rules }) => rules.topics?.length)?.rules.topics ?? noTopics
}

const noTopics: readonly Topic[] = []
