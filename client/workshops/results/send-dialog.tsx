import type { Result } from '@atelier/shared/workshops/result'
import type { WorkshopSummary } from '@atelier/shared/workshops/summary'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormRequest } from '../../api/use-form-request'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { FormFrame } from '../../ui/form-frame'
import { Option, Select } from '../../ui/select'
import { toast } from '../../ui/toast'
import { resultsKey, sendToBoard, useSummary } from './result-records'
import { useBoardChoice } from './use-board-choice'

type Props = { workshopId: string; projectId: string; onClose(): void }

/** Which of the results become cards, and where. What is on a board already is not offered again. */
export function SendDialog({ workshopId, projectId, onClose }: Props) {
  const { data: summary } = useSummary(workshopId)
  if (!summary) return null
  return <SendForm {...{ summary, workshopId, projectId, onClose }} />
}

type Offer = { id: string; words: string; kind: 'action' | 'decision' | 'group' }

function useOffers({ results, groups, notes }: WorkshopSummary): Offer[] {
  const { t } = useTranslation('workshop-results')
  const of = (kind: Result['kind']): Offer[] =>
    results.flatMap(({ id, words, card, ...one }) =>
      one.kind === kind && card === null ? { id, words, kind } : [],
    )
  const open = groups.flatMap(({ id, title, card }): Offer[] =>
    card ? [] : [{ id, kind: 'group', words: title || t('group.untitled') }],
  )
  const voted = notes.flatMap(({ id, text, dots, card }): Offer[] =>
    card || !dots ? [] : [{ id, kind: 'group', words: text.trim() || t('note.drawn') }],
  )
  return [...of('action'), ...of('decision'), ...open, ...voted]
}

function SendForm({
  summary,
  workshopId,
  projectId,
  onClose,
}: Props & { summary: WorkshopSummary }) {
  const { t } = useTranslation('workshop-results')
  const offers = useOffers(summary)
  const [chosen, setChosen] = useState(
    () => new Set(offers.flatMap(({ id, kind }) => (kind === 'action' ? id : []))),
  )
  const place = useBoardChoice(projectId)
  const form = useFormRequest(
    () => {
      const ids = (isGroup: boolean) =>
        offers.flatMap(({ id, kind }) =>
          chosen.has(id) && (kind === 'group') === isGroup ? id : [],
        )
      const to = { boardId: place.boardId ?? '', column: place.column ?? '' }
      return sendToBoard(workshopId, { ...to, results: ids(false), notes: ids(true) })
    },
    {
      renews: [resultsKey(workshopId), ['my-cards']],
      done: () => {
        onClose()
        toast({ text: t('send.done', { count: chosen.size }) })
      },
    },
  )
  const toggle = (id: string, isChosen: boolean) => {
    const next = new Set(chosen)
    isChosen ? next.add(id) : next.delete(id)
    setChosen(next)
  }
  const isReady = place.column !== null && chosen.size > 0
  return (
    <Dialog
      isOpen
      onOpenChange={(open) => open || onClose()}
      title={t('send.title')}
      description={t('send.intro')}
    >
      <FormFrame
        onSubmit={() => isReady && form.send(undefined)}
        fault={form.fault}
        errors={form.errors}
      >
        <BoardChoice place={place} error={form.errors.column} />
        {offers.length === 0 && <p className="text-ink-soft">{t('send.nothing')}</p>}
        {(['action', 'decision', 'group'] as const).map((kind) => (
          <Offers
            key={kind}
            title={t(`send.${kind}`)}
            offers={offers.filter((offer) => offer.kind === kind)}
            chosen={chosen}
            onToggle={toggle}
          />
        ))}
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('result.cancel')}
          </Button>
          <Button tone="primary" type="submit" isDisabled={!isReady} isPending={form.isPending}>
            {t('send.make', { count: chosen.size })}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}

type OffersProps = {
  title: string
  offers: readonly Offer[]
  chosen: ReadonlySet<string>
  onToggle(id: string, isChosen: boolean): void
}

function Offers({ title, offers, chosen, onToggle }: OffersProps) {
  if (offers.length === 0) return null
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1 font-medium text-sm">{title}</legend>
      {offers.map(({ id, words }) => (
        <Checkbox key={id} isSelected={chosen.has(id)} onChange={(to) => onToggle(id, to)}>
          {words}
        </Checkbox>
      ))}
    </fieldset>
  )
}

type BoardChoiceProps = { place: ReturnType<typeof useBoardChoice>; error?: string }

function BoardChoice({ place, error }: BoardChoiceProps) {
  const { t } = useTranslation('workshop-results')
  const { boards, columns } = place
  if (boards?.length === 0) return <p className="text-ink-soft">{t('send.noBoards')}</p>
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Select label={t('send.board')} value={place.boardId} onChange={place.chooseBoard}>
        {(boards ?? []).map(({ id, title }) => (
          <Option key={id} id={id}>
            {title || t('send.untitledBoard')}
          </Option>
        ))}
      </Select>
      <Select
        label={t('send.column')}
        value={place.column}
        onChange={place.chooseColumn}
        error={error}
      >
        {columns.map(({ id, name }) => (
          <Option key={id} id={id}>
            {name || t('send.unnamedColumn')}
          </Option>
        ))}
      </Select>
    </div>
  )
}
