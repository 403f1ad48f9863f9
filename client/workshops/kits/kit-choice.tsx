import type { OfferedKit } from '@atelier/shared/workshops/kit'
import { wordsIn } from '@atelier/shared/workshops/stage'
import { Header } from 'react-aria-components/Header'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { useTranslation } from 'react-i18next'
import { KitSteps } from './kit-steps'

type Props = {
  kits: readonly OfferedKit[]
  language: string
  chosen: string | null
  onChoose(key: string): void
}

/** Kits as cards, the workspace's own first. Arrows go from one to the next in any direction. */
export function KitChoice({ kits, language, chosen, onChoose }: Props) {
  const { t } = useTranslation('workshop-kits')
  const own = kits.filter((kit) => kit.own !== null)
  const shipped = kits.filter((kit) => kit.own === null)
  const groups = [
    { title: t('own'), kits: own },
    { title: t('shipped'), kits: shipped },
  ].filter((group) => group.kits.length > 0)
  return (
    <ListBox
      aria-label={t('kit')}
      layout="grid"
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      escapeKeyBehavior="none"
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [key] = [...keys]
        if (key !== undefined) onChoose(String(key))
      }}
      className="grid gap-5 outline-none"
    >
      {groups.map((group) => (
        <ListBoxSection key={group.title} className="grid gap-3 sm:grid-cols-2">
          <Header className="font-medium text-ink-faint text-xs sm:col-span-2">
            {group.title}
          </Header>
          {group.kits.map((kit) => (
            <KitCard key={kit.key} kit={kit} language={language} />
          ))}
        </ListBoxSection>
      ))}
    </ListBox>
  )
}

function KitCard({ kit, language }: { kit: OfferedKit; language: string }) {
  const { t } = useTranslation('workshop-kits')
  const title = wordsIn(kit.title, language)
  return (
    <ListBoxItem
      id={kit.key}
      textValue={title}
      className="cursor-pointer rounded-lg border border-line bg-raised p-4 outline-none transition-colors duration-100 data-hovered:border-line-strong/50 data-selected:border-accent data-selected:bg-accent-soft/40 data-focus-visible:outline-2 data-focus-visible:outline-focus data-focus-visible:outline-offset-2"
    >
      <p className="font-medium">{title}</p>
      <p className="mt-1 text-ink-soft text-sm text-pretty">{wordsIn(kit.purpose, language)}</p>
      {kit.own && (
        <p className="mt-1 text-ink-faint text-xs">
          {kit.own.by === null
            ? t('version', { version: kit.version })
            : t('writtenBy', { name: kit.own.by, version: kit.version })}
        </p>
      )}
      <KitSteps stages={kit.stages} language={language} />
    </ListBoxItem>
  )
}
