import { fileNameLength } from '@atelier/shared/files/file'

/** Letters that turn the way of writing around (`exe.gnp` reads `png.exe`), and such as are not seen. */
const deceiving =
  /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/**
 * What a file is called on screen and when it is downloaded; nowhere is it a path. Of a path only
 * the last part counts.
 */
export function readFileName(sent: string): string {
  const [last = ''] = sent.split(/[\\/]/).slice(-1)
  const clean = Buffer.from(last.replace(deceiving, '').replace(/\s+/g, ' ').trim()).toString()
  const isPath = /^\.*$/.test(clean)
  return isPath ? 'file' : shortened(clean)
}

/** Its ending tells what to open it with, so that stays. */
function shortened(name: string): string {
  if (name.length <= fileNameLength) return name
  const ending = /\.[^.]{1,12}$/.exec(name)?.[0] ?? ''
  const start = name.slice(0, fileNameLength - ending.length).replace(/[\ud800-\udbff]$/, '')
  return start + ending
}

/** RFC 6266: once for those who know only ASCII, once as it is. */
export function disposition(kind: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `${kind}; filename="${plain}"; filename*=UTF-8''${exact}`
}
