/**
 * Where a link in somebody's text may lead. An allow-list: `javascript:`, `data:` and whatever
 * comes next lead nowhere. Browsers ignore spaces and control characters inside a scheme.
 */
const safeSchemes = ['http:', 'https:', 'mailto:', 'tel:']
const ignoredByBrowsers = /[\p{C}\p{Z}]/gu

export function isSafeLink(href: unknown): boolean {
  if (typeof href !== 'string') return false
  const bare = href.replace(ignoredByBrowsers, '')
  if (bare === '') return false
  if (bare.startsWith('#')) return true
  if (bare.startsWith('/')) return bare[1] !== '/' && bare[1] !== '\\'
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0].toLowerCase()
  return scheme !== undefined && safeSchemes.includes(scheme)
}

/** What somebody typed into a link field, completed; null when it may not be linked. */
export function linkFrom(typed: string): string | null {
  const href = typed.trim()
  if (isSafeLink(href)) return href
  if (/^[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/.test(href)) return `mailto:${href}`
  if (/^[^\s/:]+\.[^\s/:.]{2,}([/:?#]\S*)?$/.test(href)) return `https://${href}`
  return null
}
