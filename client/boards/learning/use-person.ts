import { useTranslation } from 'react-i18next'
import type { Face } from '../../ui/avatar'
import { useDesk } from '../board-context'

/** Somebody's name and face; of who has left the project, that they have. */
export function usePerson(): (id: string) => Face {
  const { people } = useDesk()
  const { t } = useTranslation('learning')
  return (id) => {
    const known = people.get(id)
    return { id, name: known?.name ?? t('former'), colour: known?.colour ?? 'blue' }
  }
}
