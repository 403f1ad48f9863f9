/** What is said of versions and of what changed in them. */
import type { Version } from '@atelier/shared/docs/version'
import type { Node } from '@tiptap/pm/model'
import { useTranslation } from 'react-i18next'
import { useFormat } from '../i18n/use-format'
import type { ShownChange, VersionDifference } from './version-difference'

export function useVersionWords() {
  const { t } = useTranslation('history')
  const { locale, list } = useFormat()
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' })
  const day = new Intl.DateTimeFormat(locale, { weekday: 'long', day: 'numeric', month: 'long' })
  const long = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const nameOf = (kind: string, name: string) => t(`${kind}.${name}`, { defaultValue: name })

  const blockOf = ({ type, attrs }: Node) =>
    type.name === 'heading'
      ? t('block.headingOf', { level: attrs.level })
      : nameOf('block', type.name)

  function detail({ marks, blocks, lines }: ShownChange): string {
    if (lines) return t(`detail.${lines.of}`, { count: lines.count })
    if (blocks) {
      const [before, after] = [blockOf(blocks.before), blockOf(blocks.after)]
      return before === after
        ? t('detail.attributes', { after })
        : t('detail.kind', { before, after })
    }
    const added = marks?.added.map((name) => nameOf('mark', name)) ?? []
    const removed = marks?.removed.map((name) => nameOf('mark', name)) ?? []
    return list([
      ...(added.length > 0 ? [t('detail.added', { marks: list(added) })] : []),
      ...(removed.length > 0 ? [t('detail.removed', { marks: list(removed) })] : []),
    ])
  }

  const byOf = ({ by }: Pick<ShownChange, 'by'>) =>
    by.length === 0 ? '' : t('by', { names: list(by.map(({ name }) => name)) })

  return {
    when: ({ endedAt }: Version) => long.format(new Date(endedAt)),
    day: (iso: string) => day.format(new Date(iso)),
    time: (iso: string) => time.format(new Date(iso)),
    span: (begun: string, ended: string) => time.formatRange(new Date(begun), new Date(ended)),
    change: (change: ShownChange): string =>
      [`${t(`change.${change.kind}`)} ${byOf(change)}`.trim(), detail(change)]
        .filter(Boolean)
        .join(': '),
    summary: (difference: VersionDifference): string => {
      const parts = countsOf(difference).map(([kind, count]) => t(`count.${kind}`, { count }))
      if (parts.length === 0) return t('noChanges')
      return `${list(parts)} ${byOf({ by: writersOf(difference) })}`.trim()
    },
  }
}

const kinds = ['insertion', 'deletion', 'replacement', 'formatting', 'attributes'] as const

function countsOf({ changes, title }: VersionDifference): [string, number][] {
  const counts: [string, number][] = kinds.map((kind) => [
    kind,
    changes.filter((change) => change.kind === kind).length,
  ])
  const titleChanged = title.some(({ kind }) => kind !== 'same') ? 1 : 0
  return [...counts, ['title', titleChanged] as [string, number]].filter(([, count]) => count > 0)
}

/** Each once, in the order in which one meets them. */
export const writersOf = ({ changes }: VersionDifference) => [
  ...new Map(changes.flatMap(({ by }) => by).map((person) => [person.id, person])).values(),
]
