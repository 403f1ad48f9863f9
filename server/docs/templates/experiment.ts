import { callout, h2, p, table, tasks, todo, ul } from '../markup'
import type { Template } from './template'

export const experiment: { en: Template; de: Template } = {
  en: {
    title: 'Experiment',
    body: [
      callout(
        'tip',
        'Write everything above “What happened” **before** you begin. That is what makes it an experiment and not a story.',
      ),
      h2('What we want to find out'),
      p('The question, in one sentence that a colleague from another department understands.'),
      h2('What we expect'),
      p('If we …, then … will change by about …, because ….'),
      ul('**We would be right if** we see …', '**We would be wrong if** we see …'),
      h2('How we do it'),
      table([
        ['What', 'How'],
        ['What we change', ''],
        ['What we leave as it is', ''],
        ['What we measure, and with what', ''],
        ['How often, and for how long', ''],
        ['What it is compared with', ''],
        ['When we stop early', ''],
      ]),
      tasks(
        todo('Everybody who is affected knows about it'),
        todo('The baseline is measured'),
        todo('Somebody writes down what happens, every day'),
      ),
      h2('What happened'),
      table([
        ['Day', 'Value', 'What was unusual'],
        ['', '', ''],
        ['', '', ''],
        ['', '', ''],
      ]),
      h2('What we make of it'),
      p('Were we right? How sure are we, and what else could explain it?'),
      h2('What we do now'),
      tasks(todo('Keep it, change it or drop it: by whom, until when'), todo('The next question')),
    ],
  },
  de: {
    title: 'Experiment',
    body: [
      callout(
        'tip',
        'Alles oberhalb von „Was geschehen ist“ wird **vorher** geschrieben. Erst das macht daraus ein Experiment und keine Geschichte.',
      ),
      h2('Was wir herausfinden wollen'),
      p('Die Frage in einem Satz, den auch jemand aus einer anderen Abteilung versteht.'),
      h2('Was wir erwarten'),
      p('Wenn wir …, dann ändert sich … um etwa …, weil ….'),
      ul('**Wir hätten recht, wenn** wir … sehen', '**Wir hätten unrecht, wenn** wir … sehen'),
      h2('Wie wir vorgehen'),
      table([
        ['Was', 'Wie'],
        ['Was wir ändern', ''],
        ['Was wir so lassen', ''],
        ['Was wir messen und womit', ''],
        ['Wie oft und wie lange', ''],
        ['Womit wir vergleichen', ''],
        ['Wann wir vorzeitig abbrechen', ''],
      ]),
      tasks(
        todo('Alle, die es betrifft, wissen davon'),
        todo('Der Ausgangswert ist gemessen'),
        todo('Jemand schreibt täglich auf, was geschieht'),
      ),
      h2('Was geschehen ist'),
      table([
        ['Tag', 'Wert', 'Was ungewöhnlich war'],
        ['', '', ''],
        ['', '', ''],
        ['', '', ''],
      ]),
      h2('Was wir daraus schließen'),
      p('Hatten wir recht? Wie sicher sind wir, und wie ließe es sich noch erklären?'),
      h2('Was wir jetzt tun'),
      tasks(
        todo('Beibehalten, ändern oder verwerfen: durch wen, bis wann'),
        todo('Die nächste Frage'),
      ),
    ],
  },
}
