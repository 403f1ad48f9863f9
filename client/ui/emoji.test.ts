import { describe, expect, test } from 'vitest'
import { findEmoji, loadEmoji } from './emoji-data'
import { emojiColumns, placeAfter, sectionsOf } from './emoji-rows'

const found = async (language: 'en' | 'de', query: string) =>
  findEmoji(await loadEmoji(language), query).map(({ character }) => character)

describe('looking for an emoji', () => {
  test('its own name comes first, then what begins like it', async () => {
    const smiles = await found('en', 'smile')
    expect(smiles[0]).toBe('😄')
    expect(smiles.length).toBeGreaterThan(5)
    expect((await found('en', 'thumbs up'))[0]).toBe('👍️')
    expect((await found('en', '+1'))[0]).toBe('👍️')
    expect((await found('en', 'heart')).slice(0, 40)).toContain('❤️')
  })

  test('in German by German words, without their dots too, and still as :smile:', async () => {
    expect(await found('de', 'daumen hoch')).toContain('👍️')
    expect(await found('de', 'glücklich')).toEqual(await found('de', 'glucklich'))
    expect((await found('de', 'glücklich')).length).toBeGreaterThan(0)
    expect((await found('de', 'smile'))[0]).toBe('😄')
  })

  test('finds nothing for what no emoji is called, or for signs', async () => {
    expect(await found('en', 'zzzz')).toEqual([])
    expect(await found('en', '...')).toEqual([])
  })

  test('without words there are all of them, but no parts of others', async () => {
    const all = await loadEmoji('en')
    expect(findEmoji(all, ' ')).toHaveLength(all.length)
    expect(all.length).toBeGreaterThan(1800)
    expect(all.map(({ character }) => character)).not.toContain('🏻')
  })
})

describe('arrow keys in the grid', () => {
  test('go to the row above or below, also across groups, and stop at the ends', async () => {
    const rows = sectionsOf(await loadEmoji('en'), false).flatMap((section) => section.rows)
    const count = rows.flat().length
    const short = rows.findIndex((row) => row.length < emojiColumns)
    const before = rows.slice(0, short).flat().length
    expect(placeAfter(rows, 0, 'ArrowDown')).toBe(emojiColumns)
    expect(placeAfter(rows, 0, 'ArrowUp')).toBe(0)
    expect(placeAfter(rows, before - 1, 'ArrowDown')).toBe(before + (rows[short]?.length ?? 0) - 1)
    expect(placeAfter(rows, before, 'ArrowUp')).toBe(before - emojiColumns)
    expect(placeAfter(rows, count - 1, 'ArrowRight')).toBe(count - 1)
    expect(placeAfter(rows, count - 1, 'ArrowDown')).toBe(count - 1)
    expect(placeAfter(rows, 3, 'ArrowLeft')).toBe(2)
    expect(placeAfter(rows, 3, 'x')).toBeNull()
  })
})
