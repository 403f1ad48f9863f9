import { expect, test } from 'vitest'
import { exchangeTurns } from './exchange-turns'

function work() {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const piece = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve) => ends.set(name, () => resolve(name)))
  }
  return { begun, piece, end: (name: string) => ends.get(name)?.() }
}

test('one person has one of the places of all, and waits with the rest', async () => {
  const { begun, piece, end } = work()
  const turns = exchangeTurns(3, 2)
  const ada = ['ada 1', 'ada 2', 'ada 3'].map((name) => turns('ada', piece(name)))
  const ben = turns('ben', piece('ben 1'))
  await expect.poll(() => begun).toEqual(['ada 1', 'ben 1'])
  await expect(turns('ada', piece('ada 4'))).rejects.toMatchObject({ code: 'too-many' })
  end('ada 1')
  expect(await ada[0]).toBe('ada 1')
  await expect.poll(() => begun).toEqual(['ada 1', 'ben 1', 'ada 2'])
  end('ben 1')
  expect(await ben).toBe('ben 1')
})

test('what fails keeps nobody waiting', async () => {
  const turns = exchangeTurns(2, 1)
  const failing = turns('ada', () => Promise.reject(new Error('broken')))
  const next = turns('ada', async () => 'next')
  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('next')
})

test('too long a row is refused at its end', async () => {
  const { begun, piece } = work()
  const turns = exchangeTurns(2, 1, 1)
  void turns('ada', piece('ada'))
  await expect.poll(() => begun).toEqual(['ada'])
  void turns('ben', piece('ben'))
  await Promise.resolve()
  await Promise.resolve()
  await expect(turns('cem', piece('cem'))).rejects.toMatchObject({ code: 'unavailable' })
})
