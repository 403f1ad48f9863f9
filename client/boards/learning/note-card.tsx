import type { Card } from '@atelier/shared/boards/card'
import { learnedTexts } from '@atelier/shared/boards/learning-edits'
import { Leaf } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { useDesk } from '../board-context'
import { OwnWords } from './own-words'
import { usePerson } from './use-person'

type Props = { card: Card; person: string; isNew?: boolean }

/** What one person learned by doing the card. */
export function NoteCard({ card, person, isNew = false }: Props) {
  const { t } = useTranslation('learning')
  const { room } = useDesk()
  const { name, colour } = usePerson()(person)
  const isMine = person === room.me.id
  const title = isMine ? t('learned.mine') : t('learned.of', { name })
  return (
    <section className="learning-card" data-kind="note" aria-label={title}>
      <header>
        <Leaf aria-hidden size={15} />
        <Avatar name={name} colour={colour} size="tiny" />
        <h4>{title}</h4>
      </header>
      {isMine ? (
        <OwnWords
          texts={learnedTexts(room.doc, card.id, person)}
          label={t('learned.field')}
          placeholder={t('learned.placeholder')}
          autoFocus={isNew}
        />
      ) : (
        <p className="learning-words" dir="auto">
          {card.learning.learned.find((note) => note.person === person)?.text}
        </p>
      )}
    </section>
  )
}
