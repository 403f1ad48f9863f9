import { groupNotes, putInGroup } from '@atelier/shared/workshops/group-edits'
import type { Note } from '@atelier/shared/workshops/note'
import { inReadingOrder } from '@atelier/shared/workshops/wall-outline'
import { wallLimits } from '@atelier/shared/workshops/wall-shape'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { Checkbox } from '../../ui/checkbox'
import { DialogFoot } from '../../ui/dialog'
import { Option, Select } from '../../ui/select'
import { TextField } from '../../ui/text-field'
import { useNoteName } from './use-note-name'
import { useWall } from './use-wall'
import { useWallDesk } from './wall-desk'

const fresh = 'new'

/** Into one of the groups there are, or a new one with a name and whatever else belongs together. */
export function GroupForm({ note, onDone }: { note: Note; onDone(): void }) {
  const { room, announce, focusNext } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  const name = useNoteName()
  const wall = useWall(room)
  const groups = inReadingOrder(wall.groups).filter(({ id }) => id !== note.group)
  const [chosen, setChosen] = useState<string>(groups[0]?.id ?? fresh)
  const [title, setTitle] = useState('')
  const [others, setOthers] = useState<readonly string[]>([])
  const group = groups.find(({ id }) => id === chosen)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onDone()
    focusNext.current = note.id
    if (group) {
      putInGroup(room.doc, [note.id], group.id)
      announce(t('done.grouped', { group: name.ofGroup(group) }))
    } else {
      groupNotes(room.doc, [note.id, ...others], { title: title.trim() })
      announce(t('done.groupedNew', { note: name.ofNote(note) }))
    }
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      {groups.length > 0 && (
        <Select
          autoFocus
          label={t('group.choose')}
          value={group ? group.id : fresh}
          onChange={setChosen}
        >
          {[
            ...groups.map((one) => (
              <Option key={one.id} id={one.id}>
                {name.ofGroup(one)}
              </Option>
            )),
            <Option key={fresh} id={fresh}>
              {t('group.new')}
            </Option>,
          ]}
        </Select>
      )}
      {!group && (
        <>
          <TextField
            autoFocus={groups.length === 0}
            label={t('group.newTitle')}
            placeholder={t('group.placeholder')}
            maxLength={wallLimits.title}
            value={title}
            onChange={setTitle}
          />
          <Together {...{ note, others, setOthers }} />
        </>
      )}
      <DialogFoot>
        <Button type="submit" tone="primary">
          {t('group.submit')}
        </Button>
      </DialogFoot>
    </form>
  )
}

type TogetherProps = {
  note: Note
  others: readonly string[]
  setOthers(ids: readonly string[]): void
}

/** Which other notes come along: those in no group, to be ticked. */
function Together({ note, others, setOthers }: TogetherProps) {
  const { room } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  const name = useNoteName()
  const wall = useWall(room)
  const loose = inReadingOrder(wall.notes.filter(({ group }) => group === null)).filter(
    ({ id }) => id !== note.id,
  )
  if (loose.length === 0) return null
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium text-sm">{t('group.with')}</legend>
      <div className="grid max-h-56 gap-0.5 overflow-y-auto rounded-md border border-line px-3 py-1">
        {loose.map((one) => (
          <Checkbox
            key={one.id}
            isSelected={others.includes(one.id)}
            onChange={(isOn) =>
              setOthers(isOn ? [...others, one.id] : others.filter((id) => id !== one.id))
            }
          >
            {name.ofNote(one)}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  )
}
