/** A collection that a module or a class declares empty, for its functions to fill. */
const COLLECTION = String.raw`=\s{0,20}(?:new\s{1,20}(?:Map|Set)\b|\{\s{0,20}\}|\[\s{0,20}\]|Object\.create\(null\))`;
const OF_MODULE = new RegExp(String.raw`^(?:export\s{1,20})?(?:const|let|var)\s[^;(]{1,300}?${COLLECTION}`, 'm');
const OF_CLASS = new RegExp(String.raw`^\s{1,12}(?:(?:private|public|protected|static|readonly)\s|#|this\.|[\w$]{1,60}\s{0,4}[:=])[^;(]{0,300}?${COLLECTION}`, 'm');
/** What keys of sessions and users are called. */
const OWNER = /[sS]ession|[cC]onversation|[wW]izard|[dD]ialog|(?:[cC]hat|[tT]hread|[uU]ser|[sS]ender|[mM]ember|[cC]ustomer|[sS]ocket|[wW]orkflow|[rR]esource)(?:_|\.)?(?:id|Id|ID)\b|[uU]ser(?:[sS]tate|[sS]tep|[dD]ata)|\.from\b|[hH]istory|[tT]ranscript|\.user\b|[pP]hone/;
/** Pages keep what they like: a tab is closed. */
const PAGE = /\b(?:document|window|localStorage|sessionStorage)\s{0,4}[.[]|['"](?:react|vue|svelte|preact)['"]/;

/**
 * May the file keep something for each session or user in memory of the process? Judged on its bytes as latin1, before
 * it is parsed: it need name no library.
 */
export function mayHoldContainer(text: string): boolean {
  return OWNER.test(text) && (OF_MODULE.test(text) || (/\bclass\b/.test(text) && OF_CLASS.test(text))) && !PAGE.test(text);
}
