import { LetterText, TextSearch } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { DocAction } from './doc-actions'
import type { DocDesk } from './doc-desk'
import { openFind } from './finders'
import { wordCountOf } from './word-count-dialog'

/** What one can do with the words of a doc. */
export function useTextActions({ editor }: DocDesk): DocAction[] {
  const { t } = useTranslation('find')
  return [
    {
      id: 'find',
      group: 'view',
      label: t('open'),
      icon: <TextSearch size={16} />,
      shortcut: ['Mod', 'F'],
      run: () => openFind(editor),
    },
    {
      id: 'wordCount',
      group: 'view',
      label: t('count.open'),
      icon: <LetterText size={16} />,
      run: () => wordCountOf(editor).set(true),
    },
  ]
}
