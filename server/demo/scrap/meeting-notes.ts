import { done, h2, h3, p, quote, rule, tasks, todo, ul } from '../../docs/markup'
import type { DemoDoc } from '../demo-data'

export const meetingNotes: DemoDoc = {
  title: 'Weekly meeting, Thursdays at two',
  by: 'hanneke',
  daysAgo: 3,
  body: [
    p('Newest first. Who writes rotates; who speaks is not written down, what was agreed is.'),
    h2('Week 6'),
    p('Here: Amara, Jonas, Mei-Lin, Hanneke, Emre, Lena. By video: Sabine.'),
    h3('What we saw'),
    ul(
      'The line is at **5.1 %** for two weeks. Baseline 6.3 %, goal 4.2 %. E1 alone explains about half of the step.',
      'E2: nine rough parts in its first week. The display was dark for one night shift; those parts are left out, and it says so in the log.',
      'E3: one clamping mark in the first week, from before the wrench clicked.',
    ),
    h3('What we agreed'),
    tasks(
      done('Warm-up of M3 goes into the work instruction (Jonas)'),
      todo(
        'Key to the measuring room for the night shift: Hanneke asks facility management until Tuesday',
      ),
      todo('Prepare E4 with two tablets that survive coolant (Mei-Lin)'),
      todo('Emre shows the drift chart at the start of the early shift, Monday and Tuesday'),
    ),
    h3('Fifteen minutes with … Lena'),
    p(
      'Lena drew the bore of 61 parts over one night. One sees the spindle warm up, and one sees, at 3:40, the tool being changed.',
    ),
    quote(
      'You can see the coffee break, too. — That is not a coffee break, that is me looking for the gauge.',
    ),
    rule(),
    h2('Week 5'),
    p('Here: Amara, Jonas, Hanneke, Emre. Short meeting, delivery day.'),
    ul(
      'E1 is finished. We keep the warm-up.',
      'Emre repeats it on M1, where we expect _less_: M1 stands away from the gate.',
      'The dashboard of last year is switched off. Nobody had noticed that it stopped in March.',
    ),
    tasks(
      done('Log of E1 complete, with both tables (Jonas)'),
      done('Tell the night shift in person, not by notice (Amara)'),
    ),
    rule(),
    h2('Week 4'),
    ul(
      'Decision on minutes in cut: see its own page.',
      'Oliver asks whether IT can take the display into regular operation. Only if it still works in eight weeks.',
    ),
  ],
}
