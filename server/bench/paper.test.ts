import { describe, expect, it } from 'vitest'
import { inventPaper, type Patch, textOf } from './paper'

describe('a paper', () => {
  it('is invented the same way from the same seed', () => {
    expect(inventPaper(500, 3)).toEqual(inventPaper(500, 3))
    expect(inventPaper(500, 3).text).not.toBe(inventPaper(500, 4).text)
  })

  it('says what its patches say, one after the other', () => {
    const { patches, text } = inventPaper(9000, 5)
    const slowly = patches.reduce(
      (written, [at, deleted, inserted]) =>
        written.slice(0, at) + inserted + written.slice(at + deleted),
      '',
    )
    expect(text).toBe(slowly)
  })

  it('may delete across what was written far apart', () => {
    const typed = Array.from({ length: 5000 }, (_, at): Patch => [at, 0, at % 2 ? 'a' : 'b'])
    expect(textOf([...typed, [1, 4998, 'x']])).toBe('bxa')
  })
})
