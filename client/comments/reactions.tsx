import type { CommentCard } from '@atelier/shared/comments/comment'
import { SmilePlus } from 'lucide-react'
import { lazy, Suspense } from 'react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { useTranslation } from 'react-i18next'
import { useMe } from '../access/session'
import { useFormat } from '../i18n/use-format'
import { IconButton } from '../ui/icon-button'
import { Popover } from '../ui/popover'
import { type CommentPlace, useReact } from './comment-deeds'

const EmojiPicker = lazy(async () => ({
  default: (await import('../ui/emoji-picker')).EmojiPicker,
}))

const usual = ['👍', '❤️', '🎉', '😄', '👀', '✅']

type Props = {
  place: CommentPlace
  reactions: CommentCard['reactions']
  nameOf: (personId: string) => string
  mayReact: boolean
}

/** What was given, each with how often; one’s own can be taken back. */
export function Reactions({ place, reactions, nameOf, mayReact }: Props) {
  const { t } = useTranslation('comments')
  const { list } = useFormat()
  const { id: myId } = useMe()
  const { mutate: react } = useReact(place, myId)
  if (reactions.length === 0) return null
  return (
    <ul className="comment-reactions" aria-label={t('reactions')}>
      {reactions.map(({ emoji, by }) => {
        const isMine = by.includes(myId)
        const names = list(by.map((id) => (id === myId ? t('you') : nameOf(id))))
        return (
          <li key={emoji}>
            <button
              type="button"
              title={names}
              aria-label={t('reaction', { emoji, names })}
              aria-pressed={isMine}
              disabled={!mayReact}
              onClick={() => react({ emoji, given: !isMine })}
            >
              <span aria-hidden>{emoji}</span> {by.length}
            </button>
          </li>
        )
      })}
    </ul>
  )
}

/** A few at hand, and all the others below. */
export function ReactButton({ place, reactions }: Pick<Props, 'place' | 'reactions'>) {
  const { t } = useTranslation('comments')
  const { id: myId } = useMe()
  const { mutate: react } = useReact(place, myId)
  const isGiven = (emoji: string) =>
    reactions.some((one) => one.emoji === emoji && one.by.includes(myId))
  return (
    <DialogTrigger>
      <IconButton label={t('react')} size="small">
        <SmilePlus size={15} aria-hidden />
      </IconButton>
      <Popover label={t('react')} placement="bottom end">
        {({ close }) => {
          const pick = (emoji: string) => {
            react({ emoji, given: !isGiven(emoji) })
            close()
          }
          return (
            <>
              <div className="comment-usual">
                {usual.map((emoji) => (
                  <button
                    key={emoji}
                    type="button"
                    aria-label={emoji}
                    aria-pressed={isGiven(emoji)}
                    onClick={() => pick(emoji)}
                  >
                    {emoji}
                  </button>
                ))}
              </div>
              <Suspense fallback={<div className="h-72 w-80 max-w-full" />}>
                <EmojiPicker onPick={pick} />
              </Suspense>
            </>
          )
        }}
      </Popover>
    </DialogTrigger>
  )
}
