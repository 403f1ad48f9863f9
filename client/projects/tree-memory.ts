/** Which docs are unfolded in trees, remembered on this device and shared by all trees of the page. */
import { useSyncExternalStore } from 'react'

const key = 'atelier.tree'
/** The ones unfolded longest ago are forgotten. */
const most = 300

let unfolded: readonly string[] | undefined
const listeners = new Set<() => void>()

function read(): readonly string[] {
  unfolded ??= parsed(localStorage.getItem(key))
  return unfolded
}

function parsed(kept: string | null): string[] {
  try {
    const said: unknown = JSON.parse(kept ?? '[]')
    return Array.isArray(said) ? said.filter((id) => typeof id === 'string') : []
  } catch (error) {
    console.warn('What was unfolded here could not be read.', error)
    return []
  }
}

function write(ids: readonly string[]): void {
  unfolded = ids.slice(-most)
  localStorage.setItem(key, JSON.stringify(unfolded))
  for (const listener of listeners) listener()
}

/** Only of these; what is unfolded in another project stays as it is. */
export function setUnfolded(among: ReadonlySet<string>, wanted: readonly string[]): void {
  write([...read().filter((id) => !among.has(id)), ...wanted])
}

export function unfold(ids: readonly string[]): void {
  const missing = ids.filter((id) => !read().includes(id))
  if (missing.length > 0) write([...read(), ...missing])
}

function subscribe(listener: () => void) {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const useUnfolded = (): readonly string[] => useSyncExternalStore(subscribe, read)
