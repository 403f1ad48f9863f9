import { longest } from '@atelier/shared/boards/board-shape'
import { addLabel } from '@atelier/shared/boards/fact-edits'
import { type Label, type LabelColour, labelColours } from '@atelier/shared/boards/label'
import {
  addBoardLabel,
  changeBoardLabel,
  removeBoardLabel,
} from '@atelier/shared/boards/label-edits'
import { ArrowLeft } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { Radio, RadioGroup } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import { personColour } from '../ui/palette'
import { TextField } from '../ui/text-field'
import { useDesk } from './board-context'

type Props = {
  /** The cards that get a new one. */
  ids: readonly string[]
  label: Label | null
  /** For a new one: what was looked for and is not there. */
  name: string
  onDone(): void
}

/** Makes a label and puts it on the card, or changes one everywhere. */
export function LabelForm({ ids, label, name: given, onDone }: Props) {
  const { t } = useTranslation('boards')
  const { room } = useDesk()
  const [name, setName] = useState(label?.name ?? given)
  const [colour, setColour] = useState<LabelColour>(label?.colour ?? 'teal')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (name.trim() === '') return
    if (label) changeBoardLabel(room.doc, label.id, { name, colour })
    else addLabel(room.doc, ids, addBoardLabel(room.doc, name, colour))
    onDone()
  }
  const remove = () => {
    if (label) removeBoardLabel(room.doc, label.id)
    onDone()
  }
  return (
    <form className="board-label-form" onSubmit={submit}>
      <div className="board-label-form-head">
        <IconButton size="small" label={t('labels.back')} onPress={onDone}>
          <ArrowLeft aria-hidden size={16} />
        </IconButton>
        <strong>{label ? t('labels.rename', { name: label.name }) : t('labels.new')}</strong>
      </div>
      <TextField
        autoFocus
        label={t('labels.name')}
        value={name}
        onChange={setName}
        maxLength={longest.labelName}
      />
      <RadioGroup
        className="board-colours"
        aria-label={t('labels.colour')}
        orientation="horizontal"
        value={colour}
        onChange={(value) => setColour(value as LabelColour)}
      >
        {labelColours.map((value) => (
          <Radio
            key={value}
            value={value}
            className="board-colour"
            style={{ background: personColour(value) }}
            aria-label={t(`labels.colours.${value}`)}
          />
        ))}
      </RadioGroup>
      <div className="board-label-form-foot">
        <Button type="submit" tone="primary" isDisabled={name.trim() === ''}>
          {label ? t('labels.save') : t('labels.create')}
        </Button>
        {label && (
          <Button tone="quiet" onPress={remove}>
            {t('labels.remove')}
          </Button>
        )}
      </div>
    </form>
  )
}
