/** Which number stands before a line, and how far its words are indented: counted as Word does. */
import type { Element } from 'xast'
import type { Pack } from '../pack'
import { at, attributeOf, childrenNamed, partOf, settingOf } from '../xml'
import type { WordStyles } from './word-styles'

export type ListLine = {
  level: number
  /** Null for a bullet. */
  number: number | null
  /** Of its words, in twentieths of a point. */
  indent: number
}

type Level = { start: number; isNumbered: boolean; indent: number }
type List = { counts: string; levels: Map<number, Level>; overrides: Map<number, number> }

/** In the order of the document; null for what is no line of a list. */
export type WordLists = { lineOf(properties: Element | undefined): ListLine | null }

export function wordLists(pack: Pack, folder: string, styles: WordStyles): WordLists {
  const lists = readLists(pack, folder)
  const counts = new Map<string, (number | undefined)[]>()
  const begun = new Set<string>()
  return {
    lineOf(properties) {
      const found = numberingOf(properties, styles)
      const list = found && lists.get(found.id)
      const level = found && list?.levels.get(found.level)
      if (!list || !level) return null
      const counted = counts.get(list.counts) ?? []
      counts.set(list.counts, counted)
      if (!begun.has(found.id)) {
        begun.add(found.id)
        for (const at of list.overrides.keys()) counted[at] = undefined
      }
      const last = counted[found.level]
      const number =
        last === undefined ? (list.overrides.get(found.level) ?? level.start) : last + 1
      counted[found.level] = number
      counted.length = found.level + 1
      const indent = indentOf(at(properties, 'w:ind')) ?? level.indent
      return { level: found.level, number: level.isNumbered ? number : null, indent }
    },
  }
}

export function indentOf(indent: Element | undefined): number | undefined {
  const left = attributeOf(indent, 'w:start') ?? attributeOf(indent, 'w:left')
  const number = Number(left)
  return left === undefined || !Number.isFinite(number) ? undefined : number
}

function numberingOf(properties: Element | undefined, styles: WordStyles) {
  const style = settingOf(at(properties, 'w:pStyle'))
  const own = at(properties, 'w:numPr')
  const numbering = own ?? styles.propertyOf(style, 'w:numPr')
  const id = settingOf(at(numbering, 'w:numId'))
  // Zero takes away what the style has.
  if (id === undefined || id === '0') return null
  return { id, level: Number(settingOf(at(numbering, 'w:ilvl')) ?? 0) || 0 }
}

function readLists(pack: Pack, folder: string): Map<string, List> {
  const root = at(partOf(pack, `${folder}numbering.xml`) ?? undefined, 'w:numbering')
  const kinds = new Map(
    childrenNamed(root, 'w:abstractNum').map((kind) => [
      attributeOf(kind, 'w:abstractNumId') ?? '',
      new Map(childrenNamed(kind, 'w:lvl').map((level) => [levelAt(level), levelOf(level)])),
    ]),
  )
  return new Map(
    childrenNamed(root, 'w:num').map((list) => {
      const kind = settingOf(at(list, 'w:abstractNumId')) ?? ''
      const own = childrenNamed(list, 'w:lvlOverride')
      const levels = own.flatMap((one): [number, Level][] => {
        const level = at(one, 'w:lvl')
        return level ? [[levelAt(one), levelOf(level)]] : []
      })
      const overrides = own.flatMap((one): [number, number][] => {
        const start = settingOf(at(one, 'w:startOverride'))
        return start === undefined ? [] : [[levelAt(one), Number(start) || 0]]
      })
      const list_ = {
        counts: kind,
        levels: new Map([...(kinds.get(kind) ?? []), ...levels]),
        overrides: new Map(overrides),
      }
      return [attributeOf(list, 'w:numId') ?? '', list_]
    }),
  )
}

const levelAt = (level: Element) => Number(attributeOf(level, 'w:ilvl') ?? 0) || 0

const levelOf = (level: Element): Level => ({
  start: Number(settingOf(at(level, 'w:start')) ?? 1) || 0,
  isNumbered: !['bullet', 'none'].includes(settingOf(at(level, 'w:numFmt')) ?? 'decimal'),
  indent: indentOf(at(level, 'w:pPr', 'w:ind')) ?? 0,
})
