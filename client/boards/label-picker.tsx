import type { Card } from '@atelier/shared/boards/card'
import type { Label } from '@atelier/shared/boards/label'
import { useRef, useState } from 'react'
import { Button, DialogTrigger } from 'react-aria-components'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { Popover } from '../ui/popover'
import { useBoardPart, useDesk } from './board-context'
import { LabelChips } from './label-chips'
import { LabelForm } from './label-form'
import { LabelList } from './label-list'
import './label-picker.css'

/** The card's labels; pressing them opens all labels of the board to choose from, and to change. */
export function LabelPicker({ card }: { card: Card }) {
  const { t } = useTranslation('boards')
  const { editable } = useDesk()
  const labels = useBoardPart((board) => board.labels)
  const chosen = labels.filter((label) => card.labels.includes(label.id))
  const shown =
    chosen.length > 0 ? (
      <LabelChips labels={chosen} />
    ) : (
      <span className="board-none">{t('detail.noLabels')}</span>
    )
  if (!editable) return shown
  return (
    <DialogTrigger>
      <Button className="board-field-button" aria-label={t('labels.edit')}>
        {shown}
      </Button>
      <Popover className="board-labels-popover" placement="bottom start" label={t('labels.choose')}>
        <LabelViews card={card} />
      </Popover>
    </DialogTrigger>
  )
}

type ViewsProps = {
  card: Card
  /** All that get what is chosen; ticked is what `card` has. */
  ids?: readonly string[]
}

/** Either the list of all labels or the form of one: `null` is a new one. */
export function LabelViews({ card, ids = [card.id] }: ViewsProps) {
  const [form, setForm] = useState<{ label: Label | null; name: string } | null>(null)
  const views = useRef<HTMLDivElement>(null)
  const done = () => {
    flushSync(() => setForm(null))
    // The form took the keyboard's place with it.
    views.current?.querySelector<HTMLElement>('.board-add')?.focus()
  }
  return (
    <div ref={views}>
      {form ? (
        <LabelForm ids={ids} {...form} onDone={done} />
      ) : (
        <LabelList card={card} ids={ids} onEdit={(label, name = '') => setForm({ label, name })} />
      )}
    </div>
  )
}
