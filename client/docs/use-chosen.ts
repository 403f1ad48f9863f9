import { useEffect, useLayoutEffect, useState } from 'react'
import type { SuggestionListProps, SuggestionOption } from './suggestion-store'

/** Which option of a list is the active one, and what the caret's keys do to it. */
export function useChosen<Choice>(
  { store, state, isLoading }: SuggestionListProps<Choice>,
  found: SuggestionOption<Choice>[],
) {
  const [chosen, setChosen] = useState({ query: state.query, at: 0 })
  // Other letters, other finds: the first of them again.
  const at = chosen.query === state.query ? Math.min(chosen.at, Math.max(0, found.length - 1)) : 0
  const active = found[at]
  const count = found.length
  const choose = (next: number) => setChosen({ query: state.query, at: next })

  useEffect(() => {
    if (!state.isWaiting || isLoading) return
    if (active) state.run(active.choice)
    else state.close()
  }, [active, isLoading, state])
  // With what is drawn: a key is for the option that was seen to be the active one.
  useLayoutEffect(() => {
    store.onKey = (event) => {
      if (state.isWaiting) return false
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
      if (step && count > 0) setChosen({ query: state.query, at: (at + step + count) % count })
      else if (event.key !== 'Enter' && event.key !== 'Tab') return false
      else if (isLoading && state.query !== '') state.wait()
      else if (active) state.run(active.choice)
      else return false
      return true
    }
  }, [store, state, count, at, active, isLoading])
  return { at, active, choose }
}
