import { expect, test } from 'vitest'
import { historyTurns } from './history-turns'

function stage(most: number) {
  const turns = historyTurns(most)
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const ask = (person: string, what: string) =>
    turns(person, () => {
      begun.push(what)
      return new Promise<string>((resolve) => ends.set(what, () => resolve(what)))
    })
  return { begun, ask, end: (what: string) => ends.get(what)?.() }
}

test('of one person one history is told at a time, and another’s meanwhile', async () => {
  const { begun, ask, end } = stage(2)
  const first = ask('ada', 'ada 1')
  const second = ask('ada', 'ada 2')
  const third = ask('ada', 'ada 3')
  await expect(ask('ada', 'ada 4')).rejects.toMatchObject({ code: 'too-many' })
  const hers = ask('ben', 'ben 1')
  await expect.poll(() => begun).toEqual(['ada 1', 'ben 1'])
  end('ben 1')
  expect(await hers).toBe('ben 1')
  const again = ask('ben', 'ben 2')
  await expect.poll(() => begun).toEqual(['ada 1', 'ben 1', 'ben 2'])
  end('ada 1')
  expect(await first).toBe('ada 1')
  await expect.poll(() => begun).toContain('ada 2')
  end('ada 2')
  expect(await second).toBe('ada 2')
  await expect.poll(() => begun).toContain('ada 3')
  end('ada 3')
  end('ben 2')
  expect([await third, await again]).toEqual(['ada 3', 'ben 2'])
})

test('of many people no more logs are in memory than allowed, and everybody has their turn', async () => {
  const { begun, ask, end } = stage(2)
  const all = ['ada', 'ben', 'cem', 'dora'].map((person) => ask(person, person))
  await expect.poll(() => begun).toEqual(['ada', 'ben'])
  end('ben')
  await expect.poll(() => begun).toEqual(['ada', 'ben', 'cem'])
  end('cem')
  await expect.poll(() => begun).toEqual(['ada', 'ben', 'cem', 'dora'])
  end('ada')
  end('dora')
  expect(await Promise.all(all)).toEqual(['ada', 'ben', 'cem', 'dora'])
})
