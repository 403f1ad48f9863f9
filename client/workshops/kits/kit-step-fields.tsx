import type { Language } from '@atelier/shared/people/choices'
import type { NewStage } from '@atelier/shared/workshops/stage'
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { say, topicLines, withTopics } from './kit-draft'

type Props = {
  stage: NewStage
  nth: number
  isLast: boolean
  language: Language
  onChange(stage: NewStage): void
  onMove(by: -1 | 1): void
  onRemove(): void
}

const wholeBetween = (typed: string, least: number, most: number): number | null => {
  const whole = Number.parseInt(typed, 10)
  return Number.isNaN(whole) ? null : Math.min(most, Math.max(least, whole))
}

/** One step of an agenda: its words in the language that is being written, its time, and what its kind needs. */
export function KitStepFields(props: Props) {
  const { t } = useTranslation('workshop-kits')
  const { stage, nth, language, onChange } = props
  const { kind, rules } = stage
  return (
    <fieldset className="grid gap-3 border-line border-t pt-4">
      <legend className="sr-only">{t('edit.step', { nth })}</legend>
      <StepHead {...props} />
      <div className="grid grid-cols-[minmax(0,1fr)_6rem] gap-3">
        <TextField
          label={t('edit.stepName')}
          value={stage.title[language] ?? ''}
          onChange={(text) => onChange({ ...stage, title: say(stage.title, language, text) })}
          maxLength={80}
        />
        <TextField
          label={t('edit.stepMinutes')}
          inputMode="numeric"
          value={stage.minutes === null ? '' : String(stage.minutes)}
          onChange={(typed) => onChange({ ...stage, minutes: wholeBetween(typed, 1, 240) })}
        />
      </div>
      <TextArea
        label={t('edit.prompt')}
        rows={1}
        value={stage.prompt?.[language] ?? ''}
        onChange={(text) => onChange({ ...stage, prompt: say(stage.prompt, language, text) })}
        maxLength={500}
      />
      {(kind === 'ideate' || kind === 'round-robin') && (
        <TextArea
          label={t('edit.topics')}
          description={t('edit.topicsWords')}
          rows={2}
          value={topicLines(stage, language)}
          onChange={(lines) => onChange(withTopics(stage, lines, language))}
        />
      )}
      {kind === 'vote' && (
        <TextField
          className="w-40"
          label={t('edit.votes')}
          inputMode="numeric"
          value={rules.votes === undefined ? '' : String(rules.votes)}
          onChange={(typed) => {
            const votes = wholeBetween(typed, 1, 20) ?? undefined
            onChange({ ...stage, rules: { ...rules, votes, votesOnOne: undefined } })
          }}
        />
      )}
    </fieldset>
  )
}

function StepHead({ stage, nth, isLast, language, onMove, onRemove }: Props) {
  const { t } = useTranslation('workshop-kits')
  const title = stage.title[language] || t(`kinds.${stage.kind}`)
  return (
    <div className="flex items-center gap-1">
      <p className="min-w-0 flex-1 truncate font-medium text-sm">
        <span className="text-ink-faint tabular-nums">{nth}</span> {t(`kinds.${stage.kind}`)}
      </p>
      <IconButton
        size="small"
        label={t('edit.up', { title })}
        isDisabled={nth === 1}
        onPress={() => onMove(-1)}
      >
        <ArrowUp size={15} aria-hidden />
      </IconButton>
      <IconButton
        size="small"
        label={t('edit.down', { title })}
        isDisabled={isLast}
        onPress={() => onMove(1)}
      >
        <ArrowDown size={15} aria-hidden />
      </IconButton>
      <IconButton size="small" label={t('edit.remove', { title })} onPress={onRemove}>
        <X size={15} aria-hidden />
      </IconButton>
    </div>
  )
}
