import type { Relations } from './relations'

/** Every card that waits for this one, directly or for one that does; itself never. */
export function waitingFor({ blocks }: Pick<Relations, 'blocks'>, id: string): string[] {
  const found = new Set<string>()
  const next = [id]
  for (let at = next.pop(); at !== undefined; at = next.pop()) {
    for (const other of blocks.get(at) ?? []) {
      if (other === id || found.has(other)) continue
      found.add(other)
      next.push(other)
    }
  }
  return [...found]
}
