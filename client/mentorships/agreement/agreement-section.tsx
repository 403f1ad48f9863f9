import type { AgreementVersion, MentorshipPage } from '@atelier/shared/mentorships/mentorship'
import { Check, Pencil, Plus } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../access/session'
import { api, ask } from '../../api/api'
import { useChange } from '../../api/use-change'
import { useFormat } from '../../i18n/use-format'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { Nothing, Section } from '../section'
import { peopleNowIn } from '../standing'
import { AgreementDialog } from './agreement-dialog'
import { AgreementText } from './agreement-text'

type Props = { page: MentorshipPage; mayWork: boolean }

/** What they hold to: what is in force, and what somebody would like instead. */
export function AgreementSection({ page, mayWork }: Props) {
  const { t } = useTranslation('mentorships')
  const [isWriting, setWriting] = useState(false)
  const { agreement, proposed } = page
  const has = agreement !== null || proposed !== null
  return (
    <Section
      title={t('agreement.title')}
      action={
        mayWork &&
        has && (
          <IconButton label={t('agreement.change')} onPress={() => setWriting(true)}>
            <Pencil aria-hidden size={16} />
          </IconButton>
        )
      }
    >
      {!has && (
        <>
          <Nothing>{t(mayWork ? 'agreement.none' : 'agreement.noneReading')}</Nothing>
          {mayWork && (
            <Button
              className="mt-3"
              icon={<Plus aria-hidden size={16} />}
              onPress={() => setWriting(true)}
            >
              {t('agreement.write')}
            </Button>
          )}
        </>
      )}
      <div className="space-y-5">
        {proposed && <Proposed page={page} version={proposed} mayWork={mayWork} />}
        {agreement && <InForce page={page} version={agreement} />}
      </div>
      {isWriting && <AgreementDialog page={page} onClose={() => setWriting(false)} />}
    </Section>
  )
}

type VersionProps = { page: MentorshipPage; version: AgreementVersion }

function InForce({ page, version }: VersionProps) {
  const { t } = useTranslation('mentorships')
  const { day } = useFormat()
  const says = page.kind === 'pair' ? 'agreement.inForce' : 'agreement.inForceCircle'
  return (
    <div>
      <p className="mb-3 flex items-center gap-1.5 text-accent text-sm">
        <Check aria-hidden size={15} />
        {t(says, { day: day(version.writtenAt) })}
      </p>
      <AgreementText agreement={version} />
    </div>
  )
}

function Proposed({ page, version, mayWork }: VersionProps & { mayWork: boolean }) {
  const { t } = useTranslation('mentorships')
  const { list } = useFormat()
  const { id: me } = useMe()
  const name = page.people.find(({ id }) => id === version.writtenBy)?.name ?? ''
  const missing = peopleNowIn(page).filter(({ id }) => !version.agreedBy.includes(id))
  const waitsForMe = missing.some(({ id }) => id === me)
  const others = missing.filter(({ id }) => id !== me)
  const agree = useChange(
    (json: { version: number }) =>
      ask(api.mentorships[':id'].agreements.agree.$post({ param: { id: page.id }, json })),
    { renews: [['mentorships']] },
  )
  return (
    <div className="rounded-lg bg-accent-soft p-4">
      <p className="mb-3 font-medium text-sm text-pretty">
        {version.writtenBy === me
          ? t('agreement.proposedByYou')
          : t('agreement.proposed', { name })}
      </p>
      <AgreementText agreement={version} />
      {others.length > 0 && (
        <p className="mt-3 text-ink-soft text-sm">
          {t('agreement.waitsFor', { names: list(others.map((one) => one.name)) })}
        </p>
      )}
      {mayWork && waitsForMe && (
        <Button
          tone="primary"
          className="mt-4"
          isPending={agree.isPending}
          onPress={() => agree.mutate({ version: version.version })}
        >
          {t('agreement.agree')}
        </Button>
      )}
    </div>
  )
}
