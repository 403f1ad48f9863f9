import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'

type Props<V extends string> = {
  label: string
  value: V
  choices: readonly { id: V; words: string }[]
  onChange(value: V): void
}

/** One of few, side by side. */
export function ChoiceSwitch<V extends string>({ label, value, choices, onChange }: Props<V>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      className="time-switch"
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={([chosen]) => chosen !== undefined && onChange(chosen as V)}
    >
      {choices.map(({ id, words }) => (
        <ToggleButton key={id} id={id}>
          {words}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
