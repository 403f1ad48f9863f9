import type { PersonCard } from '@atelier/shared/people/person'
import { CircleDashed, HeartHandshake } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMentorships } from '../api/mentorship-records'
import { Page, PageSkeleton } from '../shell/page'
import { useShellTitle } from '../shell/shell-header'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { useRefusalText } from '../ui/refusal-text'
import { AskDialog } from './finding/ask-dialog'
import { CircleDialog } from './finding/circle-dialog'
import { FindMentors } from './finding/find-mentors'
import { MyMentorships } from './my-mentorships'

type Asking = { kind: 'pair'; person: PersonCard | null } | { kind: 'circle' }

/** With whom one learns, and whom one could ask. */
export function MentorshipsScreen() {
  const { t } = useTranslation('mentorships')
  const { data, error } = useMentorships()
  const [asking, setAsking] = useState<Asking | null>(null)
  const refusalText = useRefusalText()
  const close = () => setAsking(null)
  const ask = (person: PersonCard | null) => setAsking({ kind: 'pair', person })
  useShellTitle(t('title'))
  if (!data && !error) return <PageSkeleton />
  return (
    <Page>
      <header className="mb-10 flex flex-wrap items-start gap-x-4 gap-y-4">
        <div className="min-w-0 flex-1 basis-72">
          <h1 className="font-semibold text-2xl">{t('title')}</h1>
          <p className="mt-1 max-w-prose text-ink-soft text-pretty">{t('words')}</p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button
            icon={<CircleDashed aria-hidden size={16} />}
            onPress={() => setAsking({ kind: 'circle' })}
          >
            {t('circle.start')}
          </Button>
          <Button
            tone="primary"
            icon={<HeartHandshake aria-hidden size={16} />}
            onPress={() => ask(null)}
          >
            {t('ask.open')}
          </Button>
        </div>
      </header>
      <div className="grid gap-x-14 gap-y-14 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <div className="min-w-0">
          {error && !data && <Banner tone="danger">{refusalText(error)}</Banner>}
          {data && <MyMentorships mentorships={data} />}
        </div>
        <FindMentors mentorships={data ?? []} onAsk={ask} />
      </div>
      {asking?.kind === 'pair' && <AskDialog person={asking.person} onClose={close} />}
      {asking?.kind === 'circle' && <CircleDialog onClose={close} />}
    </Page>
  )
}
