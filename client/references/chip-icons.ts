/** Small pictures for chips, which are drawn without React. On a grid of 24, in the colour of the words. */
const shapes = {
  doc: ['M6 3h8l4 4v14H6z', 'M14 3v4h4', 'M9 12h6', 'M9 16h6'],
  board: ['M4 4h16v16H4z', 'M9.5 4v16', 'M14.5 4v16'],
  card: ['M4 6h16v12H4z', 'M8 10h8', 'M8 14h5'],
  date: ['M5 5h14v15H5z', 'M5 10h14', 'M9 3v4', 'M15 3v4'],
} as const

const svg = 'http://www.w3.org/2000/svg'

export function chipIcon(kind: keyof typeof shapes): SVGElement {
  const icon = document.createElementNS(svg, 'svg')
  icon.setAttribute('viewBox', '0 0 24 24')
  icon.setAttribute('aria-hidden', 'true')
  for (const shape of shapes[kind]) {
    const path = document.createElementNS(svg, 'path')
    path.setAttribute('d', shape)
    icon.append(path)
  }
  return icon
}
