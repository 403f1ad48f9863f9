/** The only place where a refusal becomes words. Exhaustive: the catalogue test counts the codes. */
import { type RefusalBody, type RefusalDetails, refusalCodes } from '@atelier/shared/refusals'
import type { TFunction } from 'i18next'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'

type FailureCode = RefusalBody['code'] | 'unreachable' | 'unreadable'
type Failure = { code: FailureCode; details: RefusalDetails }
export const spokenCodes: readonly FailureCode[] = [
  ...refusalCodes,
  'bug',
  'unreachable',
  'unreadable',
]

const isFailure = (error: unknown): error is Failure =>
  error instanceof Error && 'code' in error && spokenCodes.some((code) => code === error.code)

const seconds = (details: RefusalDetails) => Math.max(1, Math.ceil(details.retryAfterSeconds ?? 60))

/** A whole sentence for anything that was thrown; one of its own where what is wrong is the whole of it. `t` of the namespace `refusals`. */
export function refusalText(error: unknown, t: TFunction): string {
  if (!isFailure(error)) return t('bug', { ns: 'refusals' })
  const whole = (error.details.fields ?? []).find(({ field }) => field === '')?.problem
  return t([...(whole ? [`whole.${whole}`] : []), error.code], {
    ns: 'refusals',
    count: seconds(error.details),
  })
}

/** Words per field of a form, for those the server found wrong. */
export function fieldTexts(error: unknown, t: TFunction): Record<string, string> {
  if (!isFailure(error)) return {}
  const entries = (error.details.fields ?? []).map(({ field, problem }): [string, string] => [
    field,
    t([`fields.${problem}`, 'fields.invalid'], { ns: 'refusals' }),
  ])
  return Object.fromEntries(entries)
}

/** The same function until the language changes. */
export function useRefusalText(): (error: unknown) => string {
  const { t } = useTranslation('refusals')
  return useCallback((error: unknown) => refusalText(error, t), [t])
}
