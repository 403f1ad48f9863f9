import { useTranslation } from 'react-i18next'
import { useChange } from '../api/use-change'
import { toast } from '../ui/toast'
import { type ForkedRoom, sendDecision, sendUndo } from './suggestion-records'
import type { Entry } from './suggestion-store'

type Deed = { entries: readonly Entry[]; accept: boolean }
type Made = { forkId: string; batchId: string }

/** Accepts or refuses, fork by fork, tells what came of it and offers a way back. */
export function useDeciding(
  home: ForkedRoom,
): (entries: readonly Entry[], accept: boolean) => void {
  const { t } = useTranslation('suggestions')
  const { mutate: takeBack } = useChange(async (made: readonly Made[]) => {
    for (const { forkId, batchId } of made) await sendUndo(home, forkId, batchId)
  })
  const { mutate } = useChange(
    async ({ entries, accept }: Deed) => ({ accept, ...(await decideAll(home, entries, accept)) }),
    {
      done({ accept, made, decided, gone }) {
        if (decided === 0) return toast({ text: t('gone', { count: gone }) })
        const text = t(accept ? 'accepted' : 'refused', { count: decided })
        const more = gone > 0 ? ` ${t('gone', { count: gone })}` : ''
        const action = { label: t('undo'), onPress: () => takeBack(made) }
        return toast({ text: `${text}${more}`, action })
      },
    },
  )
  return (entries, accept) => {
    if (entries.length > 0) mutate({ entries, accept })
  }
}

/** The server takes so many at once. */
const atOnce = 500

async function decideAll(home: ForkedRoom, entries: readonly Entry[], accept: boolean) {
  const sum = { made: [] as Made[], decided: 0, gone: 0 }
  for (const forkId of new Set(entries.map(({ fork }) => fork.id))) {
    const ofFork = entries.filter(({ fork }) => fork.id === forkId)
    for (let from = 0; from < ofFork.length; from += atOnce) {
      const keys = ofFork.slice(from, from + atOnce).map(({ suggestion }) => suggestion.key)
      const { batchId, decided, gone } = await sendDecision(home, forkId, { keys, accept })
      if (batchId) sum.made.unshift({ forkId, batchId })
      sum.decided += decided
      sum.gone += gone
    }
  }
  return sum
}
