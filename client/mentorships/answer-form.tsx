import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useFormRequest } from '../api/use-form-request'
import { Button } from '../ui/button'
import { FormFrame } from '../ui/form-frame'
import { TextArea } from '../ui/text-area'

type Props = {
  id: string
  /** Held outside, so that they are still there whatever becomes of this form. */
  words: string
  onWords(words: string): void
  onDone?(accept: boolean): unknown
}

/** Yes or no, either with a kind word. */
export function AnswerForm({ id, words, onWords, onDone }: Props) {
  const { t } = useTranslation('mentorships')
  const form = useFormRequest(
    async (accept: boolean) => {
      await ask(api.mentorships[':id'].answer.$post({ param: { id }, json: { accept, words } }))
      return accept
    },
    { renews: [['mentorships']], done: async (accept) => void (await onDone?.(accept)) },
  )
  return (
    <FormFrame
      onSubmit={() => form.send(true)}
      fault={form.fault}
      errors={form.errors}
      className="space-y-3"
    >
      <TextArea
        label={t('answer.words')}
        placeholder={t('answer.wordsExample')}
        rows={2}
        value={words}
        onChange={onWords}
        maxLength={1000}
        error={form.errors.words}
      />
      <div className="flex flex-wrap gap-2">
        <Button tone="primary" type="submit" isPending={form.isPending}>
          {t('answer.accept')}
        </Button>
        <Button isDisabled={form.isPending} onPress={() => form.send(false)}>
          {t('answer.decline')}
        </Button>
      </div>
    </FormFrame>
  )
}
