import { newId } from '@atelier/shared/boards/board-shape'
import type { BoardPlaces } from '@atelier/shared/boards/move-card'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../../api/api'
import { RequestFailed } from '../../api/request-failed'
import { useChange } from '../../api/use-change'
import { useProjectPage, useRoomPage } from '../../projects/project-records'
import { Button } from '../../ui/button'
import { Option, Select } from '../../ui/select'
import { toast } from '../../ui/toast'
import { useColumns } from '../board-context'
import { useBoardId } from '../use-board-id'

type Template = BoardPlaces['templates'][number]

/** Templates of the project's other boards, to be used here too. Nothing where there is no other board. */
export function OtherTemplates() {
  const { t } = useTranslation('board-copies')
  const here = useBoardId()
  const { data: page } = useRoomPage('board', here)
  const { data: project } = useProjectPage(page?.project.id)
  const [from, setFrom] = useState<string | null>(null)
  const others = (project?.boards ?? []).filter(({ id }) => id !== here)
  if (others.length === 0) return null
  return (
    <section className="card-templates-other" aria-label={t('template.title')}>
      <h3 className="font-medium text-sm">{t('template.title')}</h3>
      <Select
        label={t('template.board')}
        value={from}
        placeholder={t('template.choose')}
        onChange={setFrom}
      >
        {others.map(({ id, title }) => (
          <Option key={id} id={id}>
            {title || t('board.untitled')}
          </Option>
        ))}
      </Select>
      {from && <TemplatesOf key={from} boardId={from} />}
    </section>
  )
}

function TemplatesOf({ boardId }: { boardId: string }) {
  const { t } = useTranslation('board-copies')
  const { data } = useQuery({
    queryKey: ['board-places', boardId],
    queryFn: (): Promise<BoardPlaces> =>
      ask(api.boards[':id'].columns.$get({ param: { id: boardId } })),
    staleTime: 0,
  })
  const take = useTakeTemplate(boardId)
  if (data?.templates.length === 0) return <p className="board-none">{t('template.none')}</p>
  return (
    <ul className="card-templates">
      {data?.templates.map((template) => {
        const title = template.title || t('template.untitled')
        return (
          <li key={template.id}>
            <span className="board-archive-card" dir="auto">
              {title}
            </span>
            <Button
              size="small"
              aria-label={t('template.takeNamed', { title })}
              onPress={() => take(template)}
            >
              {t('template.take')}
            </Button>
          </li>
        )
      })}
    </ul>
  )
}

function useTakeTemplate(from: string) {
  const { t } = useTranslation('board-copies')
  const here = useBoardId()
  const column = useColumns()[0]?.id ?? ''
  const { mutate } = useChange(
    async (template: Template) => {
      const cards = [{ card: template.id, as: newId() }]
      const json = { boardId: here, column, cards, asTemplate: true as const }
      const { cards: made } = await ask(
        api.boards[':id'].copies.$post({ param: { id: from }, json }),
      )
      if (made.some(({ fate }) => fate === 'gone')) throw new RequestFailed('not-found')
      return template
    },
    {
      done: ({ title }) =>
        void toast({ text: t('template.taken', { title: title || t('template.untitled') }) }),
    },
  )
  return mutate
}
