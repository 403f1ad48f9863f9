import type { FollowUp, Goal, ToDos } from '@atelier/shared/mentorships/mentoring'
import { useLocation } from '@tanstack/react-router'
import { Plus, SquareKanban } from 'lucide-react'
import { type ReactNode, useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { MenuItem } from '../../ui/menu'
import { DueDay } from '../due-day'
import { Fold } from '../fold'
import { FollowUpTick } from '../follow-up-row'
import { GoalDialog } from '../goal-dialog'
import { GoalRow } from '../goal-row'
import { PutOnBoardDialog } from './put-on-board-dialog'
import { ToDoPlace } from './to-do-place'
import { toDosHash } from './to-dos-hash'
import type { ToDo } from './use-put-on-board'

/** What one has to do and aims at, from all mentorships: ticked and changed right here. */
export function ToDoPart({ toDos: { followUps, goals } }: { toDos: ToDos }) {
  const { t } = useTranslation('mentorships')
  const [edited, setEdited] = useState<Goal | 'new' | null>(null)
  const [put, setPut] = useState<ToDo | null>(null)
  const followUp = (one: FollowUp) => (
    <FollowUpEntry
      key={one.id}
      followUp={one}
      onPut={() => setPut({ kind: 'follow-up', id: one.id, words: one.words, due: one.due })}
    />
  )
  const goal = (one: Goal) => (
    <GoalRow
      key={one.id}
      goal={one}
      onEdit={() => setEdited(one)}
      beside={<ToDoPlace {...one} />}
      also={
        one.card === null && (
          <MenuItem
            icon={<SquareKanban size={15} />}
            onAction={() => setPut({ kind: 'goal', id: one.id, words: one.title, due: one.due })}
          >
            {t('card.put')}
          </MenuItem>
        )
      }
    />
  )
  const done = [
    ...followUps.filter(({ isDone }) => isDone).map(followUp),
    ...goals.filter(({ state }) => state !== 'open').map(goal),
  ]
  const part = useFocusFromHash()
  return (
    <section
      ref={part}
      tabIndex={-1}
      aria-label={t('toDos.all')}
      className="scroll-mt-16 outline-none"
    >
      <Part title={t('toDos.followUps')}>
        {followUps.filter(({ isDone }) => !isDone).map(followUp)}
      </Part>
      <Part
        title={t('toDos.goals')}
        action={
          <Button
            size="small"
            icon={<Plus aria-hidden size={15} />}
            onPress={() => setEdited('new')}
          >
            {t('goals.add')}
          </Button>
        }
      >
        {goals.filter(({ state }) => state === 'open').map(goal)}
      </Part>
      {done.length > 0 && (
        <div className="mt-6">
          <Fold title={t('toDos.done')} count={done.length} level={2}>
            <ul>{done}</ul>
          </Fold>
        </div>
      )}
      {edited && (
        <GoalDialog
          goal={edited === 'new' ? null : edited}
          mentorshipId={null}
          onClose={() => setEdited(null)}
        />
      )}
      {put && <PutOnBoardDialog toDo={put} onClose={() => setPut(null)} />}
    </section>
  )
}

/** It stands below all cards: a link to it leads there. */
function useFocusFromHash() {
  const part = useRef<HTMLElement>(null)
  const hash = useLocation({ select: (place) => place.hash })
  useEffect(() => {
    if (hash !== toDosHash) return
    part.current?.scrollIntoView()
    part.current?.focus({ preventScroll: true })
  }, [hash])
  return part
}

function Part(props: { title: string; action?: ReactNode; children: ReactNode[] }) {
  const id = useId()
  if (props.children.length === 0 && !props.action) return null
  return (
    <section aria-labelledby={id} className="mt-8">
      <div className="mb-1 flex min-h-8 items-center gap-3">
        <h2 id={id} className="min-w-0 flex-1 font-medium text-ink-soft text-sm">
          {props.title}{' '}
          <span className="font-normal text-ink-faint tabular-nums">{props.children.length}</span>
        </h2>
        {props.action}
      </div>
      <ul>{props.children}</ul>
    </section>
  )
}

function FollowUpEntry({ followUp, onPut }: { followUp: FollowUp; onPut(): void }) {
  const { t } = useTranslation('mentorships')
  const { words, due, isDone, card } = followUp
  return (
    <li className="flex items-start gap-2 py-1">
      <div className="min-w-0 flex-1">
        <FollowUpTick followUp={followUp} />
        <p className="ms-7 flex flex-wrap items-center gap-2 text-ink-faint text-xs">
          {due && <DueDay day={due} isDone={isDone} />}
          <ToDoPlace {...followUp} />
        </p>
      </div>
      {card === null && (
        <IconButton size="small" label={t('card.putOne', { words })} onPress={onPut}>
          <SquareKanban aria-hidden size={15} />
        </IconButton>
      )}
    </li>
  )
}
