import type { TFunction } from 'i18next'
import { RequestFailed } from '../api/request-failed'
import { refusalText } from '../ui/refusal-text'

const known = [
  'required',
  'no-zip',
  'encoding',
  'damaged',
  'old-word',
  'too-large',
  'manifest',
  'unknown-kind',
  'zip',
  'broken-json',
  'unknown-board',
  'no-rows',
  'too-many-columns',
  'too-many-parts',
] as const

/** A whole sentence: what is wrong with the file, where the server says so. `t` of `exchange`. */
export function importFailure(error: unknown, t: TFunction<'exchange'>): string {
  if (!(error instanceof RequestFailed)) return refusalText(error, t as never)
  const problem = known.find((one) => one === error.details.fields?.[0]?.problem)
  if (problem) return t(`problem.${problem}`)
  return error.code === 'too-large' ? t('problem.too-large') : refusalText(error, t as never)
}
