import { done, h2, ol, p, quote, tasks, todo, ul } from '../../docs/markup'
import type { DemoBoard, DemoDoc, DemoProject } from '../demo-data'

const interviewGuide: DemoDoc = {
  title: 'How we ask, so that hands can answer',
  by: 'tomasz',
  daysAgo: 9,
  body: [
    p(
      'Karl and Birgit have set up the calibration benches for thirty-one and twenty-six years. Both retire in autumn. What they know is not in the manual, and if you ask them for it, they say: “nothing special”. So we do not ask for knowledge. We ask for mornings.',
    ),
    h2('Three ways that work'),
    ol(
      '**Do it slowly.** They work, you talk: say aloud what you believe they are doing. They will correct you.',
      '**Break something.** Prepare a bench with one fault. Watch where they look first, second and third.',
      '**Swap.** You set up, they may only say “warm” or “cold”.',
    ),
    quote(
      'I don’t know how I know. But that hose is wrong. — Birgit, eleven seconds into the second try',
    ),
    h2('What to bring back'),
    ul(
      'Ninety seconds of film of the hands, not of the face.',
      'One sentence that begins with “Usually, but …”.',
      'One thing you can now do yourself, and the bench on which you showed it.',
    ),
    h2('Before the first session'),
    tasks(
      done('Ask Karl and Birgit whether they want this at all (they do)'),
      done('Agree that films stay inside the project'),
      todo('Prepare bench 2 with the swapped hose'),
      todo('Find out who speaks with the supplier of the old pressure standard'),
    ),
  ],
}

const knowledgeBoard: DemoBoard = {
  title: 'Knowledge to keep',
  by: 'tomasz',
  daysAgo: 2,
  columns: ['Noticed', 'With Karl or Birgit', 'Somebody else can do it'],
  done: ['Somebody else can do it'],
  labels: [
    { name: 'Calibration', colour: 'green' },
    { name: 'Assembly', colour: 'orange' },
    { name: 'Urgent', colour: 'red' },
  ],
  cards: [
    { title: 'Which hose leaks before it leaks', column: 'Noticed', labels: ['Assembly'] },
    {
      title: 'Starting the pressure standard of 1998',
      column: 'Noticed',
      labels: ['Calibration', 'Urgent'],
      dueIn: 20,
      description: [
        p('Only Karl has the telephone number. It is the number of a retired colleague.'),
      ],
    },
    {
      title: 'Reading the needle when the hall door is open',
      column: 'Noticed',
      labels: ['Calibration'],
    },
    {
      title: 'Setting up bench 2 in the right order',
      column: 'With Karl or Birgit',
      assignee: 'jonas',
      labels: ['Assembly'],
      dueIn: 7,
      description: [tasks(done('Watched twice'), done('Filmed the hands'), todo('Done it alone'))],
    },
    {
      title: 'Cleaning the seat without scratching it',
      column: 'Somebody else can do it',
      assignee: 'lena',
      labels: ['Calibration'],
    },
  ],
}

export const handoverProject: DemoProject = {
  title: 'What only their hands know',
  challenge:
    'Two setters of the calibration benches retire in autumn. Keep what is in no manual, in people rather than in files.',
  outcomes: [
    {
      name: 'Set up a calibration bench by hand and ear',
      level: 'alone',
      description: 'On bench 2, with one fault nobody told them about.',
      cards: ['Which hose leaks before it leaks', 'Setting up bench 2 in the right order'],
    },
  ],
  departments: ['Production', 'People & Learning', 'Metalltechnik'],
  createdBy: 'tomasz',
  daysAgo: 16,
  members: {
    tomasz: 'lead',
    jonas: 'lead',
    ingrid: 'contributor',
    amara: 'contributor',
    lena: 'contributor',
  },
  docs: [interviewGuide],
  boards: [knowledgeBoard],
}
