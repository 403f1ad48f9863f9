import type { PersonCard } from '@atelier/shared/people/person'
import { useTranslation } from 'react-i18next'
import { useDesk } from '../board-context'

/** `former`: they are no member of the project any more, so that nothing but their id is known. */
export type CardPerson = Pick<PersonCard, 'id' | 'name' | 'colour'> & { former: boolean }

/** Those a card names, as far as they are known here. */
export function useCardPeople(ids: readonly string[]): readonly CardPerson[] {
  const { t } = useTranslation('card')
  const { people } = useDesk()
  return ids.map((id) => {
    const known = people.get(id)
    return known
      ? { ...known, former: false }
      : { id, name: t('assignees.former'), colour: 'teal', former: true }
  })
}
