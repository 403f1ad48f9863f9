import type { Outcome, OutcomeWork } from '@atelier/shared/outcomes/outcome'
import { Link } from '@tanstack/react-router'
import { Lightbulb } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge'
import { OutcomeMenu } from './outcome-menu'
import './outcomes.css'

type Props = {
  projectId: string
  outcome: Outcome
  /** All that are shown, in order. */
  among: readonly Outcome[]
  work: readonly OutcomeWork[]
  /** Null for those who do not lead. */
  acts: { edit(): void; announce(words: string): void } | null
}

/** One outcome: its words, and what is done towards it, board by board. */
export function OutcomeRow({ projectId, outcome, among, work, acts }: Props) {
  const { t } = useTranslation('outcomes')
  const level = t(`levels.${outcome.level}`)
  return (
    <li className="flex items-start gap-2 py-3">
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <h3 className="min-w-0 font-medium wrap-anywhere" dir="auto">
            {outcome.name}
          </h3>
          <Badge tone="accent">
            <span className="sr-only">{t('level', { level })}</span>
            <span aria-hidden>{level}</span>
          </Badge>
        </div>
        {outcome.description && (
          <p className="mt-0.5 line-clamp-3 text-ink-soft text-sm wrap-anywhere" dir="auto">
            {outcome.description}
          </p>
        )}
        {work.length === 0 && <p className="mt-1 text-ink-faint text-sm">{t('work.none')}</p>}
        <ul>
          {work.map((one) => (
            <WorkLine key={one.board.id} outcome={outcome.id} work={one} />
          ))}
        </ul>
      </div>
      {acts && <OutcomeMenu projectId={projectId} outcome={outcome} among={among} {...acts} />}
    </li>
  )
}

/** Leads to the board, narrowed to the cards that contribute. */
function WorkLine({
  outcome,
  work: { board, cards, done, learned },
}: {
  outcome: string
  work: OutcomeWork
}) {
  const { t } = useTranslation('outcomes')
  return (
    <li className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-0.5 text-sm">
      <Link
        to="/boards/$boardId"
        params={{ boardId: board.id }}
        search={{ outcome }}
        className="min-w-0 truncate font-medium text-accent hover:underline"
      >
        <span dir="auto">{board.title || t('work.untitled')}</span>
      </Link>
      <span className="flex items-center gap-2 text-ink-soft">
        <progress aria-hidden className="outcome-progress" value={done} max={Math.max(cards, 1)} />
        {t('work.done', { done, count: cards })}
      </span>
      {learned > 0 && (
        <span className="flex items-center gap-1 text-ink-soft">
          <Lightbulb aria-hidden size={14} className="text-ink-faint" />
          {t('work.learned', { count: learned })}
        </span>
      )}
    </li>
  )
}
