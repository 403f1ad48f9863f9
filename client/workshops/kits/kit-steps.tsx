import { minutesOf } from '@atelier/shared/workshops/kit'
import { type NewStage, wordsIn } from '@atelier/shared/workshops/stage'
import { useTranslation } from 'react-i18next'
import { classNames } from '../../ui/class-names'

/** An agenda in one line: a step as wide as it is long, and in words what they are. */
export function KitSteps({ stages, language }: { stages: NewStage[]; language: string }) {
  const { t } = useTranslation('workshop-kits')
  const minutes = minutesOf({ stages })
  return (
    <div className="mt-3">
      <div aria-hidden className="flex h-1.5 gap-0.5">
        {stages.map(({ key, kind, minutes: own }) => (
          <span
            key={key}
            style={{ flexGrow: own ?? 5 }}
            className={classNames(
              'min-w-1 basis-0 rounded-full',
              kind === 'ideate' || kind === 'round-robin' ? 'bg-accent' : 'bg-line-strong/50',
            )}
          />
        ))}
      </div>
      <p className="mt-1.5 text-ink-faint text-xs tabular-nums">
        {t('steps', { count: stages.length })}
        {minutes > 0 && ` · ${t('minutes', { count: minutes })}`}
      </p>
      <p className="mt-0.5 line-clamp-2 text-ink-faint text-xs">
        {stages.map(({ title }) => wordsIn(title, language)).join(' · ')}
      </p>
    </div>
  )
}
