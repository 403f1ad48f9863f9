import type { OpenFork } from '@atelier/shared/suggestions/suggestion-contract'
import { useEffect, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useChange } from '../api/use-change'
import {
  beginFork,
  type ForkedRoom,
  suggestionsKey,
  useOpenForks,
  withdrawFork,
} from './suggestion-records'
import { SuggestionStore, useOwnState, useOwnText } from './suggestion-store'

/** How somebody has a doc, or a section of a journal, before them. */
export type Mode = 'editing' | 'suggesting' | 'viewing'

export type Suggesting = ReturnType<typeof useSuggesting>

/** `follows`: whether this person may see what others suggest. */
type Wish = { home: ForkedRoom; follows: boolean; mayEdit: boolean; maySuggest: boolean }

const nobody: OpenFork[] = []

/** Who suggests what in a doc, and in which way this person has it before them. */
export function useSuggesting({ home, follows, mayEdit, maySuggest }: Wish) {
  const me = useMe()
  const { t } = useTranslation('suggestions')
  const [store] = useState(() => new SuggestionStore())
  store.say = (look, name) => t(`said.${look}`, { name })
  const modes = useMemo(() => modesFor(mayEdit, maySuggest), [mayEdit, maySuggest])
  const [chosen, choose] = useChosenMode(home.id)
  const mode = modes.find((one) => one === chosen) ?? modes[0] ?? 'viewing'
  const { data: forks = nobody, isSuccess } = useOpenForks(home, follows)
  const mine = forks.find(({ author }) => author.id === me.id)
  const { mutate: begin, isError } = useChange(beginFork, { renews: [suggestionsKey(home)] })
  const { mutate: withdraw } = useChange((forkId: string) => withdrawFork(home, forkId), {
    renews: [suggestionsKey(home)],
  })
  const needsFork = mode === 'suggesting' && isSuccess && !mine
  const { kind, id } = home
  useEffect(() => {
    if (needsFork) begin({ kind, id })
  }, [needsFork, begin, kind, id])
  useEffect(() => {
    if (isError && !mine) choose(modes[0] ?? 'viewing')
  }, [isError, mine, choose, modes])

  const ownState = useOwnState(store)
  return {
    ...{ home, store, mode, modes, forks, mine, ownState, follows },
    /** Whether it is known who suggests here; nobody may, where one may not see it. */
    isKnown: isSuccess || !follows,
    own: useOwnText(store),
    choose(next: Mode) {
      // Whoever has suggested nothing leaves nothing behind.
      const isSaved = ownState?.kind === 'open' && ownState.saving.read().kind === 'saved'
      const isEmpty = !store.entries.some(({ isMine }) => isMine)
      if (mode === 'suggesting' && next !== mode && mine && isSaved && isEmpty) withdraw(mine.id)
      choose(next)
    },
  }
}

function modesFor(mayEdit: boolean, maySuggest: boolean): Mode[] {
  // Whose a section is does not suggest to themself.
  if (mayEdit && !maySuggest) return ['editing']
  if (mayEdit) return ['editing', 'suggesting', 'viewing']
  return maySuggest ? ['viewing', 'suggesting'] : ['viewing']
}

/** Kept for as long as the tab is open. */
function useChosenMode(docId: string) {
  const key = `atelier.mode.${docId}`
  const [chosen, setChosen] = useState(() => sessionStorage.getItem(key))
  const choose = useMemo(
    () => (mode: Mode) => {
      sessionStorage.setItem(key, mode)
      setChosen(mode)
    },
    [key],
  )
  return [chosen, choose] as const
}
