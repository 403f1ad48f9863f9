import { wordsIn } from '@atelier/shared/workshops/stage'
import type { SummaryAnswers, WorkshopSummary } from '@atelier/shared/workshops/summary'
import type { WorkshopPage } from '@atelier/shared/workshops/workshop'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../../i18n/use-format'
import { AnswerResults } from '../answers/answer-results'
import { useSummary } from './result-records'
import { ResultRow } from './result-row'
import { SummaryNotes } from './summary-notes'
import { TakeAlong } from './take-along'
import { VoteChart } from './vote-chart'

/** All that a workshop came to: first what follows from it, then how it came about. */
export function ResultsScreen({ page }: { page: WorkshopPage }) {
  const { data: summary } = useSummary(page.id)
  if (!summary) return null
  return (
    <div className="mx-auto grid w-full max-w-4xl gap-10 px-4 py-8 sm:px-8 lg:py-12">
      <Head page={page} summary={summary} />
      <Results page={page} summary={summary} kind="action" />
      <Results page={page} summary={summary} kind="decision" />
      <VoteChart summary={summary} />
      <SummaryNotes summary={summary} />
      {summary.answers.map((answers) => (
        <Answers key={answers.stageId} answers={answers} />
      ))}
    </div>
  )
}

type Props = { page: WorkshopPage; summary: WorkshopSummary }

function Head({ page, summary }: Props) {
  const { t, i18n } = useTranslation('workshop-results')
  const { moment } = useFormat()
  const { startedAt, endedAt } = summary
  const minutes =
    startedAt && endedAt ? Math.round((Date.parse(endedAt) - Date.parse(startedAt)) / 60_000) : 0
  const facts = [
    wordsIn(summary.kit.title, i18n.language),
    ...(startedAt ? [moment(startedAt)] : []),
    ...(minutes > 0 ? [t('screen.minutes', { count: minutes })] : []),
    t('screen.people', { count: summary.people }),
  ]
  return (
    <header className="grid gap-4">
      <div>
        <p className="font-medium text-accent text-sm">{t('screen.results')}</p>
        <h1
          id="stage-title"
          tabIndex={-1}
          className="mt-1 font-semibold text-3xl text-balance outline-none wrap-anywhere"
        >
          {summary.title}
        </h1>
        <p className="mt-2 text-ink-soft">{facts.join(' · ')}</p>
      </div>
      <TakeAlong page={page} />
    </header>
  )
}

function Results({ page, summary, kind }: Props & { kind: 'decision' | 'action' }) {
  const { t } = useTranslation('workshop-results')
  const title = useId()
  const results = summary.results.filter((one) => one.kind === kind)
  return (
    <section aria-labelledby={title}>
      <h2 id={title} className="font-semibold text-lg">
        {t(`${kind}.title`)}
      </h2>
      {results.length > 0 ? (
        <ul className="mt-1 divide-y divide-line">
          {results.map((result) => (
            <ResultRow key={result.id} page={page} result={result} editable={false} />
          ))}
        </ul>
      ) : (
        <p className="mt-1 text-ink-faint">{t(`${kind}.nothing`)}</p>
      )}
    </section>
  )
}

function Answers({ answers: { kind, title, marks, words } }: { answers: SummaryAnswers }) {
  const { i18n } = useTranslation('workshop-results')
  const heading = useId()
  if (marks === null || words === null) return null
  return (
    <section aria-labelledby={heading} className="grid gap-3">
      <h2 id={heading} className="font-semibold text-lg">
        {wordsIn(title, i18n.language)}
      </h2>
      <AnswerResults stage={{ kind }} marks={marks} words={words} />
    </section>
  )
}
