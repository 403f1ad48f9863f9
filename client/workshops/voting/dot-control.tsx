import { Minus, Plus } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../../ui/icon-button'
import { useNoteName } from '../wall/use-note-name'
import { useWall } from '../wall/use-wall'
import { useWallDesk } from '../wall/wall-desk'
import { useBallot } from './votes-context'
import './dots.css'

/** One's own dots on a note or group of the wall; once voting is closed, those of all. */
export function DotsOn({ target }: { target: string }) {
  const ballot = useBallot()
  const { room } = useWallDesk()
  const wall = useWall(room)
  const { of } = useNoteName()
  if (!ballot) return null
  const { votes, isOpen, say } = ballot
  const { page, mine, left } = votes
  const own = mine[target] ?? 0
  if (page.totals) {
    const { totals } = page
    const inside = wall.groups.find(({ id }) => id === target)?.notes ?? []
    const all = [target, ...inside.map(({ id }) => id)]
    const dots = all.reduce((sum, id) => sum + (totals[id] ?? 0), 0)
    return <Tally dots={dots} own={all.reduce((sum, id) => sum + (mine[id] ?? 0), 0)} />
  }
  if (!isOpen) return null
  return (
    <DotControl
      name={of(wall, target)}
      dots={own}
      left={left}
      onOne={page.onOne}
      onChange={(dots) => votes.put(target, dots)}
      say={say}
    />
  )
}

type Props = {
  /** Of what they lie on. */
  name: string
  dots: number
  /** How many one has in hand. */
  left: number
  /** The most that lie on one thing. */
  onOne: number
  onChange(dots: number): void
  say(words: string): void
}

const isMore = (key: string) => ['+', 'ArrowUp', 'ArrowRight'].includes(key)
const isLess = (key: string) => ['-', 'ArrowDown', 'ArrowLeft'].includes(key)

/** By two buttons; on them also by the arrow keys, and by a figure. Neither goes dead under one's finger: it says why. */
export function DotControl({ name, dots, left, onOne, onChange, say }: Props) {
  const { t } = useTranslation('workshop-results')
  const most = Math.min(onOne, dots + left)
  function put(wished: number) {
    if (wished < 0) return
    if (wished > most) {
      say(most === onOne ? t('vote.mostOnOne', { count: onOne }) : t('vote.noneLeft'))
      return
    }
    if (wished === dots) return
    onChange(wished)
    const rest = t('vote.left', { count: left + dots - wished })
    say(`${t('vote.count', { count: wished })}. ${rest}`)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const figure = /^[0-9]$/.test(event.key) ? Number(event.key) : null
    if (isMore(event.key)) put(dots + 1)
    else if (isLess(event.key)) put(dots - 1)
    else if (figure !== null) put(Math.min(figure, most))
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be announced as a form
    <div role="group" aria-label={t('vote.on', { note: name })} className="dots-control">
      <IconButton
        size="small"
        label={t('vote.less', { note: name })}
        onPress={() => put(dots - 1)}
        onKeyDown={(event) => onKeyDown(event as unknown as KeyboardEvent)}
        className={dots === 0 ? 'opacity-40' : ''}
      >
        <Minus size={16} aria-hidden />
      </IconButton>
      <span className="dots-count">
        <DotRow filled={dots} all={Math.max(dots, 1)} />
        <span className="sr-only">{t('vote.count', { count: dots })}</span>
      </span>
      <IconButton
        size="small"
        label={t('vote.more', { note: name })}
        onPress={() => put(dots + 1)}
        onKeyDown={(event) => onKeyDown(event as unknown as KeyboardEvent)}
        className={dots >= most ? 'opacity-40' : ''}
      >
        <Plus size={16} aria-hidden />
      </IconButton>
    </div>
  )
}

/** What everybody gave it together, and what of that was one's own. */
function Tally({ dots, own }: { dots: number; own: number }) {
  const { t } = useTranslation('workshop-results')
  return (
    <p className="dots-tally">
      <DotRow filled={dots > 0 ? 1 : 0} all={1} />
      <span>{t('vote.total', { count: dots })}</span>
      {own > 0 && <span className="dots-own">{t('vote.own', { count: own })}</span>}
    </p>
  )
}

const mostDrawn = 8

/** Drawn as dots while they can be seen at a glance, else as a figure. */
export function DotRow({ filled, all }: { filled: number; all: number }) {
  if (all > mostDrawn) {
    return (
      <span aria-hidden className="dots-figure">
        {filled}
      </span>
    )
  }
  return (
    <span aria-hidden className="dots-row">
      {Array.from({ length: all }, (_, nth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: dots are alike
        <i key={nth} data-filled={nth < filled || undefined} />
      ))}
    </span>
  )
}
