import type { Node } from '../extract/node.js';
import type { ParsedProgram } from '../extract/program.js';
import { analyzeScopes } from '../extract/scopes.js';
import { astroScripts, type AstroScript } from '../templates/astro-scripts.js';
import { keepOnly } from '../templates/keep-only.js';
import { parseTree, type ParsedTree, type ParseFailure } from './parse.js';

/**
 * An Astro file as one program: the statements of its frontmatter, and each script of its markup as a block behind
 * them, so that `const id` in a script is not that of the frontmatter or of the next script.
 *
 * @param text without byte order mark
 * @returns `undefined` when there is no script in it
 * @throws RangeError when scope analysis runs out of stack
 */
export function parseAstro(file: string, text: string): ParsedProgram | ParseFailure | undefined {
  const { frontmatter, scripts } = astroScripts(text);
  const body: Node[] = [];
  const comments: ParsedProgram['comments'][number][] = [];
  const read = (script: AstroScript): ParsedTree | ParseFailure => parseTree(file, keepOnly(text, [script.code]), script.lang);
  for (const script of frontmatter ? [frontmatter, ...scripts] : scripts) {
    const tree = read(script);
    if ('failed' in tree) return tree;
    body.push(...(script === frontmatter ? tree.program.body : [toBlock(tree, script)]));
    comments.push(...tree.comments);
  }
  if (!frontmatter && scripts.length === 0) return undefined;
  const program = { type: 'Program' as const, sourceType: 'module', range: [0, text.length], body };
  return { file, dialect: 'astro', text, program, scopeManager: analyzeScopes(program, 'module'), comments };
}

function toBlock({ program }: ParsedTree, { code }: AstroScript): Node {
  return { type: 'BlockStatement', body: program.body, range: code, start: code[0], end: code[1] } as unknown as Node;
}
