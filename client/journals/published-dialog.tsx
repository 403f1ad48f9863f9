import {
  firstNameOf,
  type OwnPublication,
  type ShownName,
} from '@atelier/shared/publications/publication'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useFormat } from '../i18n/use-format'
import { PublicationCard } from '../publications/publication-card'
import { useOwnPublications } from '../publications/publication-records'
import { WithdrawButton } from '../publications/withdraw-button'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog, DialogFoot } from '../ui/dialog'
import { useRefusalText } from '../ui/refusal-text'
import { Loading, SkeletonLines } from '../ui/skeleton'

/** All that somebody has given out of their journal, wherever it is read, to be taken back. */
export function PublishedDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('publications')
  const refusalText = useRefusalText()
  const { data, error } = useOwnPublications()
  return (
    <Dialog
      isOpen
      width="medium"
      onOpenChange={(isOpen) => isOpen || onClose()}
      title={t('own.title')}
      description={t('own.words')}
    >
      {error && !data && <Banner tone="danger">{refusalText(error)}</Banner>}
      {!data && !error && (
        <Loading>
          <SkeletonLines lines={3} />
        </Loading>
      )}
      {data?.publications.length === 0 && (
        <p className="text-ink-soft text-pretty">{t('own.none')}</p>
      )}
      {data && data.publications.length > 0 && (
        <ul aria-label={t('own.title')} className="grid gap-4">
          {data.publications.map((one) => (
            <li key={one.id}>
              <Published publication={one} />
            </li>
          ))}
        </ul>
      )}
      <DialogFoot>
        <Button tone="quiet" onPress={onClose}>
          {t('own.close')}
        </Button>
      </DialogFoot>
    </Dialog>
  )
}

function Published({ publication }: { publication: OwnPublication }) {
  const { t } = useTranslation('publications')
  const { day } = useFormat()
  const { name } = useMe()
  const { id, project, outcome, shownAs, withdrawnAt, publishedAt, parts } = publication
  const names: Record<ShownName, string | null> = {
    name,
    'first-name': firstNameOf(name),
    anonymous: null,
  }
  const on = publishedAt.slice(0, 10)
  const where = useRef<HTMLParagraphElement>(null)
  return (
    <>
      <p ref={where} tabIndex={-1} className="mb-1.5 rounded-sm text-ink-soft text-sm" dir="auto">
        {project ? t('own.in', { project: project.title }) : t('own.elsewhere')}
      </p>
      {withdrawnAt === null ? (
        <PublicationCard
          publication={{ parts, name: names[shownAs], on }}
          outcome={outcome === null ? undefined : { name: outcome }}
          action={
            <WithdrawButton
              publicationId={id}
              projectId={project?.id ?? null}
              onWithdrawn={() => where.current?.focus()}
            />
          }
        />
      ) : (
        <p className="text-ink-faint text-sm">
          {t('own.gone', { day: day(withdrawnAt.slice(0, 10)) })}
        </p>
      )}
    </>
  )
}
