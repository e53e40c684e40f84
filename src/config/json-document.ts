import { isUtf8 } from 'node:buffer';
import { ByteReader } from '../scan/byte-reader.js';
import { toPlainJson } from '../scan/jsonc.js';
import { sniff } from '../scan/sniff.js';
import { UsageError } from '../scan/problem.js';
import type { JsonPath } from './find-problem.js';
import { pathText } from './path-text.js';
import { walkJson } from './walk-json.js';

/** Far above any configuration, far below what would take time. */
const largest = 1_048_576;

/** A JSON file, comments and trailing commas allowed, that can say on which line a value stands. */
export class JsonDocument {
  /**
   * @param name by which messages call the file
   * @param plain its text as plain JSON
   * @param base the part of the file that paths start from: `['sessionMemory']`
   */
  private constructor(readonly name: string, private readonly plain: string, readonly json: unknown, private readonly base: JsonPath = []) {}

  /**
   * Reads a file that is no symbolic link.
   *
   * @throws UsageError naming the file and the line
   */
  static read(absolute: string, name: string, limit = largest): JsonDocument {
    return JsonDocument.parse(JsonDocument.textOf(absolute, name, limit), name);
  }

  /** @throws UsageError as {@link read} */
  static parse(text: string, name: string): JsonDocument {
    const plain = toPlainJson(text);
    try {
      return new JsonDocument(name, plain, JSON.parse(plain));
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error;
      const { message } = error;
      const position = /at position (\d+)/.exec(message)?.[1];
      const line = position === undefined ? '' : `:${lineAt(plain, Number(position))}`;
      throw new UsageError(`${name}${line}: not valid JSON: ${message.replace(/ \(line \d+ column \d+\)$/, '')}.`);
    }
  }

  /** @throws UsageError when the file is no text of a reasonable size, or a symbolic link */
  static textOf(absolute: string, name: string, limit = largest): string {
    const read = new ByteReader(limit).read(absolute);
    if ('failed' in read || 'skipped' in read) throw new UsageError(`${name}: ${'failed' in read ? read.failed : read.skipped}.`);
    const reason = sniff(read.bytes) ?? (isUtf8(read.bytes) ? undefined : 'not UTF-8');
    if (reason !== undefined) throw new UsageError(`${name}: ${reason}. Save it as UTF-8.`);
    const text = read.bytes.toString('utf8');
    return text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  }

  /** The document of one of its values. */
  at(key: string): JsonDocument {
    return new JsonDocument(this.name, this.plain, (this.json as Record<string, unknown>)[key], [...this.base, key]);
  }

  /** 1-based line of a value; that of the nearest value around it when it is not there. */
  lineOf(path: JsonPath): number {
    const wanted = [...this.base, ...path];
    let deepest = -1;
    let offset = 0;
    walkJson(this.plain, (value) => {
      if (value.path.length > deepest && value.path.length <= wanted.length && value.path.every((step, index) => step === wanted[index])) {
        deepest = value.path.length;
        offset = value.offset;
      }
      return deepest === wanted.length;
    });
    return lineAt(this.plain, offset);
  }

  /** `file:4: rules.no-repeated-ask must be …` */
  wrong(path: JsonPath, message: string): UsageError {
    const place = pathText([...this.base, ...path]);
    return new UsageError(`${this.name}:${this.lineOf(path)}: ${place === '' ? 'it' : place} ${message}`);
  }

  /**
   * Of a key that is given twice JSON would keep the last one in silence.
   *
   * @throws UsageError naming the key and its line
   */
  refuseTwins(): void {
    let twin: JsonPath | undefined;
    let offset = 0;
    walkJson(this.plain, (value) => {
      const isTwin = value.again && this.base.every((step, index) => step === value.path[index]);
      if (isTwin) {
        twin = [...value.path];
        offset = value.offset;
      }
      return isTwin;
    });
    if (twin !== undefined) throw new UsageError(`${this.name}:${lineAt(this.plain, offset)}: ${pathText(twin)} is there twice. Keep one.`);
  }
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split(/\r\n?|\n/).length;
}
