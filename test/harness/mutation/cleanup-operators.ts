import { bodyOf } from './region.js';
import { contains, methodOf, nameOf, type Change, type Node, type Source } from './source.js';

type Operator = (source: Source, region: readonly Node[]) => Change[];

/** `req.session.destroy(…)` → `req.session = null` */
const unsetOnly: Operator = (source, region) => callsIn(source, region, /^(?:destroy|regenerate)$/).map((call) => {
  const session = (call['callee'] as Node)['object'] as Node;
  return { edits: [{ start: call.start, end: call.end, text: `${textOf(source, session)} = null` }] };
});

/** `sessionStorage.removeItem('user');` → gone, and so is `delete req.session.nonce;` */
const dropRemoval: Operator = (source, region) => {
  const [statement] = region;
  if (statement?.type !== 'ExpressionStatement') return [];
  const isDelete = (statement['expression'] as Node)['operator'] === 'delete';
  if (!isDelete && callsIn(source, [statement], /^removeItem$/).length === 0) return [];
  return [{ edits: [{ start: statement.start, end: statement.end, text: '' }] }];
};

/** `unset: 'destroy',` of the session's options → gone */
const dropUnset: Operator = (source, region) => {
  const [statement] = region;
  if (!statement || !/\bsession = null|delete \w+\.session\b/.test(textOf(source, statement))) return [];
  return source.nodes.filter((node) => node.type === 'Property' && nameOf(node['key']) === 'unset').map(({ start, end }) => ({ edits: [{ start, end: end + 1, text: '' }] }));
};

/** The cookie is cleared, and the session behind it is not ended. */
const cookieOnly: Operator = (source, region) => {
  const [statement] = region;
  if (!statement || callsIn(source, [statement], /^clearCookie$/).length === 0) return [];
  const body = bodyOf(source, region);
  const later = source.nodes.filter((node) => node.type === 'ExpressionStatement' && source.parents.get(node) === body && node.start > statement.end && /session/i.test(textOf(source, node)));
  return later.length === 0 ? [] : [{ edits: later.map(({ start, end }) => ({ start, end, text: `res.redirect('/');` })) }];
};

function callsIn(source: Source, region: readonly Node[], method: RegExp): readonly Node[] {
  return source.nodes.filter((node) => node.type === 'CallExpression' && method.test(methodOf(node) ?? '') && region.slice(0, 1).some((part) => contains(part, node)));
}

function textOf(source: Source, { start, end }: Node): string {
  return source.text.slice(start, end);
}

/** What leaves behind what was cleaned up. */
export const cleanupOperators = { unsetOnly, dropRemoval, dropUnset, cookieOnly };
