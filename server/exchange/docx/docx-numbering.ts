/** Lists as Word counts them: every numbered list for itself. */
import type { JSONContent } from '@tiptap/core'
import { AlignmentType, type ILevelsOptions, type INumberingOptions, LevelFormat } from 'docx'

export type Numberings = {
  referenceFor(list: JSONContent, level: number): string
  options(): INumberingOptions
}

const signs = ['•', '◦', '▪']
const formats = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN]
const levels = [0, 1, 2, 3, 4, 5, 6, 7, 8]

/** Where what stands this deep in lists begins, in twentieths of a point. */
export const indentAt = (level: number): number => 400 * level

const placed = (level: number) => ({
  paragraph: { indent: { left: indentAt(level + 1), hanging: 320 } },
})

const levelsOf = (of: (level: number) => Partial<ILevelsOptions>): ILevelsOptions[] =>
  levels.map((level) => ({
    level,
    alignment: AlignmentType.LEFT,
    style: placed(level),
    ...of(level),
  }))

const bullets = {
  reference: 'bullets',
  levels: levelsOf((level) => ({ format: LevelFormat.BULLET, text: signs[level % 3] ?? '•' })),
}
const tasks = {
  reference: 'tasks',
  levels: levelsOf(() => ({ format: LevelFormat.BULLET, text: '' })),
}

export function numberings(): Numberings {
  const config: INumberingOptions['config'][number][] = [bullets, tasks]
  return {
    referenceFor({ type, attrs }, level) {
      if (type === 'bulletList') return bullets.reference
      if (type === 'taskList') return tasks.reference
      const reference = `numbers-${config.length}`
      const start = Number(attrs?.start ?? 1)
      config.push({
        reference,
        levels: levelsOf((at) => ({
          format: formats[at % 3] ?? LevelFormat.DECIMAL,
          text: `%${at + 1}.`,
          ...(at === level && { start }),
        })),
      })
      return reference
    },
    options: () => ({ config }),
  }
}
