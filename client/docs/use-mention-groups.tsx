import { dayAfter } from '@atelier/shared/basics/days'
import { daysTyped } from '@atelier/shared/basics/days-typed'
import type { Mention } from '@atelier/shared/docs/mention'
import type { Editor } from '@tiptap/react'
import { CalendarDays, FileText, type LucideIcon, SquareKanban, StickyNote } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import { useToday } from '../i18n/use-today'
import { dayWords, fullDay } from '../references/day-words'
import { useMentionables } from '../references/mentionables'
import { deskOf } from '../references/reference-desk'
import { Avatar } from '../ui/avatar'
import type { SuggestionGroup, SuggestionOption } from './suggestion-store'

type Option = SuggestionOption<Mention>

/** What "@" and these letters may mean. A day that is typed out comes before all else. */
export function useMentionGroups(editor: Editor, query: string) {
  const { t } = useTranslation('references')
  const { found, isLoading } = useMentionables(deskOf(editor)?.projectId, query)
  const days = useDays(query)
  const named = (title: string, kind: 'doc' | 'board' | 'card') => title || t(`untitled.${kind}`)

  const people = found.people.map(
    ({ id, name, colour }): Option => ({
      id: `person-${id}`,
      title: name,
      picture: <Avatar name={name} colour={colour} size="small" />,
      choice: { kind: 'person', id, label: name },
    }),
  )
  const docs = found.docs.map(
    ({ id, title, project }): Option => ({
      id: `doc-${id}`,
      title: named(title, 'doc'),
      ...(project && { hint: project }),
      picture: <Picture icon={FileText} />,
      choice: { kind: 'doc', id, label: title },
    }),
  )
  const boards = found.boards.map(
    ({ id, title, project }): Option => ({
      id: `board-${id}`,
      title: named(title, 'board'),
      ...(project && { hint: project }),
      picture: <Picture icon={SquareKanban} />,
      choice: { kind: 'board', id, label: title },
    }),
  )
  const cards = found.cards.map(
    ({ id, title, boardId, board, column }): Option => ({
      id: `card-${boardId}-${id}`,
      title: named(title, 'card'),
      hint: [named(board, 'board'), column].filter(Boolean).join(' › '),
      picture: <Picture icon={StickyNote} />,
      choice: { kind: 'card', id, boardId, label: title },
    }),
  )
  const group = (kind: string, options: Option[]) => ({ label: t(`mention.${kind}`), options })
  const isDay = query.trim() !== '' && days.length > 0 && /\d/.test(query)
  const groups: SuggestionGroup<Mention>[] = [
    ...(isDay ? [group('days', days)] : []),
    group('people', people),
    ...(isDay ? [] : [group('days', days)]),
    group('docs', docs),
    group('cards', cards),
    group('boards', boards),
  ]
  return { groups: groups.filter(({ options }) => options.length > 0), isLoading }
}

function useDays(query: string): Option[] {
  const { locale } = useFormat()
  const today = useToday()
  const days = query.trim() === '' ? [today, dayAfter(today, 1)] : daysTyped(query, today)
  return days.map((day) => ({
    id: `day-${day}`,
    title: dayWords(locale, day, today),
    hint: fullDay(locale, day),
    picture: <Picture icon={CalendarDays} />,
    choice: { kind: 'date', day },
  }))
}

const Picture = ({ icon: Icon }: { icon: LucideIcon }) => <Icon size={17} />
