import type { DocAccess } from '@atelier/shared/docs/doc-lists'
import type { DocPage } from '@atelier/shared/projects/project'
import { Lock, Users } from 'lucide-react'
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useLiveQuery } from '../api/use-live-query'
import { useFormat } from '../i18n/use-format'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { useRefusalText } from '../ui/refusal-text'
import { SkeletonLines } from '../ui/skeleton'
import { Switch } from '../ui/switch'
import { PublicLinks } from './public-links'
import { SharePeople } from './share-people'
import { useDocFlags } from './use-doc-flags'

type Props = { page: DocPage; onClose: () => void }

/** Who may come into a doc: everybody in its project or people chosen, the workspace, anybody with a link. */
export function ShareDialog({ page, onClose }: Props) {
  const { t } = useTranslation('organise')
  const refusalText = useRefusalText()
  const { data, error } = useLiveQuery(
    ['doc-access', page.id],
    (): Promise<DocAccess> => ask(api.docs[':id'].access.$get({ param: { id: page.id } })),
  )
  return (
    <Dialog
      isOpen
      width="medium"
      onOpenChange={(open) => open || onClose()}
      title={t('share.title', { title: page.title || t('untitled') })}
    >
      {error && <Banner tone="danger">{refusalText(error)}</Banner>}
      {!data && !error && <SkeletonLines lines={6} />}
      {data && (
        <div className="grid gap-7">
          <WhoMayCome page={page} access={data} />
          <SharePeople docId={page.id} access={data} />
          <InLibrary page={page} access={data} />
          <PublicLinks docId={page.id} links={data.links} />
        </div>
      )}
    </Dialog>
  )
}

function WhoMayCome({ page, access }: { page: DocPage; access: DocAccess }) {
  const { t } = useTranslation('organise')
  const { list } = useFormat()
  const flags = useDocFlags(page.id)
  const leads = list(access.leads.map(({ name }) => name))
  return (
    <div className="grid gap-3">
      <RadioGroup
        aria-label={t('share.who')}
        value={access.restricted ? 'some' : 'project'}
        onChange={(value) => flags.mutate({ restricted: value === 'some' })}
        className="grid gap-2 sm:grid-cols-2"
      >
        <Way value="project" icon={<Users size={18} aria-hidden />} title={t('share.everybody')}>
          {t('share.everybodyWords', { project: page.project.title })}
        </Way>
        <Way value="some" icon={<Lock size={18} aria-hidden />} title={t('share.some')}>
          {leads ? t('share.someWords', { leads }) : t('share.someWordsAlone')}
        </Way>
      </RadioGroup>
      {access.restricted && access.openUnder > 0 && (
        <Banner
          action={
            <Button onPress={() => flags.mutate({ restricted: true, under: true })}>
              {t('share.closeUnder')}
            </Button>
          }
        >
          {t('share.openUnder', { count: access.openUnder })}
        </Banner>
      )}
    </div>
  )
}

function Way(props: { value: string; icon: React.ReactNode; title: string; children: string }) {
  return (
    <Radio
      value={props.value}
      className="flex cursor-pointer gap-3 rounded-lg border border-line p-3.5 data-selected:border-accent data-hovered:bg-hover data-selected:bg-accent-soft data-focus-visible:outline-2 data-focus-visible:outline-focus"
    >
      <span className="mt-0.5 shrink-0 text-ink-soft in-data-selected:text-accent">
        {props.icon}
      </span>
      <span className="min-w-0">
        <span className="block font-medium text-sm">{props.title}</span>
        <span className="block text-ink-soft text-sm">{props.children}</span>
      </span>
    </Radio>
  )
}

function InLibrary({ page, access }: { page: DocPage; access: DocAccess }) {
  const { t } = useTranslation('organise')
  const flags = useDocFlags(page.id)
  return (
    <section>
      <Switch isSelected={access.inLibrary} onChange={(inLibrary) => flags.mutate({ inLibrary })}>
        <span className="font-medium text-sm">{t('library.share')}</span>
      </Switch>
      <p className="text-ink-soft text-sm">{t('library.shareWords')}</p>
    </section>
  )
}
