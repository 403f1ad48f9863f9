import type { QuestionPlace } from '@atelier/shared/mentorships/mentoring'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { useChange } from '../../api/use-change'
import { toast } from '../../ui/toast'

const route = api.sections[':id'].threads[':threadId'].resolve

/** What was talked about may be settled where it was asked, too: whoever ticks it says so. */
export function useOfferToSettle(): (question: QuestionPlace | null) => void {
  const { t } = useTranslation('mentorships')
  const settle = useChange(
    ({ sectionId, threadId }: QuestionPlace) =>
      ask(route.$post({ param: { id: sectionId, threadId } })),
    { renews: [['mentorships']], done: () => toast({ text: t('agenda.settled') }) },
  )
  return (question) => {
    if (question === null || question.isSettled) return
    const action = { label: t('agenda.settle'), onPress: () => settle.mutate(question) }
    toast({ text: t('agenda.stillOpen'), action })
  }
}
