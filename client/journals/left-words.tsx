import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { holdTabDraft, tabDraftsAt } from '../comments/tab-drafts'
import { asDraft } from '../comments/use-draft'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { toast } from '../ui/toast'

type Props = {
  sectionId: string
  /** Whether a field is there for what was written in this place. */
  hasField: (place: string) => boolean
}

/** Half-written comments whose thread, or section, is not there any more: their writer takes the words along. */
export function LeftWords({ sectionId, hasField }: Props) {
  const { t } = useTranslation('journals')
  const { id: personId, workspaceId } = useMe()
  const who = { personId, workspaceId }
  const [, setThrown] = useState(0)
  const left = [...tabDraftsAt(who, `${sectionId}:`)].flatMap(([place, kept]) => {
    const draft = asDraft(kept)
    return draft === null || hasField(place) ? [] : [{ place, text: draft.text }]
  })
  const copy = async (text: string) => {
    const copied = await copyText(text)
    toast({ text: t(copied ? 'left.copied' : 'left.notCopied') })
  }
  const throwAway = (place: string) => {
    holdTabDraft(who, `${sectionId}:${place}`, null)
    setThrown((times) => times + 1)
  }
  return left.map(({ place, text }) => (
    <Banner
      key={place}
      tone="warning"
      action={
        <span className="flex gap-1">
          <Button size="small" onPress={() => void copy(text)}>
            {t('left.copy')}
          </Button>
          <Button size="small" tone="quiet" onPress={() => throwAway(place)}>
            {t('left.throwAway')}
          </Button>
        </span>
      }
    >
      {t('left.words')}
      <q className="mt-1 block whitespace-pre-line wrap-anywhere" dir="auto">
        {text}
      </q>
    </Banner>
  ))
}
