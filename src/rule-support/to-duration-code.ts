import type { WrittenUnit } from '../facts/index.js';

/**
 * A duration as a person writes it in source: minutes as a product that can be read back for millisecond options
 * (`30 * 60 * 1000`), as one number for second options (`1800`), as a text where the library reads one (`'30m'`).
 */
export function toDurationCode(minutes: number, unit: WrittenUnit): string {
  if (unit === 's') return String(minutes * 60);
  const isDays = minutes > 1440 && minutes % 1440 === 0;
  if (unit === 'text') return isDays ? `'${minutes / 1440}d'` : minutes % 60 === 0 ? `'${minutes / 60}h'` : `'${minutes}m'`;
  if (isDays) return `${minutes / 1440} * 24 * 60 * 60 * 1000`;
  return minutes % 60 === 0 ? `${minutes / 60} * 60 * 60 * 1000` : `${minutes} * 60 * 1000`;
}
