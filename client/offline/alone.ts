/** Work that no two tabs of this device may do at once. */

const inThisTab = new Map<string, Promise<unknown>>()

/**
 * Does it once nobody else does anything under this name: in any tab, or in this one alone where a
 * page without https has no locks.
 */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request(name, work) as Promise<T>
  const done = (inThisTab.get(name) ?? Promise.resolve()).then(work, work)
  inThisTab.set(name, done)
  return done
}
