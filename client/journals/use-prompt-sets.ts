import type { OwnPromptSet, PromptSource } from '@atelier/shared/journals/prompt-contract'
import { shippedSets } from '@atelier/shared/journals/prompt-sets'
import { useTranslation } from 'react-i18next'
import { useOwnPrompts } from './journal-records'

export type OfferedSet = {
  source: PromptSource
  title: string
  about: string | null
  prompts: readonly string[]
}

/** With what an entry can begin: what is shipped, in the reader's language, and their own. */
export function usePromptSets(): { shipped: OfferedSet[]; own: OfferedSet[] } {
  const { i18n } = useTranslation()
  const { data } = useOwnPrompts()
  const shipped = shippedSets(i18n.language.startsWith('de') ? 'de' : 'en')
  return {
    shipped: shipped.map(({ id, version, title, about, prompts }) => ({
      ...{ source: { set: id, version }, title, about, prompts },
    })),
    own: (data?.sets ?? []).map(offered),
  }
}

const offered = ({ id, version, title, prompts }: OwnPromptSet): OfferedSet => ({
  ...{ source: { set: id, version }, title, about: null, prompts },
})

/** By its id; undefined once it is erased. */
export function useSetNamed() {
  const { shipped, own } = usePromptSets()
  return (id: string) => [...shipped, ...own].find(({ source }) => source.set === id)
}
