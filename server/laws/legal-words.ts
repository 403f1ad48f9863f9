/** A signed training record says who signed what, and when. Whether that is worth anything before the law it does not say. */
import type { Law } from './law'
import { isTest } from './source-files'

const claims = [
  /\blegal(ly)?\b|\blawful(ly)?\b|\badmissible\b|\b(court|audit|tamper|forgery)[ -]?proof\b/iu,
  /\bqualified (electronic )?signatures?\b|\beidas\b|\bvalid (in|before) (a |the )?(court|law)\b/iu,
  /rechts(gültig|sicher|verbindlich|kräftig|wirksam|konform)|\brechtlich|gesetzlich (an)?erkannt/iu,
  /gerichts(fest|verwertbar)|beweis(kräftig|sicher)|(revisions|fälschungs|manipulations)sicher/iu,
  /qualifizierten? (elektronischen? )?signatur/iu,
]

/** The words of a claim in a text, if there are any. */
export const legalClaims = (text: string): string[] =>
  claims.flatMap((claim) => claim.exec(text)?.[0] ?? [])

export const noLegalClaims: Law = {
  name: 'nothing says that a record is legally valid',
  faults: ({ path, text }) =>
    isTest(path) || path.startsWith('server/laws/')
      ? []
      : legalClaims(text).map((words) => `says “${words}”`),
}
