import { newUuid } from '@atelier/shared/basics/uuid'
import { longestTitle } from '@atelier/shared/journals/limits'
import type { OwnPromptSet } from '@atelier/shared/journals/prompt-contract'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { DialogFoot } from '../ui/dialog'
import { FormFrame } from '../ui/form-frame'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'
import { MentorshipChoice } from './mentorship-choice'

/** A set of one's own: made, or written anew as another version. Entries keep the questions they began with. */
export function SetForm({ set, onClose }: { set: OwnPromptSet | null; onClose: () => void }) {
  const { t } = useTranslation('journals')
  const [id] = useState(newUuid)
  const [title, setTitle] = useState(set?.title ?? '')
  const [lines, setLines] = useState(set?.prompts.join('\n') ?? '')
  const [mentorshipId, choose] = useState(set?.mentorshipId ?? null)
  const form = useFormRequest(
    async () => {
      const words = { title, prompts: promptsIn(lines) }
      if (!set)
        return void (await ask(
          api.me['prompt-sets'].$post({ json: { id, mentorshipId, ...words } }),
        ))
      const version = { ...words, basedOn: set.version }
      await ask(
        api.me['prompt-sets'][':setId'].versions.$post({ param: { setId: set.id }, json: version }),
      )
      toast({ text: t('sets.changed') })
    },
    { renews: [['journals', 'prompts']], done: onClose },
  )
  return (
    <FormFrame onSubmit={() => form.send(undefined)} fault={form.fault} errors={form.errors}>
      <TextField
        label={t('sets.name')}
        value={title}
        onChange={setTitle}
        maxLength={longestTitle}
        error={form.errors.title}
        autoFocus
      />
      <TextArea
        label={t('sets.prompts')}
        description={t('sets.promptsHint')}
        rows={5}
        value={lines}
        onChange={setLines}
        error={form.errors.prompts}
      />
      {!set && (
        <MentorshipChoice
          label={t('sets.for')}
          value={mentorshipId}
          onChange={choose}
          look="field"
          showLabel
        />
      )}
      <DialogFoot>
        <Button tone="quiet" onPress={onClose}>
          {t('sets.cancel')}
        </Button>
        <Button
          type="submit"
          tone="primary"
          isPending={form.isPending}
          isDisabled={title.trim() === '' || promptsIn(lines).length === 0}
        >
          {t('sets.save')}
        </Button>
      </DialogFoot>
    </FormFrame>
  )
}

const promptsIn = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
