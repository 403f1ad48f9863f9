import { Link } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { readTabDraft, throwTabDraftAway } from '../comments/tab-drafts'
import { asDraft } from '../comments/use-draft'
import { useLeftDrafts } from '../comments/use-tab-drafts'
import { Banner } from '../ui/banner'
import { Button, buttonClass } from '../ui/button'
import { copyText } from '../ui/copy-text'
import { toast } from '../ui/toast'

type Props = {
  /** How the places of their drafts begin. */
  at: string
  /** Of those, the ones that stand elsewhere on the screen. */
  isElsewhere?: (place: string) => boolean
  /** Whether they are looked at from outside of their entries; it leads there then. */
  isOutside?: boolean
}

/**
 * Half-written comments that have no field, as their thread, section or entry is gone, or is not on this screen: their
 * writer takes the words along.
 */
export function LeftWords({ at, isElsewhere = () => false, isOutside = false }: Props) {
  const { t } = useTranslation('journals')
  const { id: personId, workspaceId } = useMe()
  const who = { personId, workspaceId }
  const left = [...useLeftDrafts(at)].flatMap((place) => {
    const draft = asDraft(readTabDraft(who, at + place))
    return draft === null || isElsewhere(place) ? [] : [{ place, text: draft.text }]
  })
  // Fields that come with it are open by then.
  const [isThere, setThere] = useState(false)
  useEffect(() => setThere(true), [])
  const [thrown, setThrown] = useState<(() => void) | null>(null)
  /** Whether what is there is there again: its button takes the focus. */
  const [isBack, setIsBack] = useState(false)
  if (!isThere || (left.length === 0 && thrown === null)) return null
  const copy = async (text: string) => {
    const copied = await copyText(text)
    toast({ text: t(copied ? 'left.copied' : 'left.notCopied') })
  }
  const throwAway = (place: string) => {
    const back = throwTabDraftAway(who, at + place)
    setThrown(() => back)
    setIsBack(false)
  }
  const putBack = () => {
    thrown?.()
    setThrown(null)
    setIsBack(true)
  }
  return (
    <div className="my-4 grid gap-2">
      {left.map(({ place, text }) => (
        <Banner
          key={place}
          tone="warning"
          action={
            <span className="flex flex-wrap gap-1">
              {isOutside && (
                <Link
                  to="/journal/$entryId"
                  params={{ entryId: place.split(':')[0] ?? '' }}
                  className={buttonClass('secondary', 'small')}
                >
                  {t('left.goThere')}
                </Link>
              )}
              <Button size="small" autoFocus={isBack} onPress={() => void copy(text)}>
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
      ))}
      {thrown && (
        <p role="status" className="flex items-center gap-2 text-ink-soft text-sm">
          {t('left.thrownAway')}
          <Button key={left.length} size="small" tone="quiet" autoFocus onPress={putBack}>
            {t('left.undo')}
          </Button>
        </p>
      )}
    </div>
  )
}
