import { readFileSync } from 'node:fs'
import { noteColours } from '@atelier/shared/workshops/note-colours'
import { describe, expect, test } from 'vitest'

const read = (path: string) => readFileSync(new URL(path, import.meta.url), 'utf8')
const pairs = new Map(
  [
    ...`${read('../../ui/tokens.css')}${read('./note-colours.css')}`.matchAll(
      /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g,
    ),
  ].map(([, name, light, dark]) => [name, { light, dark }] as const),
)

type Theme = 'light' | 'dark'
const luminance = (colour: string): number => {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
const contrast = (one: string, other: string, theme: Theme): number => {
  const colours = [one, other].map((name) => pairs.get(name)?.[theme] ?? `no token ${name}`)
  const [bright = 0, dim = 0] = colours.map(luminance).sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(noteColours)('words are read on a %s note', (colour) => {
    for (const ink of ['color-ink', 'color-ink-soft', `note-${colour}-ink`])
      expect(contrast(ink, `note-${colour}`, theme), ink).toBeGreaterThanOrEqual(4.5)
  })
  test.each(noteColours)('every ink is seen in a drawing on a %s note', (colour) => {
    for (const ink of noteColours)
      expect(contrast(`note-${ink}-ink`, `note-${colour}`, theme), ink).toBeGreaterThanOrEqual(3)
  })
  test.each(noteColours)('a %s swatch and what is focused are seen on their ground', (colour) => {
    for (const ground of [`note-${colour}`, 'color-raised', 'color-canvas'])
      expect(contrast(`note-${colour}-ink`, ground, theme), ground).toBeGreaterThanOrEqual(3)
    expect(contrast('color-focus', `note-${colour}`, theme)).toBeGreaterThanOrEqual(3)
  })
})
