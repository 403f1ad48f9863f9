import type { Stage } from '@atelier/shared/workshops/stage'
import { countMarks } from '@atelier/shared/workshops/summary'
import { useTranslation } from 'react-i18next'
import { wordsOf } from './answer-form'
import { Face } from './face'

type Props = {
  stage: Pick<Stage, 'kind'>
  marks: readonly number[]
  words: readonly string[]
}

/** How often each mark was given, best first, and all that was said. */
export function AnswerResults({ stage, marks, words }: Props) {
  const { t, i18n } = useTranslation('workshop-results')
  const counts = countMarks(marks)
  const most = Math.max(1, ...counts)
  const mean = marks.reduce((sum, mark) => sum + mark, 0) / Math.max(1, marks.length)
  const shown = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 }).format(mean)
  const scale = wordsOf(stage)
  return (
    <div className="grid gap-6">
      {marks.length > 0 && (
        <figure aria-label={t(`answer.scale.${scale}`)} className="max-w-2xl">
          <ul className="grid gap-1.5">
            {[5, 4, 3, 2, 1].map((mark) => (
              <MarkBar
                key={mark}
                mark={mark}
                label={t(`answer.${scale}.${mark as 1}`)}
                count={counts[mark - 1] ?? 0}
                share={(counts[mark - 1] ?? 0) / most}
              />
            ))}
          </ul>
          <figcaption className="mt-2 text-ink-soft text-sm tabular-nums">
            {t('answer.mean', { mean: shown, count: marks.length })}
          </figcaption>
        </figure>
      )}
      {words.length > 0 && (
        <ul className="grid gap-2 sm:grid-cols-2">
          {words.map((said, nth) => (
            <li
              // biome-ignore lint/suspicious/noArrayIndexKey: the same may be said twice, and never changes
              key={nth}
              dir="auto"
              className="rounded-lg border border-line bg-raised px-3.5 py-2.5 text-pretty wrap-anywhere"
            >
              {said}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

type BarProps = { mark: number; label: string; count: number; share: number }

function MarkBar({ mark, label, count, share }: BarProps) {
  return (
    <li className="flex items-center gap-3 text-sm">
      <span className="text-ink-soft">
        <Face mark={mark} size={22} />
      </span>
      <span className="w-28 shrink-0 text-ink-soft sm:w-36">{label}</span>
      <svg
        aria-hidden
        className="h-4 min-w-0 flex-1"
        preserveAspectRatio="none"
        viewBox="0 0 100 8"
      >
        <rect width="100" height="8" rx="1" fill="var(--color-hover)" />
        <rect width={share * 100} height="8" rx="1" fill="var(--color-accent)" />
      </svg>
      <span className="w-6 shrink-0 text-end font-medium tabular-nums">{count}</span>
    </li>
  )
}
