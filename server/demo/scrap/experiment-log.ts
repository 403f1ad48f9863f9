import { done, h2, h3, p, quote, table, tasks, todo, ul } from '../../docs/markup'
import type { DemoDoc } from '../demo-data'

export const experimentLog: DemoDoc = {
  title: 'Experiment log',
  by: 'jonas',
  daysAgo: 1,
  body: [
    p(
      'One change at a time, one machine at a time, two weeks each. Write the expectation down **before** you start. An experiment that shows nothing is a result.',
    ),
    table([
      ['No.', 'What we change', 'Where', 'State', 'Result'],
      ['E1', 'Warm-up cycle of 20 minutes', 'M3', 'finished', 'Keep'],
      ['E2', 'Tool change after 90 minutes in cut', 'M2', 'running', 'half-way'],
      ['E3', 'Clamping with a torque wrench', 'M4', 'running', 'first week'],
      ['E4', 'Drawing on a tablet instead of paper', 'M1', 'prepared', ''],
    ]),
    h2('E1 · Warm up M3 before the first part'),
    p(
      '**Expectation.** Scrap in the first hour after a cold start falls by half. Scrap in the rest of the shift stays as it is.',
    ),
    h3('What we did'),
    tasks(
      done('Written a warm-up program: 20 minutes, spindle up to 12,000 rpm in four steps'),
      done('Marked every part of the first hour with a blue dot, so that they can be told apart'),
      done('Counted first-hour parts for two weeks before and two weeks after'),
      done('Asked the night shift whether it costs them a part (it does: one)'),
    ),
    h3('What we saw'),
    table([
      ['M3, first hour', 'Parts', 'Scrapped', 'Scrap rate'],
      ['Two weeks before', '128', '31', '24.2 %'],
      ['Two weeks with warm-up', '124', '11', '**8.9 %**'],
    ]),
    p(
      'The rest of the shift did not change (6.1 % before, 6.0 % with). The effect is where we expected it, and larger than we had dared to write.',
    ),
    quote(
      'That is twenty housings in a fortnight, for a program that runs while I read the handover book.',
    ),
    p(
      '**We keep it.** The warm-up goes into the work instruction of M3. Emre tries the same on M1.',
    ),
    h2('E2 · Change the finishing end mill by minutes in cut'),
    p(
      '**Expectation.** Parts with a roughness above Ra 0.8 fall from about 16 a week on the line to fewer than 10, and tool costs rise by less than 60 € a week.',
    ),
    tasks(
      done('Read minutes in cut from the control of M2 (Mei-Lin)'),
      done('Agree on 90 minutes with tool supplier and setters'),
      todo('Run two weeks on M2', tasks(done('Week 1'), todo('Week 2'))),
      todo('Measure roughness on the last part before each change'),
      todo('Add up tool costs with Purchasing'),
    ),
    p(
      'First week on M2: **9** rough parts instead of 16. One week is one week; nobody cheers yet.',
    ),
    h2('E3 · Clamp with a torque wrench on M4'),
    p('**Expectation.** Clamping marks on M4 fall to at most two a week, whoever clamps.'),
    tasks(
      done('Find the torque at which an experienced colleague stops: 18 Nm, five tries, ±1'),
      done('Buy a wrench with an audible click'),
      todo('Two weeks on M4, all shifts'),
      todo('Let the two apprentices clamp half of the parts, without telling Quality which'),
    ),
    h2('Ideas that did not become an experiment'),
    ul(
      '_Fatigue at night._ Dropped after the interviews: the gauge explains it better.',
      '_Measure every part._ Too slow, and it would only find scrap earlier, not prevent it.',
      '_New coolant._ Changes three things at once. Perhaps later, alone.',
    ),
  ],
}
