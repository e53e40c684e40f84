import type { FileSummary } from '../facts/index.js';
import { TemplateSyntaxError } from '../templates/template-syntax-error.js';
import { TemplateTooDeepError } from '../templates/template-too-deep-error.js';
import type { Deadline } from './deadline.js';
import { DeepSummariser, type DeepSummary } from './deep-summariser.js';
import type { SourceFile } from './discover.js';
import { nestingOf } from './nesting.js';
import type { LeftOut } from './problem.js';
import type { SourceTexts } from './source-texts.js';
import { summarise } from './summarise.js';

/** Longest that one deeply nested file may take, in milliseconds. */
const deepLimit = 60_000;

/** Reads, parses and extracts one file at a time, and keeps the account of what could not be. */
export class SummaryLoader {
  readonly skipped: LeftOut[] = [];
  readonly failed: LeftOut[] = [];
  /** Files whose text is not of their language. */
  readonly syntaxErrors: LeftOut[] = [];
  private readonly deep = new DeepSummariser();
  private overdue = 0;

  constructor(private readonly texts: SourceTexts, private readonly deadline: Deadline) {}

  /** Files that were not begun because the time was over. */
  get notBegun(): number {
    return this.overdue;
  }

  /** Does `pattern` stand in the file's bytes? */
  mentions(file: SourceFile, pattern: RegExp): boolean {
    const read = this.texts.latin1(file);
    return 'latin1' in read && pattern.test(read.latin1);
  }

  async load(file: SourceFile): Promise<FileSummary | undefined> {
    if (this.deadline.isOver) {
      this.overdue++;
      return undefined;
    }
    const read = this.texts.text(file);
    if ('skipped' in read) return this.leave(this.skipped, file, read.skipped);
    if ('failed' in read) return this.leave(this.failed, file, read.failed);
    if (file.declarations && !/\bdeclare\s+(?:module|global)\b|\bnamespace\s+Express\b/.test(read.text)) return undefined;
    return this.account(file, await this.summarise(file, read.text));
  }

  async close(): Promise<void> {
    await this.deep.close();
  }

  private async summarise(file: SourceFile, text: string): Promise<DeepSummary> {
    if (file.dialect === 'nunjucks') return this.template(file, text);
    const nesting = nestingOf(text);
    if (nesting === 'too-deep') return { tooDeep: true };
    if (nesting === 'shallow') {
      try {
        return summarise(file.path, text, file.dialect);
      } catch (error) {
        if (!(error instanceof RangeError)) return { crashed: error };
        // Chains such as `a.b().c()…` and `a + b + …` have no brackets to count; scopes are built by recursion.
      }
    }
    return this.deep.summarise({ file: file.path, text, dialect: file.dialect }, this.deadline.left(deepLimit));
  }

  private async template(file: SourceFile, text: string): Promise<DeepSummary> {
    const { extractNunjucks } = await import('../templates/nunjucks.js');
    try {
      return { summary: extractNunjucks(file.path, text) };
    } catch (error) {
      if (error instanceof TemplateTooDeepError) return { tooDeep: true };
      if (error instanceof TemplateSyntaxError) return { failed: `${error.message} (line ${lineAt(text, error.offset)})` };
      return { crashed: error };
    }
  }

  private account(file: SourceFile, result: DeepSummary): FileSummary | undefined {
    if ('summary' in result) return result.summary;
    if ('tooDeep' in result) return this.leave(this.skipped, file, 'nesting too deep');
    if ('tookTooLong' in result) return this.leave(this.failed, file, 'took too long');
    if ('crashed' in result) return this.leave(this.failed, file, `could not be analysed: ${messageOf(result.crashed)}`);
    if ('failed' in result) return this.leave(this.syntaxErrors, file, result.failed);
    return undefined;
  }

  private leave(list: LeftOut[], file: SourceFile, reason: string): undefined {
    list.push({ path: file.path, reason });
    return undefined;
  }
}

/** Number of the line, from 1, that an offset lies in. */
function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n|[\n\r\u2028\u2029]/).length;
}

function messageOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n', 1)[0] ?? '';
}
