import type { Card } from '@atelier/shared/boards/card'
import { addHelper, learningGoalTexts, removeHelper } from '@atelier/shared/boards/learning-edits'
import { HandHelping, Sprout, X } from 'lucide-react'
import { MenuTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { IconButton } from '../../ui/icon-button'
import { Menu, MenuItem } from '../../ui/menu'
import { useDesk } from '../board-context'
import { OwnWords } from './own-words'
import { usePerson } from './use-person'

type Props = { card: Card; person: string; isNew?: boolean }

/** What one person wants to learn, and who helps them. */
export function GoalCard({ card, person, isNew = false }: Props) {
  const { t } = useTranslation('learning')
  const { room } = useDesk()
  const { name, colour } = usePerson()(person)
  const isMine = person === room.me.id
  const goal = card.learning.goals.find((one) => one.person === person)
  return (
    <section
      className="learning-card"
      data-kind="goal"
      aria-label={isMine ? t('learning.mine') : t('learning.of', { name })}
    >
      <header>
        <Sprout aria-hidden size={15} />
        <Avatar name={name} colour={colour} size="tiny" />
        <h4>{isMine ? t('learning.mine') : t('learning.of', { name })}</h4>
      </header>
      {isMine ? (
        <OwnWords
          texts={learningGoalTexts(room.doc, card.id, person)}
          label={t('learning.field')}
          placeholder={t('learning.placeholder')}
          autoFocus={isNew}
        />
      ) : (
        <p className="learning-words" dir="auto">
          {goal?.text}
        </p>
      )}
      <Helpers card={card} learner={person} helpers={goal?.helpers ?? []} />
    </section>
  )
}

type HelpersProps = { card: Card; learner: string; helpers: readonly string[] }

function Helpers({ card, learner, helpers }: HelpersProps) {
  const { t } = useTranslation('learning')
  const { room, editable } = useDesk()
  const me = room.me.id
  const isMine = learner === me
  if (!editable && helpers.length === 0) return null
  return (
    <div className="learning-helpers">
      {helpers.length > 0 && <span className="learning-quiet">{t('helpers.title')}</span>}
      {helpers.map((helper) => (
        <Helper key={helper} card={card} learner={learner} helper={helper} />
      ))}
      {editable && isMine && <AskForHelp card={card} helpers={helpers} />}
      {editable && !isMine && !helpers.includes(me) && (
        <Button
          tone="quiet"
          size="small"
          icon={<HandHelping aria-hidden size={15} />}
          onPress={() => addHelper(room.doc, card.id, learner, me)}
        >
          {t('helpers.offer')}
        </Button>
      )}
    </div>
  )
}

function Helper({ card, learner, helper }: { card: Card; learner: string; helper: string }) {
  const { t } = useTranslation('learning')
  const { room, editable } = useDesk()
  const { name, colour } = usePerson()(helper)
  const me = room.me.id
  return (
    <span className="learning-helper">
      <Avatar name={name} colour={colour} size="tiny" />
      {helper === me ? t('helpers.you') : name}
      {editable && (learner === me || helper === me) && (
        <IconButton
          size="small"
          label={helper === me ? t('helpers.leave') : t('helpers.remove', { name })}
          onPress={() => removeHelper(room.doc, card.id, learner, helper)}
        >
          <X aria-hidden size={13} />
        </IconButton>
      )}
    </span>
  )
}

function AskForHelp({ card, helpers }: { card: Card; helpers: readonly string[] }) {
  const { t } = useTranslation('learning')
  const { room, people } = useDesk()
  const me = room.me.id
  const others = [...people.values()].filter(({ id }) => id !== me && !helpers.includes(id))
  if (others.length === 0) return null
  return (
    <MenuTrigger>
      <Button tone="quiet" size="small" icon={<HandHelping aria-hidden size={15} />}>
        {t('helpers.ask')}
      </Button>
      <Menu onAction={(helper) => addHelper(room.doc, card.id, me, String(helper))}>
        {others.map(({ id, name, colour }) => (
          <MenuItem
            key={id}
            id={id}
            textValue={name}
            icon={<Avatar name={name} colour={colour} size="tiny" />}
          >
            {name}
          </MenuItem>
        ))}
      </Menu>
    </MenuTrigger>
  )
}
