import type { Section } from '@atelier/shared/journals/journal'
import { useState } from 'react'

export type ShownSection = { section: Section; isGone: boolean }

/**
 * What somebody reads of another's entry stays in its place when it is taken back, to say so and to hand back what
 * they had not sent yet. Its author's own goes when they erase it.
 */
export function useShownSections(sections: readonly Section[], isAuthor: boolean): ShownSection[] {
  const [seen, setSeen] = useState(sections)
  const known = isAuthor ? sections : withGone(seen, sections)
  if (known.length !== seen.length || known.some((one, at) => one !== seen[at])) setSeen(known)
  const here = new Set(sections.map(({ id }) => id))
  return known.map((section) => ({ section, isGone: !here.has(section.id) }))
}

/** Those that are gone stay behind whichever they stood behind. */
export function withGone(before: readonly Section[], now: readonly Section[]): Section[] {
  const here = new Set(now.map(({ id }) => id))
  const all = [...now]
  for (const [at, section] of before.entries()) {
    if (here.has(section.id)) continue
    const behind = before[at - 1]
    const place = behind ? all.findIndex(({ id }) => id === behind.id) : -1
    all.splice(place + 1, 0, section)
  }
  return all
}
