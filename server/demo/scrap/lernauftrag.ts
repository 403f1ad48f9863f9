import { done, h2, ol, p, quote, table, tasks, todo, ul } from '../../docs/markup'
import type { DemoDoc } from '../demo-data'

export const lernauftrag: DemoDoc = {
  title: 'Lernauftrag: Werkzeugverschleiß beobachten und beurteilen',
  by: 'sabine',
  daysAgo: 4,
  body: [
    p(
      'Dieser Auftrag verbindet Lernfeld 8 mit der Fräslinie von Nordhafen. Ihr arbeitet zu zweit, vier Wochen lang, an echten Teilen. Am Ende könnt ihr begründen, **wann ein Schlichtfräser gewechselt werden muss**, und zwar mit Messwerten statt mit „Gefühl“.',
    ),
    h2('Worum es geht'),
    p(
      'Ein Fräser verschleißt nicht gleichmäßig. Zuerst rundet sich die Schneide, dann wächst die Verschleißmarke, und irgendwann kippt die Oberfläche. Erfahrene Kolleginnen und Kollegen hören das. Ihr sollt es sichtbar machen.',
    ),
    quote(
      '„Wenn er singt, ist er fertig.“ – Findet heraus, ab wie vielen Minuten im Schnitt er singt.',
    ),
    h2('So geht ihr vor'),
    ol(
      'Wählt zwei Fräser vom selben Los und notiert Maschine, Werkstoff und Schnittwerte.',
      'Messt alle 15 Minuten im Schnitt die Verschleißmarkenbreite unter dem Mikroskop.',
      'Messt am jeweils letzten Teil die Rauheit an derselben Stelle.',
      'Tragt die Werte ein, zeichnet die Kurve und vergleicht sie mit der Faustregel.',
    ),
    table([
      ['Minuten im Schnitt', 'Verschleißmarke [mm]', 'Ra [µm]', 'Beobachtung'],
      ['0', '0,00', '0,42', 'neu, Schneide scharf'],
      ['15', '0,04', '0,44', ''],
      ['30', '0,06', '0,47', ''],
      ['45', '0,08', '0,51', 'leichter Grat am Auslauf'],
      ['60', '0,10', '0,58', ''],
      ['75', '0,13', '0,66', 'Geräusch wird heller'],
      ['90', '0,17', '0,79', 'knapp unter der Grenze von 0,8'],
      ['105', '0,24', '1,12', 'Ausschuss'],
    ]),
    h2('Stand'),
    tasks(
      done('Sicherheitsunterweisung an M2 (beide)'),
      done('Erste Messreihe, Fräser A (Emre)'),
      done('Messreihe von jemand anderem nachgemessen (Lena)'),
      todo('Zweite Messreihe, Fräser B (Lena)'),
      todo('Kurve und Begründung auf einer Seite'),
      todo('Fachgespräch mit Jonas, 15 Minuten, am Teil'),
    ),
    h2('Woran ihr erkennt, dass es gut ist'),
    ul(
      'Eine andere Person kommt mit eurer Anleitung auf ± 0,02 mm dieselben Werte.',
      'Ihr könnt sagen, was ihr _nicht_ wisst, zum Beispiel über andere Werkstoffe.',
      'Im Fachgespräch erklärt ihr die Kurve, ohne abzulesen.',
    ),
  ],
}
