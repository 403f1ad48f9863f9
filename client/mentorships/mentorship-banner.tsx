import type { MentorshipSubject } from '@atelier/shared/access/can-in-journals'
import type { MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useCan } from '../access/use-can'
import { Avatar } from '../ui/avatar'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { cardClass } from '../ui/card'
import { classNames } from '../ui/class-names'
import { AnswerForm } from './answer-form'
import { useAsks } from './asking-card'
import { Quoted } from './quoted'
import { useMentorshipActs } from './use-mentorship-acts'

type Props = { page: MentorshipPage; subject: MentorshipSubject }

/** What its state asks of the reader: to answer, to wait, to go on; and the words it began with. */
export function MentorshipBanner({ page, subject }: Props) {
  const { t } = useTranslation('mentorships')
  const can = useCan()
  const { resume } = useMentorshipActs(page.id)
  if (can('answer', subject)) return <Asks page={page} />
  if (page.state === 'paused')
    return (
      <div className="mt-8">
        <Banner
          tone="warning"
          action={
            can('pause', subject) && (
              <Button size="small" isPending={resume.isPending} onPress={() => resume.mutate()}>
                {t('acts.resume')}
              </Button>
            )
          }
        >
          {t('paused')}
        </Banner>
      </div>
    )
  if (page.state === 'asked' || page.state === 'declined') return <Words page={page} />
  return null
}

function Asks({ page }: { page: MentorshipPage }) {
  const asks = useAsks()
  const [words, setWords] = useState('')
  return (
    <div className={classNames(cardClass, 'mt-8 max-w-2xl space-y-4 p-6')}>
      <p className="font-medium">{asks(page)}</p>
      <Quoted words={page.words} />
      <AnswerForm id={page.id} words={words} onWords={setWords} />
    </div>
  )
}

/** Before it has begun: what was asked, and what was answered. */
function Words({ page }: { page: MentorshipPage }) {
  const { t } = useTranslation('mentorships')
  const { id: me } = useMe()
  return (
    <div className="mt-8 max-w-2xl space-y-6">
      <p className="text-ink-soft">
        {t(
          page.state === 'declined' ? 'isDeclined' : page.kind === 'pair' ? 'waits' : 'waitsCircle',
        )}
      </p>
      <Quoted words={page.words} />
      <ul aria-label={t('answers')} className="space-y-3">
        {page.people
          .filter(({ id }) => id !== page.askedBy)
          .map((one) => (
            <li key={one.id} className="flex gap-3">
              <Avatar name={one.name} colour={one.colour} size="small" />
              <div className="min-w-0 flex-1 space-y-1.5">
                <p>
                  {one.id === me ? t('you') : one.name}{' '}
                  <span className="text-ink-faint">
                    {t(`said.${one.answer === null ? 'nothing' : one.answer ? 'yes' : 'no'}`)}
                  </span>
                </p>
                <Quoted words={one.words} />
              </div>
            </li>
          ))}
      </ul>
    </div>
  )
}
