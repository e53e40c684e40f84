import type { Extraction } from './extraction.js';
import type { Node } from './node.js';
import { rangeOf, unwrap } from './node.js';

/**
 * Where imports go: behind the hashbang and `'use strict'`, in a single-file component into its script; and in
 * CommonJS behind the `require`s at the top. (ES imports are noted while walking.)
 */
export function findAnchors(x: Extraction): void {
  const { program, dialect, text } = x.parsed;
  const [first] = program.body;
  if (dialect === 'vue' || dialect === 'svelte' || dialect === 'astro') x.anchors.afterDirectives = first ? rangeOf(first)[0] : 0;
  else if (text.startsWith('#!')) x.anchors.afterDirectives = /[\n\r\u2028\u2029]/u.exec(text)?.index ?? text.length;
  let atTop = true;
  for (const statement of program.body) {
    if (atTop && statement.type === 'ExpressionStatement' && statement.directive) {
      x.anchors.afterDirectives = rangeOf(statement)[1];
      continue;
    }
    atTop = false;
    if (statement.type !== 'VariableDeclaration' || !statement.declarations.every(({ init }) => init && isRequired(x, init))) break;
    x.anchors.lastImportEnd = rangeOf(statement)[1];
  }
}

/** `require('a')`, `require('a').b`, `require('a')(c)` */
function isRequired(x: Extraction, init: Node): boolean {
  let root = unwrap(init);
  for (;;) {
    if (root.type === 'MemberExpression') root = unwrap(root.object);
    else if (root.type === 'CallExpression' && root.callee.type !== 'Identifier') root = unwrap(root.callee);
    else return root.type === 'CallExpression' && x.isGlobal(root.callee, 'require');
  }
}
