import { describe, expect, it } from 'vitest'
import { languages } from '../people/choices'
import { type Kit, minutesOf, newKit } from './kit'
import { shippedKit, shippedKits } from './shipped-kits'
import type { LocalWords } from './stage'

const wordsOf = ({ title, purpose, stages }: Kit): LocalWords[] => [
  title,
  purpose,
  ...stages.flatMap((stage) => [
    stage.title,
    stage.prompt ?? {},
    ...(stage.rules.topics ?? []).map((topic) => topic.title),
  ]),
]

const keysOf = ({ stages }: Kit) => stages.map(({ key }) => key)

describe('the kits that come with the house', () => {
  it('are three retrospectives and every other kit people look for, each found by its key', () => {
    expect(shippedKits.map(({ key }) => key)).toEqual([
      'start-stop-continue',
      'glad-sad-mad',
      'sailboat',
      'after-action-review',
      'problem-framing',
      'skills-needs',
      'swot',
      'one-two-four-all',
      'crazy-eights',
      'six-hats',
      'lean-coffee',
    ])
    for (const kit of shippedKits) expect(shippedKit(kit.key)).toBe(kit)
    expect(shippedKit('unheard-of')).toBeNull()
  })

  describe.each(shippedKits.map((kit) => [kit.key, kit] as const))('%s', (_, kit) => {
    it('would be taken as a kit of one’s own', () => {
      const { key, version, ...rest } = kit
      expect(newKit.parse(rest)).toEqual(rest)
    })

    it('says everything in every language of the house', () => {
      for (const said of wordsOf(kit)) {
        for (const language of languages) expect(said[language]?.trim()).toBeTruthy()
      }
    })

    it('gives each stage and each topic a key of its own', () => {
      const topics = kit.stages.flatMap(({ rules }) => rules.topics ?? []).map(({ key }) => key)
      expect(new Set(keysOf(kit)).size).toBe(kit.stages.length)
      expect(new Set(topics).size).toBe(topics.length)
    })

    it('shows what was written unseen before anything else is done with it', () => {
      const kinds = kit.stages.map(({ kind }) => kind)
      expect(kinds).toContain('ideate')
      kinds.forEach((kind, at) => {
        const next = kinds.slice(at).find((later) => later !== 'ideate')
        if (kind === 'ideate') expect(next).toBe('reveal')
      })
    })

    it('gives every vote a budget, and never more for one note than in all', () => {
      for (const { kind, rules } of kit.stages) {
        if (kind !== 'vote') continue
        expect(rules.votes).toBeGreaterThan(0)
        expect(rules.votesOnOne).toBeLessThanOrEqual(rules.votes ?? 0)
      }
    })

    it('ends with what everybody takes along, within an hour and a half', () => {
      expect(kit.stages.at(-1)?.kind).toBe('close')
      expect(kit.stages.map(({ kind }) => kind)).toContain('actions')
      expect(minutesOf(kit)).toBeGreaterThan(0)
      expect(minutesOf(kit)).toBeLessThanOrEqual(90)
    })
  })
})
