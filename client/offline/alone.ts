/**
 * Work that no two tabs of this device may do at once. A page that came without https has no locks:
 * there this tab is the only one.
 */

const inThisTab = new Map<string, Promise<unknown>>()

/** Does it once nobody else does anything under this name. */
export function alone<T>(name: string, work: () => Promise<T>): Promise<T> {
  if (navigator.locks) return navigator.locks.request(name, work) as Promise<T>
  const done = (inThisTab.get(name) ?? Promise.resolve()).then(work, work)
  inThisTab.set(name, done)
  return done
}

/** What this tab has claimed where there are no locks. */
const claimed = new Map<string, Promise<void>>()

export type Release = () => void

/** Resolves once nobody else has claimed this name, with how to let go; a tab that ends lets go. */
export const claim = (name: string, signal: AbortSignal): Promise<Release> =>
  new Promise((resolve, reject) => {
    if (!navigator.locks) return resolve(whenFreeHere(name, signal))
    const hold = () => new Promise<void>((release) => resolve(release))
    navigator.locks.request(name, { signal }, hold).catch(reject)
  })

/** The same, but null where somebody else has it. */
export const claimIfFree = (name: string): Promise<Release | null> =>
  new Promise((resolve, reject) => {
    if (!navigator.locks) return resolve(claimHere(name))
    const hold = (lock: Lock | null) =>
      lock ? new Promise<void>((release) => resolve(release)) : resolve(null)
    navigator.locks.request(name, { ifAvailable: true }, hold).catch(reject)
  })

function claimHere(name: string): Release | null {
  if (claimed.has(name)) return null
  let free: Release = () => undefined
  claimed.set(name, new Promise<void>((resolve) => (free = resolve)))
  return () => {
    claimed.delete(name)
    free()
  }
}

async function whenFreeHere(name: string, signal: AbortSignal): Promise<Release> {
  for (;;) {
    const release = claimHere(name)
    if (release) return release
    await claimed.get(name)
    signal.throwIfAborted()
  }
}
