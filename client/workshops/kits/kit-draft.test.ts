import { newKit } from '@atelier/shared/workshops/kit'
import { startStopContinue } from '@atelier/shared/workshops/kits/retrospectives'
import { describe, expect, it } from 'vitest'
import {
  isNamed,
  moved,
  neverRevealed,
  newStage,
  topicLines,
  withoutBlanks,
  withTopics,
} from './kit-draft'

const { title, purpose, stages } = startStopContinue
const keys = (all: typeof stages) => all.map(({ key }) => key)
const ideate =
  stages.find(({ kind }) => kind === 'ideate') ?? newStage('ideate', [], { en: 'Write' })

describe('a kit while it is written', () => {
  it('has a step more, whose key no other has', () => {
    const more = [...stages, newStage('vote', stages, { en: 'Again' })]
    expect(keys(more).at(-1)).toBe('vote-2')
    expect(newKit.safeParse({ title, purpose, stages: more }).success).toBe(true)
  })

  it('has a step moved to another place, and no other', () => {
    const [first = '', second = '', ...rest] = keys(stages)
    expect(keys(moved(stages, 0, 1))).toEqual([second, first, ...rest])
    expect(keys(moved(stages, 1, 0))).toEqual([second, first, ...rest])
  })

  it('keeps the key and the other languages of a heading that is called differently', () => {
    const renamed = withTopics(ideate, 'Begin\nStop\nContinue\nDream', 'en')
    expect(topicLines(renamed, 'en')).toBe('Begin\nStop\nContinue\nDream')
    expect(renamed.rules.topics?.[0]).toMatchObject({ key: 'start', title: { de: 'Anfangen' } })
    expect(renamed.rules.topics).toHaveLength(4)
    expect(withTopics(ideate, '', 'en').rules.topics).toBeUndefined()
  })

  it('says which notes would never be seen', () => {
    expect(neverRevealed(stages)).toBeNull()
    const unseen = stages.filter(({ kind }) => kind !== 'reveal')
    expect(neverRevealed(unseen)?.key).toBe('ideate')
  })

  it('is sent without prompts and headings that say nothing', () => {
    const blank = { ...withTopics(ideate, ' ', 'en'), prompt: { en: ' ', de: '' } }
    const [first] = withoutBlanks({
      ...{ title, purpose },
      stages: [
        { ...blank, rules: { topics: [{ ...blank.rules.topics?.[0], title: {} }] as never } },
      ],
    }).stages
    expect(first?.prompt).toBeUndefined()
    expect(first?.rules.topics).toBeUndefined()
  })

  it('has a name, a purpose and steps with names before it is sent', () => {
    expect(isNamed({ title, purpose, stages })).toBe(true)
    expect(isNamed({ title: { en: ' ' }, purpose, stages })).toBe(false)
    expect(isNamed({ title, purpose, stages: [] })).toBe(false)
  })
})
