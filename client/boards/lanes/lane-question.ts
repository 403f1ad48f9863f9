/** Which of several people a card is for, where a lane does not say. */
export type LaneQuestion = {
  lane: string
  column: string
  people: readonly string[]
  answer(person: string): void
}

export type LaneQuestions = {
  read(): LaneQuestion | null
  subscribe(listener: () => void): () => void
  ask(question: LaneQuestion | null): void
}

export function createLaneQuestions(): LaneQuestions {
  const listeners = new Set<() => void>()
  let open: LaneQuestion | null = null
  return {
    read: () => open,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    ask(question) {
      open = question
      for (const listener of listeners) listener()
    },
  }
}
