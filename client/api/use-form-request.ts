import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { fieldTexts, refusalText } from '../ui/refusal-text'
import type { LiveKey } from './live-keys'

type Options<T> = { renews?: LiveKey[]; done?: (answer: T) => void | Promise<void> }

/**
 * A form that is sent. Faults come back as a sentence for the form and one per field, to be given
 * to FormFrame and the fields; what was typed stays.
 */
export function useFormRequest<V, T>(send: (values: V) => Promise<T>, options: Options<T> = {}) {
  const { t } = useTranslation('refusals')
  const queries = useQueryClient()
  const { mutate, error, isPending, failureCount, reset } = useMutation<T, Error, V>({
    mutationFn: send,
    onSuccess: async (answer) => {
      for (const queryKey of options.renews ?? []) void queries.invalidateQueries({ queryKey })
      await options.done?.(answer)
    },
  })
  const errors = error ? fieldTexts(error, t) : {}
  const hasFields = Object.keys(errors).length > 0
  const fault = error && (!hasFields || '' in errors) ? refusalText(error, t) : null
  return { send: mutate, isPending, fault, errors, tries: failureCount, error, reset }
}
