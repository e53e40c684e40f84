import type { GivenDuration, Unit } from '../src/facts/index.js';
import { findUnitMistake, type UnitMistake } from '../src/rule-support/find-unit-mistake.js';
import { toDurationText } from '../src/rule-support/to-duration-text.js';
import { toUnitEdits } from '../src/rule-support/to-unit-edits.js';
import { defineRule, type Report } from '../src/rule.js';

/** How messages call what a library reads. */
const UNIT_NAMES: Readonly<Record<Unit, string>> = {
  'ms': 'milliseconds', 's': 'seconds', 'min': 'minutes', 'h': 'hours', 'days': 'days', 'epoch-ms': 'milliseconds since 1970', 'epoch-s': 'seconds since 1970', 'date': 'a date',
  'duration:ms': 'milliseconds', 'duration:jsonwebtoken': 'seconds', 'duration:jose': 'seconds since 1970',
};

const SUGGESTIONS = { multiply: 'multiply', divide: 'divide', write: 'write' } as const;

type Told = Pick<Report, 'messageId' | 'data'>;

function tellOtherUnit({ is, meant, said, by }: Extract<UnitMistake, { kind: 'other-unit' }>): Told {
  if (is === undefined || meant === undefined) return said === undefined ? { messageId: by > 1 ? 'timesTooShort' : 'timesTooLong', data: { times: Math.round(by > 1 ? by : 1 / by) } } : { messageId: 'namedOtherwise', data: { said } };
  const data = { now: toDurationText(is), meant: toDurationText(meant), ...(said === undefined ? {} : { said }) };
  if (said !== undefined) return { messageId: 'saidOtherwise', data };
  return { messageId: is < meant ? 'tooShort' : 'tooLong', data };
}

function tell(mistake: UnitMistake): Told {
  switch (mistake.kind) {
    case 'other-unit': return tellOtherUnit(mistake);
    case 'contradiction': return { messageId: 'contradiction', data: { now: toDurationText(mistake.is), said: mistake.said } };
    case 'hundred': return mistake.is === undefined ? { messageId: 'hundred' } : { messageId: 'hundredComesTo', data: { now: toDurationText(mistake.is) } };
    case 'bare-text': return { messageId: 'bareText', data: { text: mistake.text, now: toDurationText(mistake.is) } };
    case 'moment-for-span': return { messageId: 'momentForSpan' };
    case 'moment-in-ms': return { messageId: 'momentInMilliseconds' };
    case 'span-for-moment': return { messageId: 'spanForMoment', data: { amount: mistake.amount } };
  }
}

function toReport(given: GivenDuration): readonly Report[] {
  const mistake = findUnitMistake(given);
  if (mistake === undefined) return [];
  const { messageId, data } = tell(mistake);
  const change = toUnitEdits(given, mistake);
  return [{
    messageId,
    data: { option: given.option, library: given.library, unit: UNIT_NAMES[given.unit], ...data },
    at: given.at,
    suggestions: change === undefined ? [] : [{ messageId: SUGGESTIONS[change.change], data: { code: change.code }, edits: change.edits }],
    subject: `${given.library}.${given.option}`,
  }];
}

/** A duration is in the unit that the library reads it in, whatever the option is called. */
export const noMismatchedExpiryUnit = defineRule({
  name: 'no-mismatched-expiry-unit',
  docs: {
    description: 'Disallow expiries in another unit than the library reads them in',
    recommended: true,
    scope: 'file, sharper in project',
    standards: ['OWASP ASVS 5.0 7.3.1', 'OWASP ASVS 5.0 7.3.2', 'CWE-613'],
  },
  severity: 'warn',
  weakestIdentity: 'linked',
  messages: {
    tooShort: '`{{option}}` comes to {{now}}, because {{library}} reads it in {{unit}}; {{meant}} was probably meant. What it bounds is over before anyone comes back. Give it in {{unit}}.',
    tooLong: '`{{option}}` comes to {{now}}, because {{library}} reads it in {{unit}}; {{meant}} was probably meant. What should have ended stays valid. Give it in {{unit}}.',
    timesTooShort: '`{{option}}` is {{times}} times too short: {{library}} reads it in {{unit}}. What it bounds is over before anyone comes back. Give it in {{unit}}.',
    timesTooLong: '`{{option}}` is {{times}} times too long: this product counts smaller units than the {{unit}} that {{library}} reads. What should have ended stays valid. Give it in {{unit}}.',
    saidOtherwise: '`{{option}}` comes to {{now}}, because {{library}} reads it in {{unit}}, while {{said}} says {{meant}}. It ends at another time than whoever reads the code believes. Give it in {{unit}}.',
    namedOtherwise: '{{library}} reads `{{option}}` in {{unit}}, while {{said}} names another unit. It ends at another time than whoever reads the code believes. Convert it to {{unit}}.',
    contradiction: '`{{option}}` comes to {{now}}, while {{said}} says something else. One of the two is wrong, and the next reader trusts the wrong one. Find out what was meant and mend the other.',
    hundred: 'The factor 100 in `{{option}}` fits neither seconds nor milliseconds; 1000 was probably meant. It comes to a tenth of what the product says. Write 1000 where {{unit}} are milliseconds, and leave it out where they are not.',
    hundredComesTo: '`{{option}}` comes to {{now}}: its factor 100 fits neither seconds nor milliseconds, and 1000 was probably meant. It is not what the product says. {{library}} reads {{unit}}; write the product in those.',
    bareText: '`{{option}}` comes to {{now}}: {{library}} reads a text without a unit, `{{text}}`, as milliseconds. What it bounds is over before anyone comes back. Write the unit into the text.',
    momentForSpan: '`{{option}}` is a span in {{unit}}, and is given a moment: the present time is added to it. It comes to more than 50 years, so what it bounds practically never ends. Give the span alone.',
    momentInMilliseconds: '{{library}} reads `{{option}}` in {{unit}}, and is given milliseconds. The moment lies tens of thousands of years ahead, so it never comes. Divide by 1000.',
    spanForMoment: '{{library}} reads a number for `{{option}}` as a moment, in {{unit}}, and {{amount}} lies in the past. It is over from the start. Give the moment, or a span as text with its unit.',
  },
  suggestions: { multiply: 'Multiply by {{code}}', divide: 'Divide by {{code}}', write: 'Write `{{code}}`' },
  schema: { type: 'object', additionalProperties: false, properties: {} },
  defaultOptions: {},
  check(facts) {
    return facts.durations.filter(({ at }) => !facts.isTest(at.file)).flatMap(toReport);
  },
});
