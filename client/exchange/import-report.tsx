import {
  type Imported,
  type SkipReason,
  shownOfReason as shown,
} from '@atelier/shared/exchange/exchange'
import { Link } from '@tanstack/react-router'
import { CircleCheck, FileText, SquareKanban, TriangleAlert } from 'lucide-react'
import { Fragment, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { DialogFoot } from '../ui/dialog'

/** What is there now, and what is not, each with its reason. */
export function ImportReport({
  imported,
  onClose,
  about,
  children,
}: {
  imported: Imported
  onClose: () => void
  /** What came, in numbers. */
  about?: ReactNode
  /** What else may be done about it. */
  children?: ReactNode
}) {
  const { t } = useTranslation('exchange')
  const { docs, boards, files, comments, skipped } = imported
  return (
    <div>
      <p className="flex items-start gap-2.5" role="status">
        <CircleCheck size={20} className="mt-0.5 shrink-0 text-accent" aria-hidden />
        <span>
          {[
            ...(docs.length > 0 || boards.length === 0
              ? [t('report.docs', { count: docs.length })]
              : []),
            ...(boards.length > 0 ? [t('report.boards', { count: boards.length })] : []),
            ...(files > 0 ? [t('report.files', { count: files })] : []),
            ...(comments > 0 ? [t('report.comments', { count: comments })] : []),
          ].join(' · ')}
        </span>
      </p>
      <ul className="mt-3 grid gap-0.5">
        {docs.slice(0, shown).map(({ id, title }) => (
          <li key={id}>
            <Link to="/docs/$docId" params={{ docId: id }} className={thing}>
              <FileText size={16} className="shrink-0 text-ink-faint" aria-hidden />
              <span className="truncate">{title || t('report.untitled')}</span>
            </Link>
          </li>
        ))}
        <More count={docs.length - shown} />
        {boards.slice(0, shown).map(({ id, title }) => (
          <li key={id}>
            <Link to="/boards/$boardId" params={{ boardId: id }} className={thing}>
              <SquareKanban size={16} className="shrink-0 text-ink-faint" aria-hidden />
              <span className="truncate">{title || t('report.untitledBoard')}</span>
            </Link>
          </li>
        ))}
        <More count={boards.length - shown} />
      </ul>
      {about}
      {skipped.length > 0 && <SkippedList imported={imported} />}
      <DialogFoot>
        {children}
        <Button tone="primary" onPress={onClose}>
          {t('report.done')}
        </Button>
      </DialogFoot>
    </div>
  )
}

const thing = 'flex min-h-8 items-center gap-2 rounded-md px-2 hover:bg-hover'

function More({ count }: { count: number }) {
  const { t } = useTranslation('exchange')
  return count > 0 && <li className="px-2 text-ink-faint text-sm">{t('report.more', { count })}</li>
}

function SkippedList({ imported }: { imported: Imported }) {
  const { t } = useTranslation('exchange')
  const { skipped, skippedInAll, skippedFor } = imported
  const reasons = [...new Set(skipped.map(({ why }) => why))]
  return (
    <section className="mt-5">
      <h3 className="flex items-center gap-2 font-medium">
        <TriangleAlert size={18} className="text-warning" aria-hidden />
        {t('report.skipped', { count: skippedInAll })}
      </h3>
      <ul className="mt-2 grid gap-2.5 text-sm">
        {reasons.map((why) => (
          <Reason
            key={why}
            why={why}
            names={skipped.filter((one) => one.why === why).map(({ name }) => name)}
            all={skippedFor[why] ?? 0}
          />
        ))}
      </ul>
    </section>
  )
}

function Reason({ why, names, all }: { why: SkipReason; names: string[]; all: number }) {
  const { t } = useTranslation('exchange')
  const told = names.slice(0, shown)
  return (
    <li>
      <p className="text-ink-soft">{t(`skip.${why}`)}</p>
      <p className="wrap-anywhere text-ink-faint">
        {told.map((name, nth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: names are told once, and stay
          <Fragment key={nth}>
            {nth > 0 && ', '}
            <bdi>{name}</bdi>
          </Fragment>
        ))}
        {all > told.length && ` ${t('report.more', { count: all - told.length })}`}
      </p>
    </li>
  )
}
