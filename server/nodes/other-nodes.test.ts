import { expect, test } from 'vitest'
import { TestClock } from '../testing/test-clock'
import { OtherNodes } from './other-nodes'

test('[S5] a node that falls silent is told from one that says goodbye: it may have left a change of rights untold', async () => {
  const clock = new TestClock()
  const gone: string[] = []
  const others = new OtherNodes({
    clock,
    beat: () => others.heard('alive'),
    onGone: (node, how) => gone.push(`${node}: ${how}`),
  })
  for (const node of ['alive', 'polite', 'dead']) others.heard(node)
  others.left('polite')
  others.left('polite')
  expect(gone).toEqual(['polite: goodbye'])
  await clock.advance(20_000)
  expect(gone).toEqual(['polite: goodbye', 'dead: silence'])
})
