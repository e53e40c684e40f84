import type { Host } from './host.js';

/** One line on stderr that says what is going on: only for people, that is on a terminal and not in CI. */
export class Progress {
  private readonly isShown: boolean;
  private isDirty = false;

  constructor(private readonly host: Host) {
    this.isShown = host.stderr.isTTY === true && (host.environment['CI'] ?? '') === '' && host.environment['TERM'] !== 'dumb';
  }

  readonly show = (text: string): void => {
    if (!this.isShown) return;
    this.host.stderr.write(`\r\x1b[2K${text} …`);
    this.isDirty = true;
  };

  clear(): void {
    if (this.isDirty) this.host.stderr.write('\r\x1b[2K');
    this.isDirty = false;
  }
}
