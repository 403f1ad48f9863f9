import type { Outcome, Outcomes } from '@atelier/shared/outcomes/outcome'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import { askToChange, outcomesKey } from './outcome-records'

/** `after` is what it stands behind then, null for the first place; `words` say where that is. */
type Move = { id: string; after: string | null; words: string }

/**
 * Puts an outcome at another place among those that are shown: it stands there at once, and is said to when the
 * server knows. One move goes after the other, and only after the last one is asked what is true.
 */
export function useMoveOutcome(
  projectId: string,
  among: readonly Outcome[],
  announce: (words: string) => void,
): (id: string, to: number) => void {
  const { t } = useTranslation('outcomes')
  const queries = useQueryClient()
  const refusalText = useRefusalText()
  const queryKey = outcomesKey(projectId)
  const mutationKey = ['move-outcome', projectId]
  const { mutate } = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(' ') },
    mutationFn: ({ id, after }: Move) => askToChange(projectId, { id, after }),
    async onMutate(move) {
      await queries.cancelQueries({ queryKey })
      queries.setQueryData<Outcomes>(
        queryKey,
        (known) => known && { ...known, ...moved(known, move) },
      )
    },
    onSuccess: (_, { words }) => announce(words),
    onError: (error) => toast({ text: refusalText(error), tone: 'danger' }),
    onSettled() {
      if (queries.isMutating({ mutationKey }) === 1) void queries.invalidateQueries({ queryKey })
    },
  })
  return (id, to) => {
    const at = among.findIndex((one) => one.id === id)
    if (at < 0 || to < 0 || to >= among.length || to === at) return
    const others = among.filter((one) => one.id !== id)
    const { name = '' } = among[at] ?? {}
    const words = t('moved', { name, place: to + 1, count: among.length })
    mutate({ id, after: others[to - 1]?.id ?? null, words })
  }
}

function moved({ outcomes }: Outcomes, { id, after }: Move): Pick<Outcomes, 'outcomes'> {
  const others = outcomes.filter((one) => one.id !== id)
  const to = others.findIndex((one) => one.id === after) + 1
  const own = outcomes.filter((one) => one.id === id)
  return { outcomes: [...others.slice(0, to), ...own, ...others.slice(to)] }
}
