import { newUuid } from '@atelier/shared/basics/uuid'
import { circleSize } from '@atelier/shared/mentorships/mentorship'
import { X } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { usePeople } from '../../api/people-records'
import { Avatar } from '../../ui/avatar'
import { Button } from '../../ui/button'
import { Dialog, DialogFoot } from '../../ui/dialog'
import { FormFrame } from '../../ui/form-frame'
import { IconButton } from '../../ui/icon-button'
import { TextArea } from '../../ui/text-area'
import { PersonBox } from './person-box'
import { useAsk } from './use-ask'

/** Besides the one who asks. */
const least = circleSize.least - 1
const most = circleSize.most - 1

/** Asks two to five people into a circle. */
export function CircleDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('mentorships')
  const [id] = useState(newUuid)
  const [personIds, setPersonIds] = useState<string[]>([])
  const [words, setWords] = useState('')
  const form = useAsk(onClose)
  const [sentTooFew, setSentTooFew] = useState(0)
  const missing = least - personIds.length
  const tooFew = sentTooFew > 0 && missing > 0 ? t('circle.tooFew', { count: missing }) : null
  const submit = () => {
    if (missing > 0) setSentTooFew(sentTooFew + 1)
    else form.send({ kind: 'circle', id, personIds, words })
  }
  return (
    <Dialog
      isOpen
      isDismissable={words === '' && personIds.length === 0}
      onOpenChange={(open) => open || onClose()}
      title={t('circle.title')}
      description={t('circle.intro', circleSize)}
    >
      <FormFrame onSubmit={submit} fault={form.fault} errors={form.errors}>
        <Chosen ids={personIds} onChange={setPersonIds} />
        {personIds.length < most && (
          <PersonBox
            // Empty again for the next one, and where to write on for who sent too few.
            key={`${personIds.length} ${sentTooFew}`}
            label={t('circle.people')}
            value={null}
            onChange={(one) => one !== null && setPersonIds([...personIds, one])}
            without={personIds}
            description={missing > 0 ? t('circle.missing', { count: missing }) : undefined}
            error={tooFew ?? form.errors.personIds}
            autoFocus={personIds.length + sentTooFew > 0 && missing > 0}
          />
        )}
        <TextArea
          // Once there are enough, what is left to say is why.
          key={String(missing > 0)}
          autoFocus={missing <= 0}
          label={t('circle.words')}
          placeholder={t('circle.wordsExample')}
          rows={3}
          value={words}
          onChange={setWords}
          maxLength={1000}
          error={form.errors.words}
        />
        <DialogFoot>
          <Button tone="quiet" onPress={onClose}>
            {t('cancel')}
          </Button>
          <Button tone="primary" type="submit" isPending={form.isPending}>
            {t('circle.send')}
          </Button>
        </DialogFoot>
      </FormFrame>
    </Dialog>
  )
}

function Chosen(props: { ids: readonly string[]; onChange(ids: string[]): void }) {
  const { t } = useTranslation('mentorships')
  const { data = [] } = usePeople()
  const chosen = props.ids.flatMap((id) => data.find((one) => one.id === id) ?? [])
  if (chosen.length === 0) return null
  return (
    <ul aria-label={t('circle.chosen')} className="grid gap-1">
      {chosen.map(({ id, name, colour }) => (
        <li key={id} className="flex items-center gap-2.5">
          <Avatar name={name} colour={colour} size="small" />
          <span className="min-w-0 flex-1 truncate">{name}</span>
          <IconButton
            size="small"
            label={t('circle.without', { name })}
            onPress={() => props.onChange(props.ids.filter((one) => one !== id))}
          >
            <X aria-hidden size={15} />
          </IconButton>
        </li>
      ))}
    </ul>
  )
}
