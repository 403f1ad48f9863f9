import { code, h2, ol, p, quote, ul } from '../../docs/markup'
import type { DemoDoc } from '../demo-data'

export const measuringHowTo: DemoDoc = {
  title: 'How to get measurements out of the measuring machine',
  by: 'mei',
  daysAgo: 9,
  body: [
    p(
      'The coordinate measuring machine writes one CSV file per part. This page takes you from those files to a chart of one bore over one shift. You need read access to the share `\\\\measure\\export` and Python 3.11; it takes a quarter of an hour the first time.',
    ),
    h2('1. Fetch the files'),
    ol(
      'Open the share and go to the folder of the day, for instance `2026-05-12`.',
      'Copy the whole folder. **Do not move it**: the archive job of Quality looks for it at midnight.',
      'Check that there is one file per part. A part without a file was not measured; note its number.',
    ),
    h2('2. Read them'),
    p(
      'Decimal commas, semicolons and a header of eleven lines: the machine is older than the web.',
    ),
    code(
      'python',
      'from pathlib import Path',
      'import pandas as pd',
      '',
      'def read_part(path: Path) -> dict:',
      '    """One housing: its number, the time, and the bore in mm."""',
      '    rows = pd.read_csv(',
      '        path, sep=";", decimal=",", skiprows=11, encoding="cp1252"',
      '    )',
      '    bore = rows.loc[rows["Feature"] == "BORE_1", "Actual"]',
      '    return {',
      '        "part": path.stem,',
      '        "time": pd.Timestamp(path.stat().st_mtime, unit="s"),',
      '        "bore": bore.iloc[0] if len(bore) else None,',
      '    }',
      '',
      'day = Path("2026-05-12")',
      'parts = pd.DataFrame(read_part(path) for path in sorted(day.glob("*.csv")))',
      'print(parts["bore"].describe())',
    ),
    h2('3. Draw the bore over the shift'),
    code(
      'python',
      'nominal, tolerance = 18.000, 0.010',
      'axis = parts.plot(x="time", y="bore", style=".", legend=False)',
      'for limit in (nominal - tolerance, nominal + tolerance):',
      '    axis.axhline(limit, linestyle="--")',
      'axis.set_ylabel("Bore 1 [mm]")',
    ),
    quote(
      'Look at the shape before you look at single dots. A slope is a cold spindle or a worn tool; a jump is a new tool or a new person.',
    ),
    h2('When something looks wrong'),
    ul(
      '**All values are 1000 times too large.** The decimal comma was read as a thousands separator: is `decimal=","` still there?',
      '**The time is two hours off.** The machine keeps UTC; add `tz_localize("UTC").tz_convert("Europe/Berlin")`.',
      '**A part appears twice.** It was measured again after cleaning. Keep the second value.',
    ),
    p('Stuck? Write below this line, do not send a mail: the next person has the same question.'),
  ],
}
