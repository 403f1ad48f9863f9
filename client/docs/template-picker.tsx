import { type BuiltInTemplate, builtInTemplates } from '@atelier/shared/docs/doc-contract'
import type { DocContent } from '@atelier/shared/docs/doc-lists'
import { useQuery } from '@tanstack/react-query'
import { File, LayoutTemplate } from 'lucide-react'
import { type ReactNode, Suspense, useState } from 'react'
import { Header } from 'react-aria-components/Header'
import { ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components/ListBox'
import { useTranslation } from 'react-i18next'
import { api, ask } from '../api/api'
import { useTemplates } from '../projects/my-docs'
import { type NewRoom, useCreateRoom } from '../projects/use-create-room'
import { Button } from '../ui/button'
import { Dialog } from '../ui/dialog'
import { SkeletonLines } from '../ui/skeleton'
import { DocText } from './doc-text'
import './template-picker.css'

const blank = 'blank'

/** What a new doc begins with: an empty sheet, or a template, which is shown before it is taken. */
export function TemplatePicker({ projectId, onClose }: { projectId: string; onClose: () => void }) {
  const { t } = useTranslation('organise')
  const { data } = useTemplates(projectId)
  const create = useCreateRoom(projectId)
  const [chosen, setChosen] = useState<string>(blank)
  const begin = (id = chosen) => {
    onClose()
    create.mutate(wishFor(id))
  }
  return (
    <Dialog
      isOpen
      width="large"
      onOpenChange={(open) => open || onClose()}
      title={t('templates.title')}
      description={t('templates.words')}
    >
      <div className="template-picker">
        <ListBox
          aria-label={t('templates.title')}
          autoFocus
          selectionMode="single"
          selectionBehavior="replace"
          disallowEmptySelection
          escapeKeyBehavior="none"
          selectedKeys={[chosen]}
          onSelectionChange={(keys) => setChosen(String([...keys][0] ?? blank))}
          onAction={(id) => begin(String(id))}
          className="template-list"
        >
          <Choice id={blank} title={t('templates.blank')} icon={<File size={16} aria-hidden />} />
          <ListBoxSection>
            <Header>{t('templates.builtIn')}</Header>
            {builtInTemplates.map((id) => (
              <Choice key={id} id={id} title={t(`templates.names.${id}`)} icon={picture} />
            ))}
          </ListBoxSection>
          {data && data.own.length > 0 && (
            <ListBoxSection>
              <Header>{t('templates.own')}</Header>
              {data.own.map(({ id, title, project }) => (
                <Choice
                  key={id}
                  id={id}
                  title={title || t('untitled')}
                  icon={picture}
                  hint={project ?? t('library.title')}
                />
              ))}
            </ListBoxSection>
          )}
        </ListBox>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, also by keyboard */}
        <section className="template-preview" aria-label={t('templates.preview')} tabIndex={0}>
          <Preview id={chosen} builtIn={data?.builtIn.find(({ id }) => id === chosen)} />
        </section>
      </div>
      <div className="mt-4 flex justify-end">
        <Button tone="primary" onPress={() => begin()}>
          {t(chosen === blank ? 'templates.startBlank' : 'templates.start')}
        </Button>
      </div>
    </Dialog>
  )
}

const picture = <LayoutTemplate size={16} aria-hidden />

const isBuiltIn = (id: string): id is BuiltInTemplate =>
  builtInTemplates.some((known) => known === id)

function wishFor(id: string): NewRoom {
  if (id === blank) return 'doc'
  return { template: isBuiltIn(id) ? { builtIn: id } : { docId: id } }
}

function Choice(props: { id: string; title: string; icon: ReactNode; hint?: string }) {
  return (
    <ListBoxItem id={props.id} textValue={props.title} className="template-choice">
      {props.icon}
      <span className="min-w-0 flex-1">
        <span className="block truncate">{props.title}</span>
        {props.hint && <span className="block truncate text-ink-faint text-xs">{props.hint}</span>}
      </span>
    </ListBoxItem>
  )
}

function Preview({ id, builtIn }: { id: string; builtIn: DocContent | undefined }) {
  const { t } = useTranslation('organise')
  const isOwn = id !== blank && !isBuiltIn(id)
  const { data: own } = useQuery({
    queryKey: ['text', id],
    queryFn: (): Promise<DocContent> => ask(api.docs[':id'].text.$get({ param: { id } })),
    enabled: isOwn,
  })
  if (id === blank) return <p className="text-ink-faint text-sm">{t('templates.blankWords')}</p>
  const content = builtIn ?? own
  if (!content) return <SkeletonLines lines={5} />
  return (
    <div key={id} inert>
      <p className="mb-4 font-semibold text-xl">{content.title || t('untitled')}</p>
      <Suspense fallback={<SkeletonLines lines={5} />}>
        <DocText body={content.body} fileAt={(file) => `/api/files/${file}`} />
      </Suspense>
    </div>
  )
}
