/** How the document looks, as named styles that people change in Word; `word-style-map.ts` knows their names. */
import type { IStylesOptions } from 'docx'

const ink = '1D2327'
const soft = '59636B'
const tones = { info: 'E8F1FB', tip: 'E6F5EC', warning: 'FDF3DC', danger: 'FDEAEA' } as const
const edges = { info: '4A7FB5', tip: '3F8F63', warning: 'C29428', danger: 'C25555' } as const
const heading = (size: number, before: number) => ({
  run: { size, bold: true, color: ink },
  paragraph: { spacing: { before, after: 100 }, keepNext: true },
})

export const docxStyles: IStylesOptions = {
  default: {
    document: {
      run: { font: 'Calibri', size: 22, color: ink },
      paragraph: { spacing: { after: 140, line: 288 } },
    },
    title: { run: { size: 44, bold: true, color: ink }, paragraph: { spacing: { after: 240 } } },
    heading1: heading(34, 400),
    heading2: heading(28, 340),
    heading3: heading(24, 280),
    heading4: heading(22, 240),
    heading5: heading(22, 240),
    heading6: heading(22, 240),
    hyperlink: { run: { color: '1F6F5C', underline: {} } },
    listParagraph: { paragraph: { spacing: { after: 60 } } },
  },
  paragraphStyles: [
    {
      id: 'Quote',
      name: 'Quote',
      basedOn: 'Normal',
      run: { color: soft, italics: true },
      paragraph: {
        indent: { left: 400 },
        border: { left: { style: 'single', size: 18, space: 12, color: 'D9DEE2' } },
      },
    },
    {
      id: 'Code',
      name: 'Code',
      basedOn: 'Normal',
      run: { font: 'Consolas', size: 19 },
      paragraph: { spacing: { after: 0, line: 260 }, keepLines: true },
    },
    {
      id: 'Formula',
      name: 'Formula',
      basedOn: 'Normal',
      run: { font: 'Cambria Math' },
      paragraph: { alignment: 'center' },
    },
    {
      id: 'Caption',
      name: 'Caption',
      basedOn: 'Normal',
      run: { color: soft, size: 19 },
      paragraph: { alignment: 'center' },
    },
    {
      id: 'Toggle',
      name: 'Toggle',
      basedOn: 'Normal',
      run: { bold: true },
      paragraph: { keepNext: true },
    },
    {
      id: 'TableHeading',
      name: 'Table Heading',
      basedOn: 'Normal',
      run: { bold: true },
    },
    {
      id: 'TableEnd',
      name: 'Table End',
      basedOn: 'Normal',
      paragraph: { spacing: { after: 80 } },
    },
    ...(['info', 'tip', 'warning', 'danger'] as const).map((tone) => ({
      id: `Callout${tone}`,
      name: `Callout ${tone}`,
      basedOn: 'Normal',
      paragraph: {
        indent: { left: 200, right: 200 },
        shading: { type: 'clear' as const, fill: tones[tone] },
        border: { left: { style: 'single' as const, size: 24, space: 8, color: edges[tone] } },
      },
    })),
  ],
  characterStyles: [
    {
      id: 'CodeCharacter',
      name: 'Code Character',
      run: { font: 'Consolas', size: 20, shading: { type: 'clear', fill: 'F1F3F4' } },
    },
    {
      id: 'FormulaCharacter',
      name: 'Formula Character',
      run: { font: 'Cambria Math', italics: true },
    },
  ],
}

export const codeFill = 'F4F6F7'
