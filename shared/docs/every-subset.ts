/** Whether a block may hold any mixture of what it held and what it will hold. */
import type { ContentMatch, Node, NodeType } from '@tiptap/pm/model'

/** What stands in one place of the old content, or of the new: whichever is chosen. */
export type Choice = readonly [NodeType[], NodeType[]]

/** True when `type` can hold every row of blocks that these choices, in their order, allow. */
export function holdsEveryMixture(type: NodeType, choices: readonly Choice[]): boolean {
  let states = new Set<ContentMatch>([type.contentMatch])
  for (const choice of choices) {
    const next = new Set<ContentMatch>()
    for (const state of states) {
      for (const types of choice) {
        const after = matched(state, types)
        if (!after) return false
        next.add(after)
      }
    }
    states = next
  }
  return [...states].every((state) => state.validEnd)
}

function matched(state: ContentMatch, types: NodeType[]): ContentMatch | null {
  let after: ContentMatch | null = state
  for (const type of types) after = after?.matchType(type) ?? null
  return after
}

/** True when `type` can hold any of the inline content of these blocks, in any order and number. */
export function holdsInlineOf(type: NodeType, blocks: readonly Node[]): boolean {
  const start = type.contentMatch
  return blocks.every((block) =>
    block.content.content.every(
      (inline) => start.matchType(inline.type) === start && type.allowsMarks(inline.marks),
    ),
  )
}
