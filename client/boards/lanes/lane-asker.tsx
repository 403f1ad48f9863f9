import { useMemo, useSyncExternalStore } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { useTranslation } from 'react-i18next'
import { Avatar } from '../../ui/avatar'
import { itemClass } from '../../ui/menu'
import { Popover } from '../../ui/popover'
import { useDesk } from '../board-context'
import type { LaneQuestion } from './lane-question'

/** Asks who of a department gets a card, beside where it was dropped. Escape leaves all as it was. */
export function LaneAsker() {
  const { questions } = useDesk()
  const question = useSyncExternalStore(questions.subscribe, questions.read)
  return question && <Asking question={question} />
}

function Asking({ question }: { question: LaneQuestion }) {
  const { t } = useTranslation('board-lanes')
  const { questions, people, announce } = useDesk()
  const trigger = useMemo(() => ({ current: cellOf(question) }), [question])
  const ask = t('who', { department: question.lane })
  const answer = (person: string) => {
    questions.ask(null)
    // The keyboard comes back from here first.
    requestAnimationFrame(() => question.answer(person))
  }
  const leave = () => {
    questions.ask(null)
    announce(t('left'))
  }
  return (
    <Popover
      isOpen
      label={ask}
      triggerRef={trigger}
      placement="top start"
      onOpenChange={(open) => open || leave()}
      className="board-lane-asker"
    >
      <p className="board-lane-ask">{ask}</p>
      <ListBox
        aria-label={ask}
        autoFocus="first"
        selectionMode="none"
        onAction={(id) => answer(String(id))}
      >
        {question.people.map((id) => {
          const name = people.get(id)?.name ?? ''
          return (
            <ListBoxItem key={id} id={id} textValue={name} className={itemClass}>
              <Avatar name={name} colour={people.get(id)?.colour ?? 'blue'} size="tiny" />
              <span className="min-w-0 flex-1 truncate" dir="auto">
                {name}
              </span>
            </ListBoxItem>
          )
        })}
      </ListBox>
    </Popover>
  )
}

function cellOf({ lane, column }: LaneQuestion): HTMLElement | null {
  const cell = `[data-board-column="${CSS.escape(column)}"][data-lane="${CSS.escape(lane)}"]`
  return document.querySelector(cell) ?? document.querySelector('.board-lanes')
}
