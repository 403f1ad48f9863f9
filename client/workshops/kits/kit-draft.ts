/** A kit while it is written: steps in an order, words in one language at a time. Nothing here changes what it is given. */
import type { NewKit } from '@atelier/shared/workshops/kit'
import { noteColours } from '@atelier/shared/workshops/note-colours'
import {
  defaultVotes,
  type LocalWords,
  type NewStage,
  type StageKind,
} from '@atelier/shared/workshops/stage'

export type KitWords = Pick<NewKit, 'title' | 'purpose' | 'stages'>

export const say = (said: LocalWords | undefined, language: string, text: string): LocalWords => ({
  ...said,
  [language]: text,
})

/** A key that no step has yet; it stays the same however the step is called. */
function freeKey(kind: StageKind, stages: readonly NewStage[]): string {
  const taken = new Set(stages.map(({ key }) => key))
  for (let nth = 1; ; nth++) {
    const key = nth === 1 ? kind : `${kind}-${nth}`
    if (!taken.has(key)) return key
  }
}

export const newStage = (
  kind: StageKind,
  stages: readonly NewStage[],
  title: LocalWords,
): NewStage => ({
  ...{ key: freeKey(kind, stages), kind, title, minutes: 5 },
  rules: kind === 'vote' ? { votes: defaultVotes } : {},
})

export function moved(stages: readonly NewStage[], from: number, to: number): NewStage[] {
  const rest = stages.filter((_, at) => at !== from)
  return [...rest.slice(0, to), ...stages.slice(from, from + 1), ...rest.slice(to)]
}

/** Headings one a line: the nth line is the nth topic, which keeps its key and colour. */
export function withTopics(stage: NewStage, lines: string, language: string): NewStage {
  const before = stage.rules.topics ?? []
  const titles = lines.split('\n').slice(0, 8)
  const topics = titles.map((title, at) => ({
    key: before[at]?.key ?? `${stage.key}-${at + 1}`.slice(-40),
    colour: before[at]?.colour ?? noteColours[at % noteColours.length] ?? 'yellow',
    title: say(before[at]?.title, language, title.slice(0, 80)),
  }))
  const { topics: _, ...rules } = stage.rules
  return { ...stage, rules: lines === '' ? rules : { ...rules, topics } }
}

export const topicLines = ({ rules }: NewStage, language: keyof LocalWords): string =>
  (rules.topics ?? []).map(({ title }) => title[language] ?? '').join('\n')

const isSaid = (said: LocalWords | undefined) =>
  Object.values(said ?? {}).some((text) => text.trim() !== '')

/** What is written unseen in a step and never comes onto the wall; null where all of it does. */
export const neverRevealed = (stages: readonly NewStage[]): NewStage | null =>
  stages.find(
    ({ kind }, at) =>
      kind === 'ideate' && !stages.slice(at + 1).some((later) => later.kind === 'reveal'),
  ) ?? null

/** As it is sent: without prompts and headings that say nothing. */
export const withoutBlanks = ({ title, purpose, stages }: KitWords): KitWords => ({
  title,
  purpose,
  stages: stages.map(({ prompt, ...stage }) => {
    const { topics, ...rules } = stage.rules
    const said = topics?.filter((topic) => isSaid(topic.title)) ?? []
    return {
      ...stage,
      ...(prompt && isSaid(prompt) && { prompt }),
      rules: said.length > 0 ? { ...rules, topics: said } : rules,
    }
  }),
})

/** Whether each step, and the kit, has a name in some language. */
export const isNamed = ({ title, purpose, stages }: KitWords): boolean =>
  [title, purpose, ...stages.map((stage) => stage.title)].every(isSaid) && stages.length > 0
