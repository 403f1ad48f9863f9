import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRefusalText } from '../ui/refusal-text'
import { toast } from '../ui/toast'
import type { LiveKey } from './live-keys'

type Options<T> = { renews?: LiveKey[]; done?: (answer: T) => void }

/**
 * A press that changes something on the server. Failure is told in a toast; `renews` is asked for
 * again either way, so that what was shown optimistically becomes the truth.
 */
export function useChange<V, T>(send: (value: V) => Promise<T>, options: Options<T> = {}) {
  const queries = useQueryClient()
  const refusalText = useRefusalText()
  return useMutation<T, Error, V>({
    mutationFn: send,
    onSuccess: (answer) => options.done?.(answer),
    onError: (error) => toast({ text: refusalText(error), tone: 'danger' }),
    onSettled: () => {
      for (const queryKey of options.renews ?? []) void queries.invalidateQueries({ queryKey })
    },
  })
}
