import { FileUp } from 'lucide-react'
import { DropZone } from 'react-aria-components/DropZone'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { useTranslation } from 'react-i18next'
import { Banner } from '../../ui/banner'
import { Button } from '../../ui/button'
import { chosenByDrop } from '../pack-chosen'

const kinds = ['.json', '.csv', '.tsv', '.txt', '.zip', '.boardarchive', '.focalboard']

type Props = { failure: string | null; onChoose: (file: File) => void }

/** Pressed, dropped on, or pasted into. */
export function BoardImportChoice({ failure, onChoose }: Props) {
  const { t } = useTranslation('board-exchange')
  return (
    <div className="grid gap-4">
      {failure && <Banner tone="danger">{failure}</Banner>}
      <DropZone
        aria-label={t('import.drop')}
        getDropOperation={() => 'copy'}
        onDrop={async ({ items }) => {
          const [first] = await chosenByDrop(items)
          if (first) onChoose(first.file)
        }}
        className="flex flex-col items-center gap-3 rounded-lg border-2 border-line border-dashed px-6 py-9 text-center transition-colors duration-100 data-drop-target:border-accent data-drop-target:bg-accent-soft"
      >
        <FileUp size={28} className="text-ink-faint" aria-hidden />
        <p className="text-ink-soft">{t('import.drop')}</p>
        <FileTrigger
          acceptedFileTypes={kinds}
          onSelect={(files) => files?.[0] && onChoose(files[0])}
        >
          <Button tone="primary">{t('import.choose')}</Button>
        </FileTrigger>
      </DropZone>
      <dl className="grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[auto_1fr]">
        {(['trello', 'wekan', 'focalboard', 'plane', 'issues', 'csv', 'atelier'] as const).map(
          (source) => (
            <div key={source} className="contents">
              <dt className="font-medium">{t(`source.${source}.title`)}</dt>
              <dd className="text-ink-soft">{t(`source.${source}.hint`)}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  )
}
