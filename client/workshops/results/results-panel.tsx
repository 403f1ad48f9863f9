import type { ResultKind } from '@atelier/shared/workshops/result'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { rightsIn } from '../rights-in'
import { AddResult } from './add-result'
import { LastActions } from './last-actions'
import { useResults } from './result-records'
import { ResultRow } from './result-row'

type Props = { page: WorkshopPage }

/** What was decided; everybody who is in writes it together. */
export const DecisionsPanel = ({ page }: Props) => (
  <div className="grid gap-10">
    <ResultsOf page={page} kind="decision" />
  </div>
)

/** Who does what until when; above it what was taken on last time, below it what was decided today. */
export const ActionsPanel = ({ page }: Props) => (
  <div className="grid gap-10">
    <ResultsOf page={page} kind="action" />
    <ResultsOf page={page} kind="decision" isAside />
    <LastActions workshopId={page.id} />
  </div>
)

/** `isAside`: read beside something else, and left out while there are none. */
function ResultsOf({
  page,
  kind,
  isAside = false,
}: Props & { kind: ResultKind; isAside?: boolean }) {
  const { t } = useTranslation('workshop-results')
  const title = useId()
  const { data } = useResults(page.id)
  const { writes } = rightsIn(page)
  const results = data?.filter((one) => one.kind === kind) ?? []
  if (isAside && results.length === 0) return null
  return (
    <section aria-labelledby={title} className="grid max-w-3xl gap-3">
      <h2 id={title} className={isAside ? 'font-semibold text-lg' : 'sr-only'}>
        {t(`${kind}.title`)}
      </h2>
      {writes && !isAside && <AddResult page={page} kind={kind} />}
      {results.length > 0 ? (
        <ul className="divide-y divide-line">
          {results.map((result) => (
            <ResultRow key={result.id} page={page} result={result} editable={writes && !isAside} />
          ))}
        </ul>
      ) : (
        data && <p className="max-w-prose text-ink-faint text-pretty">{t(`${kind}.none`)}</p>
      )}
    </section>
  )
}
