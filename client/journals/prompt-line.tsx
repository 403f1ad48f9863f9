import type { Section } from '@atelier/shared/journals/journal'
import { longestPrompt } from '@atelier/shared/journals/limits'
import { useTranslation } from 'react-i18next'
import { goToText } from './go-to-text'
import type { PendingWrites } from './pending-writes'
import type { EntryChanges } from './use-entry-changes'
import { useWrittenField } from './use-written-field'

type Props = {
  section: Section
  mayChange: boolean
  /** Shown although there is none, for somebody who wants to write one. */
  isWanted: boolean
  changes: EntryChanges
  writes: PendingWrites
}

/** A question above a section’s text, and no part of it. */
export function PromptLine({ section, mayChange, isWanted, changes, writes }: Props) {
  const { t } = useTranslation('journals')
  const { id, prompt } = section
  const save = (said: string) => changes.changeSection(id, { prompt: said.trim() })
  const { shown, write, leave } = useWrittenField({
    ...{ name: id, value: prompt, save, writes },
  })
  if (!mayChange) {
    return prompt === '' ? null : (
      <h2 className="journal-prompt" dir="auto">
        {prompt}
      </h2>
    )
  }
  if (shown === '' && !isWanted) return null
  return (
    <h2>
      <textarea
        className="journal-prompt"
        aria-label={t('prompt.label')}
        placeholder={t('prompt.placeholder')}
        rows={1}
        maxLength={longestPrompt}
        dir="auto"
        value={shown}
        // Asked for a moment ago.
        // biome-ignore lint/a11y/noAutofocus: the menu that asked for it has closed
        autoFocus={isWanted}
        onKeyDown={(event) => goToText(event, '.journal-section')}
        onChange={(event) => write(event.target.value.replace(/\s*\n\s*/g, ' '))}
        onBlur={leave}
      />
    </h2>
  )
}
