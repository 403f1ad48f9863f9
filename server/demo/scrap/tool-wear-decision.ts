import { h2, p, table, ul } from '../../docs/markup'
import type { DemoDoc } from '../demo-data'

export const toolWearDecision: DemoDoc = {
  title: 'Decision: we count minutes in cut, not shifts',
  by: 'amara',
  daysAgo: 15,
  body: [
    p('**Decided** by the team in the fourth weekly meeting. Open to change after experiment E2.'),
    h2('What had to be decided'),
    p(
      'Finishing end mills are changed at the end of each shift. Depending on the job a mill has then been in cut for 40 to 190 minutes. For experiment E2 we need a rule that follows the wear and that an operator can keep without a calculator.',
    ),
    h2('What we compared'),
    table([
      ['Way', 'For it', 'Against it'],
      ['End of shift (today)', 'Nobody has to think of it', 'Says nothing about wear'],
      [
        'Number of parts',
        'Easy to count',
        'A large housing takes three times as long as a small one',
      ],
      [
        'Minutes in cut',
        'Follows the wear; the control already counts it',
        'Has to be shown at the machine',
      ],
      ['Spindle load', 'Measures wear itself', 'Needs a sensor and a budget; not before autumn'],
    ]),
    h2('What we decided'),
    p(
      'We change after **90 minutes in cut**. Mei-Lin reads the counter from the control and shows it on the small display beside each machine, green until 80, amber until 90, red after that. The setter may change earlier by ear and notes it with an “E”.',
    ),
    h2('What follows from it'),
    ul(
      'About four more end mills a week on M2. Purchasing knows.',
      'The handover book loses a line, the display gains one.',
      'If rough parts do not fall below ten a week, we go back and write down that we were wrong.',
    ),
    h2('Who was heard'),
    p('Jonas, Mei-Lin, Hanneke, both apprentices, and the setters of all three shifts.'),
  ],
}
