/** Every part of the design system on one page, for looking at and for axe. English only. */
import { Archive, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { DialogTrigger } from 'react-aria-components/Dialog'
import { MenuTrigger } from 'react-aria-components/Menu'
import { Avatar, AvatarStack } from '../ui/avatar'
import { Badge, Chip, LiveDot } from '../ui/badge'
import { Banner } from '../ui/banner'
import { Button } from '../ui/button'
import { Card } from '../ui/card'
import { Dialog, DialogFoot } from '../ui/dialog'
import { EmojiPicker } from '../ui/emoji-picker'
import { EmptyState } from '../ui/empty-state'
import { IconButton } from '../ui/icon-button'
import { Illustration, type Scene } from '../ui/illustration'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { paletteNames } from '../ui/palette'
import { Popover } from '../ui/popover'
import { Option, Select } from '../ui/select'
import { Loading, Skeleton, SkeletonLines } from '../ui/skeleton'
import { Tab, TabList, TabPanel, Tabs } from '../ui/tabs'
import { TextField } from '../ui/text-field'
import { toast } from '../ui/toast'
import { Buttons, Fields } from './dev-ui-controls'
import { Part, Row } from './dev-ui-part'
import { setTheme, themes, useTheme } from './theme'

const people = [
  'Ana López',
  'Ben Okafor',
  'Chiara Rossi',
  'Dimitris Pappas',
  'Eva Lindt',
  'Farid',
].map((name, at) => ({ id: name, name, colour: paletteNames[(at * 3) % 10] ?? 'teal' }))
const scenes: Scene[] = ['project', 'doc', 'board', 'people', 'search', 'lost', 'link', 'done']

export function DevUiScreen() {
  const theme = useTheme()
  return (
    <main className="mx-auto max-w-5xl space-y-12 px-5 py-12 sm:px-8">
      <header className="flex flex-wrap items-center gap-4">
        <h1 className="flex-1 font-semibold text-3xl">The design system</h1>
        <Select label="Theme" hideLabel value={theme} onChange={setTheme}>
          {themes.map((one) => (
            <Option key={one} id={one}>
              {one}
            </Option>
          ))}
        </Select>
      </header>
      <Buttons />
      <Fields />
      <Overlays />
      <Faces />
      <Words />
      <Places />
    </main>
  )
}

const Overlays = () => (
  <Part title="Overlays">
    <Row>
      <DialogTrigger>
        <Button>Dialog</Button>
        <Dialog title="New board" description="You can change all of this later.">
          {({ close }) => (
            <>
              <TextField label="Title" autoFocus />
              <DialogFoot>
                <Button tone="quiet" onPress={close}>
                  Cancel
                </Button>
                <Button tone="primary" onPress={close}>
                  Create
                </Button>
              </DialogFoot>
            </>
          )}
        </Dialog>
      </DialogTrigger>
      <MenuTrigger>
        <IconButton label="More">
          <Ellipsis size={18} />
        </IconButton>
        <Menu>
          <MenuItem icon={<Pencil size={16} />} shortcut={['F2']}>
            Rename
          </MenuItem>
          <MenuItem icon={<Archive size={16} />}>Archive</MenuItem>
          <MenuSeparator />
          <MenuItem icon={<Trash2 size={16} />} tone="danger">
            Remove
          </MenuItem>
        </Menu>
      </MenuTrigger>
      <DialogTrigger>
        <Button>Popover</Button>
        <Popover label="Link">
          <TextField label="Address" placeholder="https://" className="w-64" />
        </Popover>
      </DialogTrigger>
      <DialogTrigger>
        <Button>Emoji</Button>
        <Popover label="Emoji">
          {({ close }) => (
            <EmojiPicker
              onPick={(character) => {
                toast({ text: character })
                close()
              }}
            />
          )}
        </Popover>
      </DialogTrigger>
      <Button
        onPress={() =>
          toast({
            text: 'The project is archived.',
            action: { label: 'Undo', onPress: () => undefined },
          })
        }
      >
        Toast
      </Button>
      <Button onPress={() => toast({ text: 'The server cannot be reached.', tone: 'danger' })}>
        Toast of failure
      </Button>
    </Row>
    <Tabs>
      <TabList aria-label="Parts">
        <Tab id="work">Work</Tab>
        <Tab id="members">Members</Tab>
        <Tab id="settings">Settings</Tab>
      </TabList>
      <TabPanel id="work">What stands here belongs to the first tab.</TabPanel>
      <TabPanel id="members">Members</TabPanel>
      <TabPanel id="settings">Settings</TabPanel>
    </Tabs>
  </Part>
)

const Faces = () => (
  <Part title="Faces and labels">
    <Row>
      {paletteNames.map((colour) => (
        <Avatar key={colour} name={`${colour} person`} colour={colour} />
      ))}
      <Avatar name="Ana López" colour="violet" size="large" here labelled />
      <AvatarStack people={people} label="Members" />
      <AvatarStack people={people.slice(0, 3)} size="medium" label="Here now" />
    </Row>
    <Row>
      {paletteNames.map((colour) => (
        <Chip key={colour} colour={colour}>
          {colour}
        </Chip>
      ))}
    </Row>
    <Row>
      <Badge>Member</Badge>
      <Badge tone="accent">Open</Badge>
      <Badge tone="warning">Suspended</Badge>
      <Badge tone="danger">Overdue</Badge>
      <Badge tone="outline">Maintenance</Badge>
      <span className="flex items-center gap-2 text-sm">
        <LiveDot /> Here now
      </span>
    </Row>
  </Part>
)

const Words = () => (
  <Part title="Words">
    <div className="grid gap-6 sm:grid-cols-2">
      <div className="space-y-2">
        <p className="font-semibold text-3xl tracking-tight">Display, 34</p>
        <p className="font-semibold text-2xl">Title, 26</p>
        <p className="font-semibold text-xl">Heading, 20</p>
        <p className="font-semibold text-lg">Subheading, 17</p>
        <p>Body, 15. The quick brown fox jumps over the lazy dog.</p>
        <p className="text-ink-soft text-sm">Soft, 13</p>
        <p className="text-ink-faint text-xs">Faint, 12</p>
      </div>
      <div className="space-y-3">
        <Banner>This project is archived. It can be read, but not changed.</Banner>
        <Banner tone="warning" action={<Button size="small">Reload</Button>}>
          A newer version is here.
        </Banner>
        <Banner tone="danger">The server cannot be reached.</Banner>
        <Card>A card holds a group.</Card>
      </div>
    </div>
  </Part>
)

const Places = () => (
  <Part title="Empty and loading">
    <div className="flex flex-wrap gap-2">
      {scenes.map((scene) => (
        <Illustration key={scene} scene={scene} />
      ))}
    </div>
    <EmptyState
      scene="project"
      title="Start with a real problem"
      action={<Button tone="primary">Start a project</Button>}
    >
      A project gathers people from different departments around one challenge.
    </EmptyState>
    <Loading className="max-w-md">
      <Skeleton className="mb-4 h-8 w-48" />
      <SkeletonLines lines={4} />
    </Loading>
  </Part>
)
