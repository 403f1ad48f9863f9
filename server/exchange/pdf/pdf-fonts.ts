/**
 * The letters of printed pages: read once, when the thread starts; nothing is read later. Latin,
 * Greek, Cyrillic, Hebrew, Arabic and emoji come along. Chinese, Japanese and Korean are ten
 * megabytes a weight: they are there once `@expo-google-fonts/noto-sans-sc` is installed beside us.
 */
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { create, type Font } from 'fontkit'

const require = createRequire(import.meta.url)

const weights = {
  normal: '400Regular',
  bold: '700Bold',
  italics: '400Regular_Italic',
  bolditalics: '700Bold_Italic',
} as const
type Weight = keyof typeof weights

type Family = {
  name: string
  package: string
  file: string
  has: readonly Weight[]
  isOptional?: true
}

/** In the order in which a letter is looked for. */
const families: Family[] = [
  {
    name: 'Text',
    package: 'noto-sans',
    file: 'NotoSans',
    has: ['normal', 'bold', 'italics', 'bolditalics'],
  },
  { name: 'Hebrew', package: 'noto-sans-hebrew', file: 'NotoSansHebrew', has: ['normal', 'bold'] },
  {
    name: 'Arabic',
    package: 'ibm-plex-sans-arabic',
    file: 'IBMPlexSansArabic',
    has: ['normal', 'bold'],
  },
  { name: 'Code', package: 'noto-sans-mono', file: 'NotoSansMono', has: ['normal', 'bold'] },
  { name: 'Signs', package: 'noto-sans-math', file: 'NotoSansMath', has: ['normal'] },
  { name: 'Emoji', package: 'noto-emoji', file: 'NotoEmoji', has: ['normal', 'bold'] },
  {
    name: 'Chinese',
    package: 'noto-sans-sc',
    file: 'NotoSansSC',
    has: ['normal', 'bold'],
    isOptional: true,
  },
]

export type PdfFonts = {
  /** By the name under which pdfmake finds it. */
  files: ReadonlyMap<string, Buffer>
  definitions: Record<string, Record<Weight, string>>
  familyFor(letter: string, wished: string): string
  /** Of the letters in a text those that no font has: boxes stand there. */
  lacking(text: string): string[]
  /** By what a family's lines are to be higher, so that all are as far apart. */
  heightFor(family: string): number
}

export function loadFonts(): PdfFonts {
  const files = new Map<string, Buffer>()
  const definitions: PdfFonts['definitions'] = {}
  const known: { name: string; font: Font }[] = []
  for (const family of families) {
    const read = (weight: Weight) => readFont(family, weight, files)
    const normal = read('normal')
    if (normal === null) continue
    const bold = family.has.includes('bold') ? (read('bold') ?? normal) : normal
    const italics = family.has.includes('italics') ? (read('italics') ?? normal) : normal
    const bolditalics = family.has.includes('bolditalics') ? (read('bolditalics') ?? bold) : bold
    definitions[family.name] = { normal, bold, italics, bolditalics }
    known.push({ name: family.name, font: create(files.get(normal) as Buffer) as Font })
  }
  const remembered = new Map<string, string>()
  const heights = new Map(known.map(({ name, font }) => [name, heightOf(font)]))
  return {
    files,
    definitions,
    heightFor: (family) => (heights.get('Text') ?? 1) / (heights.get(family) ?? 1),
    lacking: (text) =>
      [...new Set(text)].filter(
        (letter) =>
          /[\p{L}\p{N}\p{S}]/u.test(letter) &&
          !known.some(({ font }) => font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0)),
      ),
    familyFor(letter, wished) {
      const key = wished + letter
      const before = remembered.get(key)
      if (before !== undefined) return before
      const code = letter.codePointAt(0) ?? 0
      const first = known.find(({ name }) => name === wished)
      const found = [...(first ? [first] : []), ...known].find(({ font }) =>
        font.hasGlyphForCodePoint(code),
      )
      remembered.set(key, found?.name ?? wished)
      return found?.name ?? wished
    },
  }
}

function readFont(family: Family, weight: Weight, files: Map<string, Buffer>): string | null {
  const style = weights[weight]
  const name = `${family.file}_${style}.ttf`
  try {
    files.set(
      name,
      readFileSync(require.resolve(`@expo-google-fonts/${family.package}/${style}/${name}`)),
    )
    return name
  } catch (error) {
    if (family.isOptional) return null
    throw error
  }
}

const heightOf = ({ ascent, descent, lineGap, unitsPerEm }: Font): number =>
  (ascent - descent + lineGap) / unitsPerEm
