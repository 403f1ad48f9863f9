import { type Embed, readEmbed } from '@atelier/shared/docs/embed'
import { Unplug } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { BoardEmbed } from './board-embed'
import { DocEmbed } from './doc-embed'
import { EmbedNote } from './embed-frame'

/** What an embed shows, or why it shows nothing. */
export function EmbedBlock({ attributes }: { attributes: Record<string, unknown> }) {
  const { t } = useTranslation('references')
  const embed = readEmbed(attributes)
  if (embed === null) return <EmbedNote icon={Unplug}>{t('embed.unknown')}</EmbedNote>
  return <Known embed={embed} />
}

function Known({ embed }: { embed: Embed }) {
  const { t } = useTranslation('references')
  switch (embed.kind) {
    case 'doc':
      return <DocEmbed id={embed.roomId} />
    case 'workshop':
      return <EmbedNote icon={Unplug}>{t('embed.workshop')}</EmbedNote>
    default:
      return <BoardEmbed embed={embed} />
  }
}
