/** Where to go after signing in: an address of this app, never another site's. */
export function safeBack(wished: unknown): string {
  if (typeof wished !== 'string' || !/^\/(?![/\\])/.test(wished)) return '/'
  const base = 'http://atelier.invalid'
  const url = new URL(wished, base)
  return url.origin === base && !url.pathname.startsWith('//')
    ? url.pathname + url.search + url.hash
    : '/'
}
