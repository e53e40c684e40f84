import type { JsonPath } from './find-problem.js';

/** `rules.no-repeated-ask[1].evidence` */
export function pathText(path: JsonPath): string {
  return path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`;
    if (!/^[\w$-]{1,100}$/.test(step)) return `${text}[${JSON.stringify(step.slice(0, 100))}]`;
    return text === '' ? step : `${text}.${step}`;
  }, '');
}
