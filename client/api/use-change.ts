import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import type { LiveKey } from './live-keys'
import { useUnderWay } from './use-under-way'

type Options<T> = { renews?: LiveKey[]; done?: (answer: T) => unknown }

/**
 * A press that changes something on the server. Failure is told in a toast; `renews` is asked for
 * again either way, so that what was shown optimistically becomes the truth. A double click sends
 * once; it is under way until what `done` began is over.
 */
export function useChange<V, T>(send: (value: V) => Promise<T>, options: Options<T> = {}) {
  const queries = useQueryClient()
  const refusalText = useRefusalText()
  const underWay = useUnderWay()
  const change = useMutation<T, Error, V>({
    mutationFn: send,
    onSuccess: (answer) => options.done?.(answer),
    onError: (error) => toast({ text: refusalText(error), tone: 'danger' }),
    onSettled: (_answer, _error, value) => {
      underWay.end(value)
      for (const queryKey of options.renews ?? []) void queries.invalidateQueries({ queryKey })
    },
  })
  const { mutate: press } = change
  const mutate: typeof press = useCallback(
    (...said) => {
      if (underWay.begin(said[0])) press(...said)
    },
    [press, underWay],
  )
  return { ...change, mutate }
}
