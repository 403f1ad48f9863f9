/**
 * What people want to learn by doing a card, and what they learned. Outcomes and search read it
 * from here, too. Everybody has a goal and a note of their own: two who write at the same moment, offline,
 * never write over each other; neither does one person at two devices, whose words then stand below each
 * other. Edits: learning-edits.ts.
 */
import { gather } from '../basics/gather'
import type { Parts } from './board-shape'
import { asText, readText } from './plain-values'

/** `helpers`: who offered, or was asked, to help; person ids. */
export type LearningGoal = { person: string; text: string; helpers: readonly string[] }
export type LearnedNote = { person: string; text: string }

export type Learning = {
  /** By person id, as are all lists here; those without a word are left out, unless they have helpers. */
  goals: readonly LearningGoal[]
  learned: readonly LearnedNote[]
  /** Who is asked what they learned and has not said so yet. */
  asked: readonly string[]
}

export const noLearning: Learning = { goals: [], learned: [], asked: [] }

export function readLearning(card: Parts): Learning {
  const of = (kind: string) => card.get(kind) ?? []
  const helpers = new Map<string, string[]>()
  for (const [pair, value] of of('helper')) {
    const [learner = '', helper = ''] = pair.split(':')
    if (value !== true || helper === '') continue
    gather(helpers, learner, helper)
  }
  const texts = wordsByPerson(of('goal'))
  const learners = [...new Set([...texts.keys(), ...helpers.keys()])].sort()
  const goals = learners.map((person) => ({
    person,
    text: texts.get(person) ?? '',
    helpers: helpers.get(person) ?? [],
  }))
  const learned = wordsByPerson(of('learned'))
  const said = [...learned].map(([person, text]) => ({ person, text })).filter(hasWords)
  const hasSaid = new Set(said.map(({ person }) => person))
  const asked = of('asked').flatMap(([person, at]) =>
    asText(at) !== '' && !hasSaid.has(person) ? [person] : [],
  )
  const shown = goals.filter((goal) => hasWords(goal) || goal.helpers.length > 0)
  if (shown.length + said.length + asked.length === 0) return noLearning
  return { goals: shown, learned: said, asked }
}

/** By `<person>:<id>`, in the order of the ids. */
function wordsByPerson(texts: readonly [string, unknown][]): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of texts) {
    const [person = ''] = key.split(':')
    const words = readText(value)
    const before = found.get(person) ?? ''
    const isFirst = before.trim() === '' || words.trim() === ''
    found.set(person, isFirst ? before + words : `${before}\n${words}`)
  }
  return found
}

/** Who wants to learn, and who would help. */
export const learnersOn = ({ learning }: { learning: Learning }): string[] => [
  ...new Set(learning.goals.flatMap(({ person, helpers }) => [person, ...helpers])),
]

const hasWords = ({ text }: { text: string }) => text.trim() !== ''
