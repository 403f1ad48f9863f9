import { FileUp } from 'lucide-react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useTranslation } from 'react-i18next'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { type Chosen, chosenByDrop, chosenIn } from './pack-chosen'

const kinds = ['.md', '.markdown', '.txt', '.zip', '.docx', '.html', '.htm', '.csv']

type Props = { failure: string | null; onChoose: (chosen: Chosen[] | Promise<Chosen[]>) => void }

/** Pressed, dropped on, or pasted into. */
export function ImportChoice({ failure, onChoose }: Props) {
  const { t } = useTranslation('exchange')
  return (
    <div className="grid gap-4">
      {failure && <Banner tone="danger">{failure}</Banner>}
      <DropZone
        aria-label={t('import.drop')}
        getDropOperation={() => 'copy'}
        onDrop={({ items }) => onChoose(chosenByDrop(items))}
        className="flex flex-col items-center gap-3 rounded-lg border-2 border-line border-dashed px-6 py-9 text-center transition-colors duration-100 data-drop-target:border-accent data-drop-target:bg-accent-soft"
      >
        <FileUp size={28} className="text-ink-faint" aria-hidden />
        <p className="text-ink-soft">{t('import.drop')}</p>
        <div className="flex flex-wrap justify-center gap-2">
          <FileTrigger
            allowsMultiple
            acceptedFileTypes={kinds}
            onSelect={(files) => files && onChoose(chosenIn(files))}
          >
            <Button tone="primary">{t('import.choose')}</Button>
          </FileTrigger>
          <FileTrigger acceptDirectory onSelect={(files) => files && onChoose(chosenIn(files))}>
            <Button>{t('import.chooseFolder')}</Button>
          </FileTrigger>
        </div>
      </DropZone>
      <dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[auto_1fr]">
        {(['files', 'notion', 'confluence', 'atelier'] as const).map((kind) => (
          <div key={kind} className="contents">
            <dt className="font-medium">{t(`kind.${kind}.title`)}</dt>
            <dd className="text-ink-soft">{t(`kind.${kind}.hint`)}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
