import { styleText } from 'node:util';

type Format = Parameters<typeof styleText>[0];
type Paint = (text: string) => string;

/** The few colours of the terminal report, by what they mean. */
export interface Colors {
  readonly error: Paint;
  readonly warn: Paint;
  readonly info: Paint;
  readonly good: Paint;
  readonly removed: Paint;
  readonly added: Paint;
  readonly code: Paint;
  readonly strong: Paint;
  readonly faint: Paint;
  readonly path: Paint;
}

/** @param enabled whether to colour at all: whoever calls has looked at the terminal, NO_COLOR and flags. */
export function createColors(enabled: boolean): Colors {
  // Without `validateStream: false` it would look at this process's own stdout again.
  const paint = (...formats: Format[]): Paint =>
    enabled ? (text) => (text === '' ? '' : formats.reduce((painted, format) => styleText(format, painted, { validateStream: false }), text)) : (text) => text;
  return {
    error: paint('red', 'bold'),
    warn: paint('yellow', 'bold'),
    info: paint('blue', 'bold'),
    good: paint('green', 'bold'),
    removed: paint('red'),
    added: paint('green'),
    code: paint('cyan'),
    strong: paint('bold'),
    faint: paint('dim'),
    path: paint('cyan', 'bold'),
  };
}
