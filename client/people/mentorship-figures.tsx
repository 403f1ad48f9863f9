import type { MentorshipFigures as Figures } from '@atelier/shared/mentorships/mentorship'
import { useTranslation } from 'react-i18next'
import { useCanInWorkspace } from '../access/use-can'
import { api, ask } from '../api/api'
import { useLiveQuery } from '../api/use-live-query'

/** For whoever runs the workspace: about how many mentorships go on, and nothing else of them. */
export function MentorshipFigures() {
  const mayManage = useCanInWorkspace('manage')
  return mayManage ? <Shown /> : null
}

function Shown() {
  const { t } = useTranslation('mentorships')
  const { data } = useLiveQuery(
    ['mentorships', 'figures'],
    (): Promise<Figures> => ask(api.mentorships.figures.$get()),
  )
  if (!data) return null
  const { atLeast } = data
  return (
    <section aria-labelledby="mentorship-figures" className="mt-12 border-line border-t pt-8">
      <h2 id="mentorship-figures" className="mb-1 font-semibold text-lg">
        {t('figures.title')}
      </h2>
      <p className="max-w-prose text-ink-soft text-pretty">
        {atLeast === null ? t('figures.tooFew') : t('figures.atLeast', { count: atLeast })}
      </p>
      <p className="mt-2 max-w-prose text-ink-faint text-sm text-pretty">{t('figures.why')}</p>
    </section>
  )
}
