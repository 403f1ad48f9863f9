import type { Card } from '@atelier/shared/boards/card'
import { addAssignee, removeAssignee } from '@atelier/shared/boards/fact-edits'
import { Check, Search } from 'lucide-react'
import { useState } from 'react'
import { Button, DialogTrigger } from 'react-aria-components'
import { Autocomplete } from 'react-aria-components/Autocomplete'
import { Input } from 'react-aria-components/Input'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { TextField } from 'react-aria-components/TextField'
import { useTranslation } from 'react-i18next'
import { Avatar, type Face } from '../../ui/avatar'
import { itemClass } from '../../ui/menu'
import { Popover } from '../../ui/popover'
import { useDesk } from '../board-context'
import { foundFirst } from '../found-first'
import { type CardPerson, useCardPeople } from './card-people'
import './card-facts.css'

/** Whose card it is: any number of people, each found by a few letters. */
export function AssigneePicker({ card }: { card: Card }) {
  const { t } = useTranslation('card')
  const { editable } = useDesk()
  const people = useCardPeople(card.assignees)
  if (!editable && people.length === 0) return null
  const shown = people.length > 0 ? <People people={people} /> : <Nobody />
  return (
    <div className="board-field">
      <span className="board-field-label">{t('assignees.label')}</span>
      {editable ? <Picker card={card} people={people} shown={shown} /> : shown}
      {editable && <AssignMe card={card} />}
    </div>
  )
}

type PickerProps = { card: Card; people: readonly CardPerson[]; shown: React.ReactNode }

function Picker({ card, people, shown }: PickerProps) {
  const { t } = useTranslation('card')
  const names = people.map(({ name }) => name).join(', ')
  return (
    <DialogTrigger>
      <Button
        className="board-field-button"
        aria-label={names ? t('assignees.are', { names }) : t('assignees.none')}
      >
        {shown}
      </Button>
      <Popover className="card-picker" placement="bottom start" label={t('assignees.choose')}>
        <AssigneeChoice card={card} />
      </Popover>
    </DialogTrigger>
  )
}

type ChoiceProps = {
  card: Card
  /** All that get who is chosen; ticked is whom `card` has. */
  ids?: readonly string[]
}

/** Members of the project; of those who are so no more, only who has the card already. */
export function AssigneeChoice({ card, ids = [card.id] }: ChoiceProps) {
  const { t } = useTranslation('card')
  const { room, people } = useDesk()
  const { t: fast } = useTranslation('board-fast')
  const [letters, setLetters] = useState('')
  const [atFirst] = useState(card.assignees)
  const former = useCardPeople(card.assignees).filter(({ former }) => former)
  const all = [...[...people.values()].sort((a, b) => a.name.localeCompare(b.name)), ...former]
  const { found, left } = foundFirst(all, letters, atFirst)
  const choose = (chosen: Set<unknown>) => {
    for (const { id } of found) {
      if (chosen.has(id) && !card.assignees.includes(id)) addAssignee(room.doc, ids, id)
      if (!chosen.has(id) && card.assignees.includes(id)) removeAssignee(room.doc, ids, id)
    }
  }
  return (
    <Autocomplete inputValue={letters} onInputChange={setLetters}>
      <TextField
        aria-label={t('assignees.search')}
        autoFocus
        className="flex items-center gap-2 border-line border-b px-3"
      >
        <Search aria-hidden size={14} className="text-ink-faint" />
        <Input
          placeholder={t('assignees.search')}
          className="h-10 w-full bg-transparent text-sm outline-none placeholder:text-ink-faint pointer-coarse:text-[1rem]"
        />
      </TextField>
      <ListBox
        aria-label={t('assignees.choose')}
        className="max-h-64 overflow-y-auto p-1 outline-none"
        items={found}
        selectionMode="multiple"
        escapeKeyBehavior="none"
        selectedKeys={card.assignees}
        onSelectionChange={(keys) =>
          choose(new Set(keys === 'all' ? found.map((p) => p.id) : keys))
        }
        renderEmptyState={() => (
          <p className="px-3 py-4 text-center text-ink-faint text-sm">{t('assignees.notFound')}</p>
        )}
      >
        {(person) => <PersonOption person={person} />}
      </ListBox>
      {left > 0 && (
        <p className="px-3 pb-2 text-ink-faint text-xs">{fast('people.more', { count: left })}</p>
      )}
    </Autocomplete>
  )
}

function PersonOption({ person: { id, name, colour } }: { person: Face }) {
  return (
    <ListBoxItem id={id} textValue={name} className={itemClass}>
      {({ isSelected }) => (
        <>
          <Avatar name={name} colour={colour} size="tiny" />
          <span dir="auto" className="min-w-0 flex-1 truncate">
            {name}
          </span>
          <Check
            size={15}
            aria-hidden
            className={isSelected ? 'shrink-0 text-accent' : 'invisible shrink-0'}
          />
        </>
      )}
    </ListBoxItem>
  )
}

function AssignMe({ card }: { card: Card }) {
  const { t } = useTranslation('card')
  const { room, people } = useDesk()
  const { id } = room.me
  if (card.assignees.includes(id) || !people.has(id)) return null
  return (
    <Button className="card-link" onPress={() => addAssignee(room.doc, card.id, id)}>
      {t('assignees.me')}
    </Button>
  )
}

function People({ people }: { people: readonly CardPerson[] }) {
  return (
    <ul className="card-people">
      {people.map(({ id, name, colour }) => (
        <li key={id}>
          <Avatar name={name} colour={colour} size="small" />
          <span dir="auto">{name}</span>
        </li>
      ))}
    </ul>
  )
}

function Nobody() {
  const { t } = useTranslation('card')
  return <span className="board-none">{t('assignees.nobody')}</span>
}
