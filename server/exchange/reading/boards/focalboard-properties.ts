/** What cards of Focalboard’s have: properties somebody named, and what of a card here each is. */
import { asText } from '@atelier/shared/boards/plain-values'
import type { PersonColour } from '@atelier/shared/people/choices'
import { fieldCalled } from './field-names'
import { recordsIn, wordsOf } from './loose-json'

type Option = { id: string; value: string; colour: string }
export type Property = {
  id: string
  name: string
  type: string
  options: Option[]
  kind: 'column' | 'labels' | 'people' | 'day' | 'estimate' | 'fact' | 'none'
}

/** What it counts by itself. */
const itsOwn = new Set(['createdby', 'createdtime', 'updatedby', 'updatedtime'])

export function propertiesOf(written: unknown): Property[] {
  const all = recordsIn(written).map((one) => ({
    ...{ id: asText(one.id), name: wordsOf(one.name), type: asText(one.type) },
    options: recordsIn(one.options).map((option) => ({
      ...{ id: asText(option.id), value: wordsOf(option.value), colour: asText(option.color) },
    })),
  }))
  // One day of a card is its day: the one that is called so, or else the first.
  const days = all.filter(({ type }) => type === 'date')
  const due = days.find(({ name }) => fieldCalled(name) === 'due') ?? days[0]
  return all.map((one) => ({ ...one, kind: kindOf(one, one === due) }))
}

function kindOf({ name, type }: Pick<Property, 'name' | 'type'>, isDay: boolean): Property['kind'] {
  if (itsOwn.has(type.toLowerCase())) return 'none'
  if (type === 'select') return fieldCalled(name) === 'column' ? 'column' : 'fact'
  if (type === 'multiSelect') return 'labels'
  if (type === 'person' || type === 'multiPerson') return 'people'
  if (isDay) return 'day'
  return type === 'number' && fieldCalled(name) === 'estimate' ? 'estimate' : 'fact'
}

/** The nearest of ours. */
const colours = new Map<string, PersonColour>([
  ['propColorGray', 'indigo'],
  ['propColorBrown', 'amber'],
  ['propColorOrange', 'orange'],
  ['propColorYellow', 'amber'],
  ['propColorGreen', 'green'],
  ['propColorBlue', 'blue'],
  ['propColorPurple', 'violet'],
  ['propColorPink', 'pink'],
  ['propColorRed', 'red'],
])

export const focalColourOf = (colour: string): PersonColour => colours.get(colour) ?? 'blue'
