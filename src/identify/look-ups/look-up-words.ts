/** Names of functions that give data which is there: `getUserBalance`, `findById`. One word alone says too little. */
const ASKS = /^(?:get|find|fetch|load|look[uU]p|retrieve|query|read|select|search|list|count)(?:[A-Z_]|$)/;
/** What asks and changes in one: `findOneAndUpdate`, `getOrCreate`. */
const CHANGES_TOO = /(?:And|Or)(?:Update|Delete|Replace|Remove|Create|Insert|Save|Set|Add|Increment|Reset|Clear|Lock)|OrCreate/;
/** What is meant to differ each time, or to be waited for. */
const DIFFERS = /(?:Random|Next|Now|Time|Timestamp|Lock|Nonce|Uuid|Uid|Token|Otp|Code|Secret|Status|State|Progress|Job|Input|Line|Message|Messages|Update|Updates|Event|Events|Answer|Position|Screenshot|Element|By[A-Z]\w*Text|ByText|ByRole|ByTestId|ByLabel)$/;
/** What stands between two look-ups without changing what they ask for. */
const CHANGES_NOTHING = /^(?:(?:get|find|fetch|load|look[uU]p|retrieve|query|list|count|is|has|can|should|check|validate|calculate|compute|format|parse|to|from|as|log|reply|answer|render|translate|escape|pick|omit|with)(?:[A-Z_]\w*)?|t|i18n|__|info|warn|warning|error|debug|trace|json|status|text|markdown|map|flatMap|filter|reduce|some|every|includes|indexOf|join|split|slice|concat|sort|keys|values|entries|replace|replaceAll|match|matchAll|test|trim|padStart|padEnd|startsWith|endsWith|charAt|at|String|Number|Boolean|Date|Error|now|floor|ceil|round|min|max|abs|stringify|assign|freeze|Promise|all|allSettled|then|catch|finally|forEach|isArray|equals|strictEqual|ok|deepEqual|select|eq|single|maybeSingle|order|limit|where|lean|exec|populate|sort|skip|leave)$/;

/** Is it the name of a look-up, of a library or of the project? */
export function asks(name: string): boolean {
  return ASKS.test(name) && !CHANGES_TOO.test(name);
}

/** Is the name enough to take a function that is not seen for a look-up? */
export function clearlyAsks(name: string): boolean {
  return asks(name) && /[a-z](?:[A-Z]|_)/.test(name) && !DIFFERS.test(name);
}

export function changesNothing(name: string): boolean {
  return CHANGES_NOTHING.test(name) && !CHANGES_TOO.test(name);
}
