import type { Comment } from '../facts/index.js';
import type { ParsedProgram } from './program.js';

/** Every comment in source order. The hashbang, which ESLint counts among comments and oxc does not, is left out. */
export function commentsOf(parsed: ParsedProgram): Comment[] {
  const found: Comment[] = [];
  for (const { range: [start, end] } of parsed.comments) {
    const opening = parsed.text.slice(start, start + 2);
    if (opening !== '//' && opening !== '/*') continue;
    const block = opening === '/*';
    found.push({ at: [start, end], text: parsed.text.slice(start + 2, block ? end - 2 : end), block });
  }
  return found;
}
