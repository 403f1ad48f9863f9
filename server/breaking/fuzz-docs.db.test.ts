import '../testing/seeded-ids'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playScene } from './docs-play'
import { type DocStage, openDocStage } from './docs-stage'

let stage: DocStage
beforeAll(async () => {
  stage = await openDocStage()
})
afterAll(() => stage.close())

async function play(seed: number, steps = 50): Promise<string[]> {
  const story: string[] = []
  await playScene({ stage, seed, steps, story })
  return story
}

describe('whatever three people write, suggest, say and restore in a doc', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'they end with the same one, and nothing is lost (seed %d)',
    async (seed) => void (await play(seed)),
  )

  test('a seed says everything', async () => {
    expect(await play(9)).toEqual(await play(9))
  })
})
