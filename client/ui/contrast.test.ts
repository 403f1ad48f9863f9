import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { paletteNames } from './palette'

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8')
const pairs = new Map(
  [...css.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{3,8}), (#[0-9a-f]{3,8})\)/g)].map(
    ([, name, light, dark]) => [name, { light, dark }] as const,
  ),
)

type Theme = 'light' | 'dark'
const hex = (name: string, theme: Theme): string => {
  const value = pairs.get(name)?.[theme]
  if (!value) throw new Error(`no token ${name}`)
  return value
}
const luminance = (colour: string): number => {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4
  }
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5)
}
const contrast = (one: string, other: string): number => {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (bright + 0.05) / (dim + 0.05)
}

const surfaces = ['sunken', 'canvas', 'raised', 'hover'].map((name) => `color-${name}`)
const words = ['ink', 'ink-soft', 'ink-faint', 'accent', 'danger', 'warning'].map(
  (name) => `color-${name}`,
)
const readable: [string, string][] = [
  ...words.flatMap((word) => surfaces.map((surface): [string, string] => [word, surface])),
  ['color-ink', 'color-pressed'],
  ['color-on-accent', 'color-accent'],
  ['color-on-accent', 'color-accent-hover'],
  ['color-accent', 'color-accent-soft'],
  ['color-ink', 'color-accent-soft'],
  ['color-danger', 'color-danger-soft'],
  ['color-warning', 'color-warning-soft'],
  ['color-canvas', 'color-danger'],
  ['color-on-inverse', 'color-inverse'],
  ...paletteNames.flatMap((name): [string, string][] => [
    [`person-${name}`, `person-${name}-tint`],
    [`person-${name}`, 'color-canvas'],
    [`person-${name}`, 'color-sunken'],
  ]),
]
const drawn: [string, string][] = ['color-canvas', 'color-raised', 'color-sunken'].flatMap(
  (surface): [string, string][] => [
    ['color-line-strong', surface],
    ['color-focus', surface],
  ],
)

describe.each(['light', 'dark'] as const)('in the %s theme', (theme) => {
  test.each(readable)('%s reads on %s', (word, surface) => {
    expect(contrast(hex(word, theme), hex(surface, theme))).toBeGreaterThanOrEqual(4.5)
  })
  test.each(drawn)('%s is seen on %s', (line, surface) => {
    expect(contrast(hex(line, theme), hex(surface, theme))).toBeGreaterThanOrEqual(3)
  })
})
