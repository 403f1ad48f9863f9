import { type PublishedPart, partOf } from '@atelier/shared/publications/publication'
import { useState } from 'react'

type Offered = {
  words: string
  /** Null where they do not stand in the section. */
  part: PublishedPart | null
  /** Whether somebody chose them: they stay what they are as long as they stand in the section. */
  isChosen: boolean
  /** The section was written in since they were read: whoever offers all of it has not seen that. */
  hasChanged: boolean
  write(words: string): void
  /** All of the section, as it is now. */
  takeAll(): void
}

/** What is offered of a section: never what others write in it while somebody decides. */
export function useOfferedWords(text: string, selected: string | null): Offered {
  const [read, setRead] = useState(text)
  const [chosen, setChosen] = useState(() =>
    // What stands otherwise in the section than it is selected, as a formula, is not found in it.
    selected !== null && partOf(text, selected) ? selected.trim() : null,
  )
  const isChosen = chosen !== null
  const words = chosen ?? read
  return {
    ...{ words, isChosen },
    part: partOf(isChosen ? text : read, words),
    hasChanged: !isChosen && text !== read,
    write: setChosen,
    takeAll() {
      setChosen(null)
      setRead(text)
    },
  }
}
