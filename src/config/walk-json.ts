import type { JsonPath } from './find-problem.js';

/** One value of a JSON text. */
interface Visited {
  /** Valid during the visit only. */
  readonly path: JsonPath;
  /** Where the value begins. */
  readonly offset: number;
  /** The object has had this key before: JSON keeps the last one and forgets the others. */
  readonly again: boolean;
}

interface Frame {
  readonly keys: Set<string> | undefined;
  again: boolean;
  expectsKey: boolean;
}

const token = /"(?:[^"\\]|\\.)*"|[{}[\],:]|[^\s{}[\],:"]+/g;

/**
 * Visits every value of a JSON text with its place. Without recursion, so however deep the text is nested.
 *
 * @param text valid JSON, as `JSON.parse` takes it
 * @param visit may return `true` to stop
 */
export function walkJson(text: string, visit: (value: Visited) => boolean): void {
  const frames: Frame[] = [];
  const path: (string | number)[] = [];
  for (const { 0: part, index: offset } of text.matchAll(token)) {
    const frame = frames.at(-1);
    if (part === '}' || part === ']') {
      frames.pop();
      path.pop();
    } else if (part === ',') {
      if (frame?.keys !== undefined) frame.expectsKey = true;
      else path.push(Number(path.pop()) + 1);
    } else if (part === ':') {
      continue;
    } else if (frame?.keys !== undefined && frame.expectsKey) {
      const key = JSON.parse(part) as string;
      path[frames.length - 1] = key;
      frame.again = frame.keys.size === frame.keys.add(key).size;
      frame.expectsKey = false;
    } else {
      if (visit({ path, offset, again: frame?.again === true })) return;
      if (part === '{') frames.push({ keys: new Set(), again: false, expectsKey: true });
      else if (part === '[') frames.push({ keys: undefined, again: false, expectsKey: false });
      if (part === '{') path.push('');
      else if (part === '[') path.push(0);
    }
  }
}
