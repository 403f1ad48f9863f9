import type { AskForMentorship } from '@atelier/shared/mentorships/mentorship'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { codeOf } from '../../api/request-failed'
import { useFormRequest } from '../../api/use-form-request'
import { toast } from '../../ui/toast'

/** A question under an id of its own: sent twice it is asked once. */
export function useAsk(onClose: () => void) {
  const { t } = useTranslation('mentorships')
  const form = useFormRequest((json: AskForMentorship) => ask(api.mentorships.$post({ json })), {
    renews: [['mentorships']],
    done: () => {
      toast({ text: t('ask.asked') })
      onClose()
    },
  })
  const code = form.error ? codeOf(form.error) : null
  if (code === 'conflict') return { ...form, fault: t('ask.already') }
  return code === 'too-many' ? { ...form, fault: t('ask.tooMany') } : form
}
