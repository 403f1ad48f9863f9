/** The few pictures that views in plain DOM need; everywhere else they come as components. */
const paths = {
  info: ['M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z', 'M12 16v-4.5', 'M12 8h.01'],
  tip: ['M9 18h6', 'M10 21h4', 'M9 15c-.3-1.4-1-2-1.8-3a6 6 0 1 1 9.6 0c-.8 1-1.5 1.6-1.8 3z'],
  warning: ['M12 4 2.8 19.5h18.4z', 'M12 10v4', 'M12 17h.01'],
  danger: ['M8.3 3h7.4L21 8.3v7.4L15.7 21H8.3L3 15.7V8.3z', 'M12 8v4.5', 'M12 16h.01'],
  chevron: ['m9 6 6 6-6 6'],
  calendar: ['M4 6h16v14H4z', 'M4 10h16', 'M8 3v4', 'M16 3v4'],
  person: ['M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8z', 'M5 20c.8-3.4 3.5-5 7-5s6.2 1.6 7 5'],
  download: ['M12 4v11', 'm7.5 11 4.5 4.5 4.5-4.5', 'M5 20h14'],
  file: ['M7 3h7l5 5v13H7z', 'M14 3v5h5'],
  picture: ['M4 5h16v14H4z', 'm5 17 4.5-5 3.5 4 2.5-3 3.5 4', 'M15.5 9h.01'],
  archive: ['M7 3h7l5 5v13H7z', 'M11 3v3', 'M11 9v3', 'M11 15v3'],
} as const

export type BlockIcon = keyof typeof paths

const svg = 'http://www.w3.org/2000/svg'

export function drawIcon(name: BlockIcon, size = 16): SVGSVGElement {
  const icon = document.createElementNS(svg, 'svg')
  const attributes = { viewBox: '0 0 24 24', width: size, height: size, 'aria-hidden': true }
  for (const [key, value] of Object.entries(attributes)) icon.setAttribute(key, String(value))
  icon.setAttribute('class', 'block-icon')
  for (const d of paths[name]) {
    const path = document.createElementNS(svg, 'path')
    path.setAttribute('d', d)
    icon.append(path)
  }
  return icon
}
