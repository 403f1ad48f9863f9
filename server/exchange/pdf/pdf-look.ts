/** Colours and sizes of printed pages. */
import type { StyleDictionary } from 'pdfmake/interfaces'

export const colours = {
  ink: '#1d2327',
  soft: '#59636b',
  line: '#d9dee2',
  tint: '#f4f6f7',
  accent: '#1f6f5c',
  marks: { yellow: '#fff0a8', green: '#cdeed9', blue: '#d3e5f8', pink: '#fbd9e2', grey: '#e4e8ea' },
  tones: {
    info: { fill: '#e8f1fb', edge: '#4a7fb5' },
    tip: { fill: '#e6f5ec', edge: '#3f8f63' },
    warning: { fill: '#fdf3dc', edge: '#c29428' },
    danger: { fill: '#fdeaea', edge: '#c25555' },
  },
} as const

/** Points. A4, with margins that any printer has. */
export const page = { width: 595.28, margins: [62, 60, 62, 66] as [number, number, number, number] }
export const textWidth = page.width - page.margins[0] - page.margins[2]

export const lineHeight = 1.3

export const headingSizes = [19, 15.5, 13, 11.5, 10.5, 10.5]

export const styles: StyleDictionary = {
  title: { fontSize: 25, bold: true, lineHeight: 1.15, margin: [0, 0, 0, 16] },
  note: { fontSize: 9.5, color: colours.soft, italics: true, margin: [0, 0, 0, 14] },
  caption: { fontSize: 9, color: colours.soft, margin: [0, 4, 0, 0] },
  code: { fontSize: 9, lineHeight: 1.25, preserveLeadingSpaces: true },
}
