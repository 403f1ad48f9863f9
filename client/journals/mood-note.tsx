import type { Mood } from '@atelier/shared/journals/journal'
import { Lock, Smile } from 'lucide-react'
import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { useTranslation } from 'react-i18next'
import { useMood } from './journal-records'
import type { EntryChanges } from './use-entry-changes'

const steps = ['1', '2', '3', '4', '5'] as const

/** How somebody felt, if they like: for themself alone. */
export function MoodNote({ entryId, changes }: { entryId: string; changes: EntryChanges }) {
  const { t } = useTranslation('journals')
  const { data } = useMood(entryId)
  const [isOpen, setOpen] = useState(false)
  const [said, say] = useState<{ mood: Mood; over: Mood } | null>(null)
  if (!data) return null
  // Until it is known to be stored, what is pressed next stands on what was pressed last.
  const isNews = said !== null && (changes.feel.isPending || said.over === data)
  const value = isNews && !changes.feel.isError ? said.mood : data
  const feel = (mood: Mood) => {
    say({ mood, over: data })
    changes.feel.mutate(mood)
  }
  const isSet = value.mood !== null || value.energy !== null
  if (!isOpen && !isSet) {
    return (
      <Button className="journal-quiet-button" onPress={() => setOpen(true)}>
        <Smile size={15} aria-hidden />
        {t('mood.open')}
      </Button>
    )
  }
  return (
    <div className="journal-mood">
      <Scale of="mood" value={value} onChange={feel} />
      <Scale of="energy" value={value} onChange={feel} />
      <p className="flex items-center gap-1.5 text-ink-faint text-xs">
        <Lock size={12} aria-hidden />
        {t('mood.private')}
      </p>
    </div>
  )
}

function Scale(props: { of: keyof Mood; value: Mood; onChange: (mood: Mood) => void }) {
  const { of, value, onChange } = props
  const { t } = useTranslation('journals')
  const chosen = value[of]
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="w-16 text-ink-soft text-sm">{t(`mood.${of}`)}</span>
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
      <span className="text-ink-faint text-xs">
        {chosen !== null && t(`mood.step.${of}.${chosen}`)}
      </span>
    </div>
  )
}
