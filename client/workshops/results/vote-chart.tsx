import type { WorkshopSummary } from '@atelier/shared/workshops/summary'
import { useId, useState } from 'react'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../../ui/button'

type Entry = { id: string; name: string; dots: number }
const mostBars = 12

/** Groups and single notes by their votes: drawn, or as a table. */
export function VoteChart({ summary }: { summary: WorkshopSummary }) {
  const { t } = useTranslation('workshop-results')
  const title = useId()
  const [isTable, setTable] = useState(false)
  const entries = useEntries(summary)
  if (entries.length === 0) return null
  return (
    <section aria-labelledby={title} className="grid gap-3">
      <div className="flex flex-wrap items-center gap-3">
        <h2 id={title} className="min-w-0 flex-1 font-semibold text-lg">
          {t('vote.title')}
        </h2>
        <ToggleButton
          isSelected={isTable}
          onChange={setTable}
          className={buttonClass(isTable ? 'secondary' : 'quiet', 'small')}
        >
          {t('vote.asTable')}
        </ToggleButton>
      </div>
      {isTable ? <VoteTable entries={entries} /> : <Bars entries={entries.slice(0, mostBars)} />}
      <p className="text-ink-soft text-sm">{t('vote.voters', { count: summary.voters ?? 0 })}</p>
    </section>
  )
}

function useEntries({ groups, notes }: WorkshopSummary): Entry[] {
  const { t } = useTranslation('workshop-results')
  const named = [
    ...groups.map(({ id, title, dots }) => ({ id, name: title || t('group.untitled'), dots })),
    ...notes.map(({ id, text, dots }) => ({ id, name: text.trim() || t('note.drawn'), dots })),
  ]
  return named
    .flatMap(({ dots, ...entry }) => (dots ? { ...entry, dots } : []))
    .sort((a, b) => b.dots - a.dots)
}

const rowHeight = 30

/** The words stand beside the drawing, so that long ones wrap; a screen reader hears one list. */
function Bars({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation('workshop-results')
  const most = Math.max(...entries.map(({ dots }) => dots))
  return (
    <ul aria-label={t('vote.chart')} className="grid gap-2">
      {entries.map(({ id, name, dots }) => (
        <li
          key={id}
          className="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-3 gap-y-1 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)_auto]"
        >
          <span dir="auto" className="line-clamp-2 text-sm wrap-anywhere">
            {name}
          </span>
          <svg
            aria-hidden
            className="order-last col-span-2 h-3.5 w-full sm:order-none sm:col-span-1"
            viewBox={`0 0 100 ${rowHeight}`}
            preserveAspectRatio="none"
          >
            <rect width="100" height={rowHeight} fill="var(--color-hover)" />
            <rect width={(dots / most) * 100} height={rowHeight} fill="var(--color-accent)" />
          </svg>
          <span className="text-end font-medium text-sm tabular-nums">
            <span aria-hidden>{dots}</span>
            <span className="sr-only">{t('vote.total', { count: dots })}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

function VoteTable({ entries }: { entries: readonly Entry[] }) {
  const { t } = useTranslation('workshop-results')
  return (
    <table className="w-full border-collapse text-sm">
      <thead>
        <tr className="border-line border-b text-ink-soft">
          <th scope="col" className="py-1.5 text-start font-medium">
            {t('vote.what')}
          </th>
          <th scope="col" className="py-1.5 text-end font-medium">
            {t('vote.votes')}
          </th>
        </tr>
      </thead>
      <tbody>
        {entries.map(({ id, name, dots }) => (
          <tr key={id} className="border-line border-b">
            <th scope="row" dir="auto" className="py-1.5 text-start font-normal wrap-anywhere">
              {name}
            </th>
            <td className="py-1.5 text-end tabular-nums">{dots}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
