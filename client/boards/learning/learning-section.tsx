import type { Card } from '@atelier/shared/boards/card'
import { Sprout } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'
import { CardSection } from '../card/card-section'
import { AskedPrompt } from './asked-prompt'
import { beginGoal, beginNote } from './begin-words'
import { GoalCard } from './goal-card'
import { NoteCard } from './note-card'
import { takeWish } from './note-wish'
import './learning.css'

/**
 * What people want to learn by doing the card, and what they learned. Everybody writes their own; all see
 * all of it.
 */
export function LearningSection({ card }: { card: Card }) {
  const { t } = useTranslation('learning')
  const { room, editable } = useDesk()
  const me = room.me.id
  const { goals, learned } = card.learning
  const [writing, setWriting] = useState({ goal: false, note: takeWish(card.id) })
  const hasGoal = goals.some(({ person, text }) => person === me && text.trim() !== '')
  const hasNote = learned.some(({ person }) => person === me)
  const mine = {
    goal: hasGoal || (editable && writing.goal),
    note: hasNote || (editable && writing.note),
  }
  const write = (kind: 'goal' | 'note') => {
    if (kind === 'goal') beginGoal(room, card.id)
    else beginNote(room, card.id)
    setWriting({ ...writing, [kind]: true })
  }
  const others = goals.filter(({ person }) => person !== me)
  const notes = learned.filter(({ person }) => person !== me)
  if (!editable && goals.length + learned.length === 0) return null
  return (
    <CardSection title={t('learning.title')} className="learning">
      {mine.goal && <GoalCard card={card} person={me} isNew={writing.goal} />}
      {others.map(({ person }) => (
        <GoalCard key={person} card={card} person={person} />
      ))}
      {editable && !mine.goal && (
        <button type="button" className="learning-begin" onClick={() => write('goal')}>
          <Sprout aria-hidden size={17} />
          {t('learning.begin')}
        </button>
      )}
      {mine.note && <NoteCard card={card} person={me} isNew={writing.note} />}
      {notes.map(({ person }) => (
        <NoteCard key={person} card={card} person={person} />
      ))}
      {editable && !mine.note && <AskedPrompt card={card} onWrite={() => write('note')} />}
    </CardSection>
  )
}
