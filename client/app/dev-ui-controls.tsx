import { Bold, Copy, Plus } from 'lucide-react'
import { useState } from 'react'
import { Avatar } from '../ui/avatar'
import { Button } from '../ui/button'
import { Checkbox } from '../ui/checkbox'
import { ComboBox } from '../ui/combo-box'
import { DateField } from '../ui/date-field'
import { IconButton } from '../ui/icon-button'
import { Kbd } from '../ui/kbd'
import { paletteNames } from '../ui/palette'
import { Option, Select } from '../ui/select'
import { Switch } from '../ui/switch'
import { TextArea } from '../ui/text-area'
import { TextField } from '../ui/text-field'
import { Part, Row } from './dev-ui-part'

const people = [
  'Ana López',
  'Ben Okafor',
  'Chiara Rossi',
  'Dimitris Pappas',
  'Eva Lindt',
  'Farid',
].map((name, at) => ({ id: name, name, colour: paletteNames[(at * 3) % 10] ?? 'teal' }))
export const Buttons = () => (
  <Part title="Buttons">
    <Row>
      <Button tone="primary">Create project</Button>
      <Button>Secondary</Button>
      <Button tone="quiet">Quiet</Button>
      <Button tone="danger">Sign out everywhere</Button>
      <Button isDisabled>Disabled</Button>
      <Button isPending>Pending</Button>
    </Row>
    <Row>
      <Button size="small" icon={<Plus size={15} />}>
        Small
      </Button>
      <Button size="large" tone="primary" icon={<Plus size={18} />}>
        Large
      </Button>
      <IconButton label="Bold" shortcut={['Mod', 'B']}>
        <Bold size={17} />
      </IconButton>
      <IconButton label="Bold, on" isOn aria-pressed>
        <Bold size={17} />
      </IconButton>
      <IconButton label="Copy" size="small">
        <Copy size={15} />
      </IconButton>
      <Kbd keys={['Mod', 'Shift', 'K']} />
    </Row>
  </Part>
)

export function Fields() {
  const [choice, setChoice] = useState<'a' | 'b'>('a')
  const [person, setPerson] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>('2026-03-31')
  return (
    <Part title="Fields">
      <div className="grid gap-6 sm:grid-cols-2">
        <TextField
          label="Title"
          placeholder="What is it called?"
          description="Help below the field."
        />
        <TextField
          label="E-mail"
          defaultValue="ana@"
          error="This does not look like an e-mail address."
        />
        <TextArea label="Challenge" placeholder="In a sentence" />
        <div className="space-y-6">
          <Select label="Role" value={choice} onChange={setChoice}>
            <Option id="a" hint="Edits docs and boards">
              Contributor
            </Option>
            <Option id="b" hint="Reads">
              Viewer
            </Option>
          </Select>
          <ComboBox
            label="Person"
            value={person}
            onChange={setPerson}
            nothing="Nobody by that name."
          >
            {people.map(({ id, name, colour }) => (
              <Option key={id} id={id} icon={<Avatar size="small" name={name} colour={colour} />}>
                {name}
              </Option>
            ))}
          </ComboBox>
        </div>
        <DateField label="Due" value={day} onChange={setDay} />
        <TextField label="Disabled" isDisabled defaultValue="Not now" />
        <div>
          <Checkbox defaultSelected>Maintenance</Checkbox>
          <Checkbox isIndeterminate>Quality</Checkbox>
          <Checkbox isDisabled>Sales</Checkbox>
        </div>
        <div>
          <Switch defaultSelected>Weekly summary</Switch>
          <Switch>Sounds</Switch>
        </div>
      </div>
    </Part>
  )
}
