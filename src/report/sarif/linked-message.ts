import { visible } from '../escape.js';
import type { RelatedSpan } from '../finding.js';

/** Links in one message; all related places are in the result. */
const MOST_LINKS = 10;

/**
 * The message of a result, with a link to each related place: `… again. [Captured here](1).` Code scanning shows
 * only places that are linked. Nothing out of source code becomes a link.
 */
export function linkedMessage(message: string, related: readonly RelatedSpan[]): string {
  const links = related.slice(0, MOST_LINKS).map((place, index) => `[${linkText(place.message)}](${index + 1}).`);
  const more = related.length > MOST_LINKS ? [`And ${related.length - MOST_LINKS} more.`] : [];
  return [plain(message), ...links, ...more].join(' ');
}

/** `[a](b)` is a link in SARIF's plain text; with a space between it is not. */
function plain(message: string): string {
  return visible(message).replaceAll('](', '] (') || 'There is a problem here.';
}

function linkText(message: string): string {
  return visible(message).replace(/\.$/, '').replace(/[[\]\\]/g, '\\$&') || 'Related place';
}
