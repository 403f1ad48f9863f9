import type { Outcome, OutcomeWork } from '@atelier/shared/outcomes/outcome'
import { Link } from '@tanstack/react-router'
import { GripVertical, Lightbulb } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Badge } from '../ui/badge'
import { useFocusAlong } from '../ui/use-focus-along'
import type { RowDrag } from '../ui/use-row-drag'
import { OutcomeMenu } from './outcome-menu'
import './outcomes.css'

type Props = {
  projectId: string
  outcome: Outcome
  /** Among all that are shown. */
  place: number
  count: number
  work: readonly OutcomeWork[]
  /** What was given towards it out of journals. */
  evidence: ReactNode
  /** Null for those who do not lead. */
  acts: Acts | null
}

type Acts = { edit(): void; moveTo(place: number): void; drag: RowDrag }

/** One outcome: its words, and what is done towards it, board by board. */
export function OutcomeRow({ projectId, outcome, place, count, work, evidence, acts }: Props) {
  const { t } = useTranslation('outcomes')
  const { row, keepFocus } = useFocusAlong(place)
  const step = (by: -1 | 1) => {
    if (place + by < 0 || place + by >= count) return
    keepFocus()
    acts?.moveTo(place + by)
  }
  const press = (event: KeyboardEvent) => {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key] as -1 | 1 | undefined
    if (!acts || by === undefined || !event.altKey || !event.shiftKey) return
    event.preventDefault()
    step(by)
  }
  const level = t(`levels.${outcome.level}`)
  return (
    <li
      ref={row}
      data-outcome={outcome.id}
      data-outcome-drop={acts?.drag.dropAt(outcome.id)}
      className="outcome-row flex items-start gap-2 py-3"
      onKeyDown={press}
    >
      {acts && count > 1 && (
        <span className="outcome-grip" {...acts.drag.handlers(outcome.id)}>
          <GripVertical aria-hidden size={14} />
        </span>
      )}
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
        {evidence}
      </div>
      {acts && (
        <OutcomeMenu
          projectId={projectId}
          outcome={outcome}
          place={place}
          count={count}
          edit={acts.edit}
          step={step}
        />
      )}
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
