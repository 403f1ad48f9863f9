import { Label } from 'react-aria-components/Label'
import { ProgressBar } from 'react-aria-components/ProgressBar'
import { useTranslation } from 'react-i18next'

/** `share` has been sent; then it is read, for as long as that takes. */
export function ImportProgress({ name, share }: { name: string; share: number }) {
  const { t } = useTranslation('exchange')
  return (
    <ProgressLine
      words={t(share >= 1 ? 'import.reading' : 'import.sending', { name })}
      share={share}
    />
  )
}

type LineProps = { words: string; share: number; figures?: string }

/** From 1 on it is not known how long it still takes, but where `figures` say it. */
export function ProgressLine({ words, share, figures }: LineProps) {
  const isSent = share >= 1 && figures === undefined
  return (
    <ProgressBar
      value={share * 100}
      {...(figures !== undefined && { valueLabel: figures })}
      isIndeterminate={isSent}
      className="grid grid-cols-1 gap-2 py-6"
    >
      {({ percentage = 0, valueText }) => (
        <>
          <div className="flex justify-between gap-4">
            <Label className="min-w-0 truncate">{words}</Label>
            {!isSent && <span className="text-ink-soft tabular-nums">{valueText}</span>}
          </div>
          <div className="h-2 overflow-hidden rounded-full bg-hover">
            <div
              className={`h-full rounded-full bg-accent transition-[width] duration-200 motion-reduce:transition-none ${isSent ? 'animate-pulse' : ''}`}
              style={{ width: `${isSent ? 100 : percentage}%` }}
            />
          </div>
        </>
      )}
    </ProgressBar>
  )
}
