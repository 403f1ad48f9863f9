import { connect, disconnect } from '@atelier/shared/workshops/group-edits'
import { inReadingOrder } from '@atelier/shared/workshops/wall-outline'
import { X } from 'lucide-react'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button'
import { ComboBox } from '../../ui/combo-box'
import { DialogFoot } from '../../ui/dialog'
import { IconButton } from '../../ui/icon-button'
import { Option } from '../../ui/select'
import { useNoteName } from './use-note-name'
import { useWall } from './use-wall'
import { useWallDesk } from './wall-desk'

/** A line from a note or group to another, chosen by its words; and those there are, to be taken off. */
export function ConnectForm({ from, onDone }: { from: string; onDone(): void }) {
  const { room, announce } = useWallDesk()
  const { t } = useTranslation('workshop-wall')
  const name = useNoteName()
  const wall = useWall(room)
  const links = wall.links.filter((link) => link.from === from || link.to === from)
  const linked = new Set(links.flatMap((link) => [link.from, link.to]))
  const things = [...inReadingOrder(wall.groups), ...inReadingOrder(wall.notes)].filter(
    ({ id }) => id !== from && !linked.has(id),
  )
  const [to, setTo] = useState<string | null>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (to === null) return
    onDone()
    if (connect(room.doc, from, to)) announce(t('done.connected', { note: name.of(wall, to) }))
  }
  return (
    <form onSubmit={submit} className="grid gap-4">
      <ComboBox
        autoFocus
        label={t('connect.with')}
        value={to}
        onChange={setTo}
        nothing={t('connect.nothing')}
      >
        {things.map(({ id }) => (
          <Option key={id} id={id}>
            {name.of(wall, id)}
          </Option>
        ))}
      </ComboBox>
      {links.length > 0 && (
        <section aria-label={t('connect.now')}>
          <p className="mb-1 font-medium text-sm">{t('connect.now')}</p>
          <ul>
            {links.map((link) => {
              const note = name.of(wall, link.from === from ? link.to : link.from)
              return (
                <li key={link.id} className="flex items-center gap-2 text-sm">
                  <span className="min-w-0 flex-1 wrap-anywhere">{note}</span>
                  <IconButton
                    size="small"
                    label={t('connect.remove', { note })}
                    onPress={() => {
                      disconnect(room.doc, [link.id])
                      announce(t('done.disconnected', { note }))
                    }}
                  >
                    <X size={15} aria-hidden />
                  </IconButton>
                </li>
              )
            })}
          </ul>
        </section>
      )}
      <DialogFoot>
        <Button type="submit" tone="primary" isDisabled={to === null}>
          {t('connect.submit')}
        </Button>
      </DialogFoot>
    </form>
  )
}
