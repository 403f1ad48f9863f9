import type { Card } from '@atelier/shared/boards/card'
import { Leaf, Sprout } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { usePerson } from './use-person'
import './learning.css'

/** On the board's card: a sprout where somebody wants to learn something, a leaf where somebody did. */
export function LearningMark({ card }: { card: Card }) {
  const { t } = useTranslation('learning')
  const person = usePerson()
  const names = (of: readonly { person: string }[]) =>
    of.map((one) => person(one.person).name).join(', ')
  const { goals, learned } = card.learning
  const grown = learned.length > 0
  if (goals.length === 0 && !grown) return null
  const words = grown
    ? t('marks.learned', { names: names(learned) })
    : t('marks.goal', { names: names(goals) })
  const Icon = grown ? Leaf : Sprout
  return (
    <span className="learning-mark" title={words}>
      <Icon aria-hidden size={14} />
      <span className="sr-only">{words}</span>
    </span>
  )
}
