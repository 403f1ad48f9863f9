import type { ReactNode } from 'react'
import { Button } from 'react-aria-components/Button'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names'
import { initials } from './initials'
import { personColour, personTint } from './palette'
import { Tooltip } from './tooltip'

const sizes = {
  tiny: 'size-5 text-[0.5625rem]',
  small: 'size-6 text-[0.625rem]',
  medium: 'size-8 text-xs',
  large: 'size-12 text-base',
}

export type Face = { id: string; name: string; colour: string }

/** A person as initials on their colour. Decorative unless `labelled`: the name usually stands beside it. */
export function Avatar(props: {
  name: string
  colour: string
  size?: keyof typeof sizes
  labelled?: boolean
  /** A live dot: this person is here now. */
  here?: boolean
}) {
  return (
    <span
      {...(props.labelled ? { role: 'img', 'aria-label': props.name } : { 'aria-hidden': true })}
      className={classNames(
        'relative inline-flex shrink-0 select-none items-center justify-center rounded-full font-semibold tracking-wide',
        sizes[props.size ?? 'medium'],
      )}
      style={{ background: personTint(props.colour), color: personColour(props.colour) }}
    >
      {initials(props.name)}
      {props.here && (
        <span className="absolute end-0 bottom-0 size-2.5 rounded-full border-2 border-(--ground) bg-live" />
      )}
    </span>
  )
}

/** Overlapping faces, "+3" for the rest; hover or focus tells all names. Empty draws nothing. */
export function AvatarStack(props: {
  people: Face[]
  max?: number
  size?: 'tiny' | 'small' | 'medium'
  /** What these people are: "Here now", "Members". Read before the names. */
  label: string
  extra?: (person: Face) => ReactNode
}) {
  const { t } = useTranslation('ui')
  const max = props.max ?? 4
  if (props.people.length === 0) return null
  const shown = props.people.slice(0, props.people.length > max ? max - 1 : max)
  const rest = props.people.length - shown.length
  const names = props.people.map((person) => person.name).join(', ')
  return (
    <Tooltip content={names} delayMs={250}>
      <Button
        aria-label={t('faces', { label: props.label, names })}
        className="flex cursor-default items-center rounded-full"
      >
        {shown.map((person) => (
          <span
            key={person.id}
            className="-ms-1.5 flex rounded-full border-2 border-(--ground) first:ms-0"
          >
            <Avatar name={person.name} colour={person.colour} size={props.size ?? 'small'} />
          </span>
        ))}
        {rest > 0 && (
          <span className="ms-0.5 font-medium text-ink-faint text-xs">
            {t('more', { count: rest })}
          </span>
        )}
      </Button>
    </Tooltip>
  )
}
