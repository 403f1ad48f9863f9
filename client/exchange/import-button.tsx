import { ArrowUpFromLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/button'

const ImportDialog = lazy(async () => ({ default: (await import('./import-dialog')).ImportDialog }))

/** Where nothing is yet: what there is elsewhere may come here. */
export function ImportButton({ projectId }: { projectId: string }) {
  const { t } = useTranslation('exchange')
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button icon={<ArrowUpFromLine size={16} />} onPress={() => setIsOpen(true)}>
        {t('import.action')}
      </Button>
      {isOpen && (
        <Suspense fallback={null}>
          <ImportDialog projectId={projectId} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
