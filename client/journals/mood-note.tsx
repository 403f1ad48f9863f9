import type { Mood } from '@atelier/shared/journals/journal'
import type { TFunction } from 'i18next'
import { Lock, Smile } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useMood } from './journal-records'
import type { EntryChanges } from './use-entry-changes'

const steps = ['1', '2', '3', '4', '5'] as const

/** How somebody felt, if they like: for themself alone. */
export function MoodNote({ entryId, changes }: { entryId: string; changes: EntryChanges }) {
  const { t } = useTranslation('journals')
  const { data } = useMood(entryId)
  const [isOpen, setOpen] = useState(false)
  const opener = useRef<HTMLButtonElement>(null)
  const [said, say] = useState<{ mood: Mood; over: Mood } | null>(null)
  if (!data) return null
  // Until it is known to be stored, what is pressed next stands on what was pressed last.
  const isNews = said !== null && (changes.feel.isPending || said.over === data)
  const value = isNews && !changes.feel.isError ? said.mood : data
  const close = () => {
    flushSync(() => setOpen(false))
    opener.current?.focus()
  }
  const feel = (mood: Mood) => {
    say({ mood, over: data })
    changes.feel.mutate(mood)
  }
  if (!isOpen) {
    return (
      <Button className="journal-quiet-button" onPress={() => setOpen(true)} ref={opener}>
        <Smile size={15} aria-hidden />
        {saidOf(value, t) || t('mood.open')}
      </Button>
    )
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a key closes what is open, wherever one is in it
    <div
      ref={goIn}
      className="journal-mood"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        close()
      }}
    >
      <Scale of="mood" value={value} onChange={feel} />
      <Scale of="energy" value={value} onChange={feel} />
      <p className="flex items-center gap-1.5 text-ink-faint text-xs">
        <Lock size={12} aria-hidden />
        {t('mood.private')}
        <Button className="journal-quiet-button ms-1" onPress={close}>
          {t('mood.close')}
        </Button>
      </p>
    </div>
  )
}

/** Once, when it is opened: the button that opened it is gone. */
function goIn(scales: HTMLElement | null): void {
  const chosen = scales?.querySelector<HTMLElement>('[data-selected]')
  const first = chosen ?? scales?.querySelector<HTMLElement>('.journal-step')
  first?.focus()
}

/** In words, what was chosen; nothing where nothing was. */
function saidOf(value: Mood, t: TFunction<'journals'>): string {
  const said = (['mood', 'energy'] as const).flatMap((of) =>
    value[of] === null ? [] : [`${t(`mood.${of}`)}: ${t(`mood.step.${of}.${value[of]}`)}`],
  )
  return said.join(' · ')
}

function Scale(props: { of: keyof Mood; value: Mood; onChange: (mood: Mood) => void }) {
  const { of, value, onChange } = props
  const { t } = useTranslation('journals')
  const chosen = value[of]
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="w-full text-ink-soft text-sm sm:w-16">{t(`mood.${of}`)}</span>
      <span className="text-ink-faint text-xs sm:w-20 sm:text-end" aria-hidden>
        {t(`mood.step.${of}.1`)}
      </span>
      <ToggleButtonGroup
        aria-label={t(`mood.${of}`)}
        selectionMode="single"
        selectedKeys={chosen === null ? [] : [String(chosen)]}
        onSelectionChange={(keys) => {
          const [key] = [...keys]
          onChange({ ...value, [of]: key === undefined ? null : Number(key) })
        }}
        className="journal-scale"
      >
        {steps.map((step) => (
          <ToggleButton
            key={step}
            id={step}
            aria-label={t(`mood.step.${of}.${step}`)}
            className="journal-step"
            data-below={(chosen !== null && Number(step) < chosen) || undefined}
          />
        ))}
      </ToggleButtonGroup>
      <span className="text-ink-faint text-xs" aria-hidden>
        {t(`mood.step.${of}.5`)}
      </span>
      {chosen !== null && (
        <span className="ms-2 text-ink-soft text-xs">{t(`mood.step.${of}.${chosen}`)}</span>
      )}
    </div>
  )
}
