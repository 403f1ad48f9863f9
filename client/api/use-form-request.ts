import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import { fieldTexts, refusalText } from '../ui/refusal-text'
import type { LiveKey } from './live-keys'
import { useUnderWay } from './use-under-way'
import { waitsTurn } from './wait-turn'

type Options<T> = {
  renews?: LiveKey[]
  done?: (answer: T) => void | Promise<void>
  /** Told to wait, it is sent again by itself: under way until it is through, with more than no `tries`. */
  waits?: boolean
}

/**
 * A form that is sent. Faults come back as a sentence for the form and one per field, to be given
 * to FormFrame and the fields; what was typed stays. A double click sends once.
 */
export function useFormRequest<V, T>(send: (values: V) => Promise<T>, options: Options<T> = {}) {
  const { t } = useTranslation('refusals')
  const queries = useQueryClient()
  const underWay = useUnderWay()
  const { mutate, error, isPending, failureCount, reset } = useMutation<T, Error, V>({
    mutationFn: send,
    ...(options.waits && waitsTurn),
    onSuccess: async (answer) => {
      for (const queryKey of options.renews ?? []) void queries.invalidateQueries({ queryKey })
      await options.done?.(answer)
    },
    onSettled: (_answer, _error, values) => underWay.end(values),
  })
  const press: typeof mutate = useCallback(
    (...said) => {
      if (underWay.begin(said[0])) mutate(...said)
    },
    [mutate, underWay],
  )
  const errors = error ? fieldTexts(error, t) : {}
  const hasFields = Object.keys(errors).length > 0
  const fault = error && (!hasFields || '' in errors) ? refusalText(error, t) : null
  return { send: press, isPending, fault, errors, tries: failureCount, error, reset }
}
