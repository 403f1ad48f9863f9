import { done, p, tasks, todo, ul } from '../../docs/markup'
import type { DemoBoard } from '../demo-data'

const ideas = 'Ideas'
const next = 'Next'
const doing = 'Doing'
const checking = 'Checking'
const finished = 'Done'

export const scrapBoard: DemoBoard = {
  title: 'From hunch to evidence',
  by: 'amara',
  daysAgo: 0,
  columns: [ideas, next, doing, checking, finished],
  done: [finished],
  limits: { [doing]: 4 },
  labels: [
    { name: 'Experiment', colour: 'violet' },
    { name: 'Measuring', colour: 'blue' },
    { name: 'At the machine', colour: 'teal' },
    { name: 'Data', colour: 'cyan' },
    { name: 'Learning', colour: 'amber' },
    { name: 'Blocked', colour: 'red' },
  ],
  cards: [
    {
      title: 'Show the drift chart at the start of every shift',
      column: ideas,
      labels: ['Data', 'At the machine'],
      description: [
        p('Not a dashboard again. One chart, on paper if need be, and somebody who explains it.'),
      ],
    },
    {
      title: 'Try a different coolant, alone and for two weeks',
      column: ideas,
      labels: ['Experiment'],
    },
    {
      title: 'Let operators mark a part they have a bad feeling about',
      column: ideas,
      labels: ['At the machine'],
      description: [
        p('How often is the feeling right? If it beats the gauge, we have learned something.'),
      ],
    },
    {
      title: 'Visit the foundry: do the blanks vary, too?',
      column: ideas,
      assignee: 'sabine',
      labels: ['Learning'],
    },
    { title: 'Spindle load as a sign of wear (autumn budget)', column: ideas, labels: ['Data'] },
    {
      title: 'Warm-up on M1: is the effect smaller there?',
      column: next,
      startIn: 0,
      estimate: 5,
      alsoFor: ['jonas'],
      assignee: 'emre',
      labels: ['Experiment', 'At the machine'],
      dueIn: 6,
      description: [
        p(
          '**Expectation:** less than half of the effect on M3, because M1 stands away from the gate.',
        ),
        tasks(
          done('Copy the warm-up program and change the tool number'),
          todo('Blue dots for the parts of the first hour'),
          todo('Two weeks before, two weeks with'),
        ),
      ],
    },
    {
      title: 'Two tablets that survive coolant',
      column: next,
      startIn: -1,
      estimate: 2,
      assignee: 'mei',
      labels: ['At the machine'],
      dueIn: 4,
      description: [p('For E4. Gloves on, splashes, a drop from one metre. Borrow before buying.')],
    },
    {
      title: 'Zweite Messreihe: Fräser B alle 15 Minuten unter das Mikroskop',
      column: next,
      startIn: -2,
      estimate: 3,
      goal: {
        by: 'lena',
        text: 'Verschleiß unter dem Mikroskop selbst beurteilen',
        helpers: ['sabine'],
      },
      assignee: 'lena',
      labels: ['Measuring', 'Learning'],
      dueIn: 2,
      description: [
        p('Gleiches Los wie Fräser A, gleiche Schnittwerte. Bitte Werkstoff-Charge notieren.'),
      ],
    },
    {
      title: 'What does one measurement cost us in minutes?',
      column: next,
      assignee: 'hanneke',
      labels: ['Measuring'],
    },
    {
      title: 'Rehearse the talk in front of the late shift',
      column: next,
      startIn: 7,
      estimate: 2,
      waitsFor: ['Warm-up on M1: is the effect smaller there?'],
      goal: { by: 'emre', text: 'Explain a result without a single formula', helpers: ['amara'] },
      assignee: 'emre',
      labels: ['Learning'],
      dueIn: 12,
    },
    {
      title: 'E2: change the finishing end mill after 90 minutes in cut',
      column: doing,
      startIn: -9,
      estimate: 8,
      alsoFor: ['amara'],
      checklist: {
        name: 'Every morning',
        items: [
          { text: 'Reset the minutes in cut', done: true },
          { text: 'Blue dots on the first ten parts', done: true },
          { text: 'Read yesterday’s notes of the setters' },
        ],
      },
      assignee: 'jonas',
      labels: ['Experiment', 'At the machine'],
      dueIn: 3,
      description: [
        p('Second week on M2. The setter may change earlier by ear and notes it with an “E”.'),
        tasks(
          done('Week 1: 9 rough parts (16 before)'),
          todo('Week 2'),
          todo('Tool costs, with Purchasing'),
        ),
      ],
    },
    {
      title: 'E3: torque wrench on M4, all shifts',
      column: doing,
      startIn: -1,
      estimate: 5,
      assignee: 'jonas',
      labels: ['Experiment'],
      dueIn: 8,
      description: [
        p('18 Nm, ±1. The apprentices clamp half of the parts; Quality does not know which half.'),
      ],
    },
    {
      title: 'Key to the measuring room for the night shift',
      column: doing,
      assignee: 'hanneke',
      labels: ['Measuring', 'Blocked'],
      dueIn: -2,
      description: [
        p('Facility management wants a list of names; the works council wants no list of names.'),
        p(
          'Idea from the meeting: a key in the setters’ cabinet, signed for per shift, not per person.',
        ),
      ],
    },
    {
      title: 'Show minutes in cut beside each machine',
      column: doing,
      startIn: -6,
      estimate: 3,
      partOf: 'E2: change the finishing end mill after 90 minutes in cut',
      assignee: 'mei',
      labels: ['Data', 'At the machine'],
      dueIn: 0,
      description: [
        p('Green until 80, amber until 90, red after that. The display was dark for one night.'),
        ul('M2 runs', 'M3 runs', 'M1 has the old control: reads only every ten seconds'),
      ],
    },
    {
      title: 'Sketch the housing with all its tolerances',
      column: doing,
      assignee: 'mei',
      labels: ['Learning'],
      dueIn: -1,
    },
    {
      title: 'Does M3 drift after a long break as well?',
      column: checking,
      startIn: -4,
      estimate: 3,
      alsoFor: ['lena'],
      assignee: 'emre',
      labels: ['Measuring', 'Experiment'],
      dueIn: 1,
      description: [
        p('Forty parts, four breaks. Lena measures the same parts again before we believe it.'),
      ],
    },
    {
      title: 'Script that draws one bore over one shift',
      column: checking,
      assignee: 'lena',
      labels: ['Data', 'Learning'],
      description: [p('Done when somebody who has not seen it can run it. Next: Oliver’s laptop.')],
    },
    {
      title: 'How many of the “everything else” parts are from a Friday?',
      column: checking,
      assignee: 'hanneke',
      labels: ['Data'],
      dueIn: 5,
    },
    {
      title: 'E1: warm up M3 for 20 minutes before the first part',
      column: finished,
      startIn: -27,
      estimate: 5,
      learned: {
        by: 'jonas',
        text: 'The machine is not the problem in the first hour, the cold spindle is. Ask the setters first: two of them knew.',
      },
      assignee: 'jonas',
      labels: ['Experiment'],
      dueIn: -13,
      description: [p('First-hour scrap from 24.2 % to 8.9 %. We keep it.')],
    },
    {
      title: 'Agree on what counts as scrap, and who writes it down',
      column: finished,
      assignee: 'amara',
      labels: ['Measuring'],
    },
    {
      title: 'Interview all three shifts, night included',
      column: finished,
      assignee: 'lena',
      labels: ['Learning'],
      dueIn: -30,
    },
    {
      title: 'Four weeks of baseline',
      column: finished,
      assignee: 'amara',
      labels: ['Data', 'Measuring'],
      dueIn: -28,
      description: [p('4,420 parts, 278 scrapped, 6.3 %. Tables by machine, shift and reason.')],
    },
  ],
}
