import { type PersonColour, personColours } from '@atelier/shared/people/choices'
import { Label } from 'react-aria-components/Label'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import { classNames } from '../ui/class-names'
import { initials } from '../ui/initials'
import { personColour, personTint } from '../ui/palette'

/** Each colour is shown as one's own face, and named in words. */
export function ColourPicker(props: {
  name: string
  value: PersonColour
  onChange: (colour: PersonColour) => void
}) {
  const { t } = useTranslation('people')
  return (
    <RadioGroup
      value={props.value}
      onChange={(colour) => props.onChange(colour as PersonColour)}
      orientation="horizontal"
    >
      <Label className="mb-1.5 block font-medium text-sm">{t('profile.colour')}</Label>
      <div className="flex flex-wrap gap-2">
        {personColours.map((colour) => (
          <Radio
            key={colour}
            value={colour}
            aria-label={t(`colours.${colour}`)}
            className={({ isSelected }) =>
              classNames(
                'flex size-9 cursor-pointer items-center justify-center rounded-full font-semibold text-xs ring-offset-2 ring-offset-canvas',
                isSelected && 'ring-2 ring-current',
              )
            }
            style={{ background: personTint(colour), color: personColour(colour) }}
          >
            {initials(props.name)}
          </Radio>
        ))}
      </div>
      <p className="mt-1.5 text-ink-faint text-sm">{t('profile.colourHelp')}</p>
    </RadioGroup>
  )
}
