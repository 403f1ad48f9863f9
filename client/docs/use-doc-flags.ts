import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useChange } from '../api/use-change'
import { toast } from '../ui/toast'

type Flags = { template?: boolean; inLibrary?: boolean; restricted?: boolean; under?: true }

/** Whether a doc is a template, in the library, only for some: told in a toast, which can take it back. */
export function useDocFlags(docId: string) {
  const { t } = useTranslation('organise')
  const send = async (flags: Flags) => {
    await ask(api.docs[':id'].$patch({ param: { id: docId }, json: flags }))
    return flags
  }
  const renews = [['room', docId] as const, ['doc-access', docId] as const]
  const back = useChange(send, { renews })
  return useChange(send, {
    renews,
    done: ({ template, inLibrary, restricted, under }) => {
      const undo = (flags: Flags) => ({ label: t('undo'), onPress: () => back.mutate(flags) })
      if (template !== undefined) {
        const text = t(template ? 'templates.saved' : 'templates.stopped')
        toast({ text, action: undo({ template: !template }) })
      }
      if (inLibrary !== undefined) {
        const text = t(inLibrary ? 'library.isIn' : 'library.isOut')
        toast({ text, action: undo({ inLibrary: !inLibrary }) })
      }
      if (under) toast({ text: t('share.underClosed') })
      else if (restricted !== undefined) {
        const text = t(restricted ? 'share.isRestricted' : 'share.isOpen')
        toast({ text, action: undo({ restricted: !restricted }) })
      }
    },
  })
}
